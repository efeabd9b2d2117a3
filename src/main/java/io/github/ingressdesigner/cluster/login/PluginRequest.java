package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.cluster.kubeconfig.Credential.Exec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program that a kubeconfig wants started: what a person must see before they agree.
 *
 * @param file the kubeconfig that wants it
 */
public record PluginRequest(Path file, Exec exec) {
  /**
   * Changes when anything that the person agreed to changes: the file's place, the command, an
   * argument, a variable.
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, file.toString());
      add(digest, exec.command());
      exec.arguments().forEach(argument -> add(digest, argument));
      add(digest, "");
      for (Map.Entry<String, String> variable : new TreeMap<>(exec.environment()).entrySet()) {
        add(digest, variable.getKey());
        add(digest, variable.getValue());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  /** With its length before it, so that no two lists of words look alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
