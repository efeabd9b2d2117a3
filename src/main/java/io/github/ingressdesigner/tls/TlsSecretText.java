package io.github.ingressdesigner.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Writes a Secret of type kubernetes.io/tls, and the command that makes the same. */
public final class TlsSecretText {
  private TlsSecretText() {}

  /**
   * The manifest, with the key in it: never for a file in git.
   *
   * @param name and namespace as the API server takes them; not checked here
   */
  public static String yaml(String name, Optional<String> namespace, KeyMaterial material) {
    String key =
        Base64.getEncoder()
            .encodeToString(material.key().pem().getBytes(StandardCharsets.US_ASCII));
    return """
    apiVersion: v1
    kind: Secret
    metadata:
      name: %s
    %stype: kubernetes.io/tls
    data:
      tls.crt: %s
      tls.key: %s
    """
        .formatted(
            name,
            namespace.map(n -> "  namespace: " + n + "\n").orElse(""),
            material.chain().base64(),
            key);
  }

  /** The command for a shell; file names are quoted where they need it. */
  public static String command(
      String name, Optional<String> namespace, String certificateFile, String keyFile) {
    return "kubectl create secret tls "
        + quoted(name)
        + namespace.map(n -> " --namespace=" + quoted(n)).orElse("")
        + " --cert="
        + quoted(certificateFile)
        + " --key="
        + quoted(keyFile);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
