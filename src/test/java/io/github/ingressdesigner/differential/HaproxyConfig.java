package io.github.ingressdesigner.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration of HAProxy with one frontend that answers all by itself. Its rules find the path
 * of a request in {@code txn.path}, and the host without port and in lower case in {@code
 * txn.host}.
 */
public final class HaproxyConfig {
  private final List<String> lines = new ArrayList<>();
  private final int port;

  /**
   * @param port where the frontend listens
   */
  public HaproxyConfig(int port) {
    this.port = port;
    lines.addAll(
        List.of(
            "defaults",
            "  mode http",
            "  timeout client 20s",
            "  timeout connect 20s",
            "  timeout server 20s",
            "frontend http",
            "  bind 127.0.0.1:" + port));
    rule("set-var(txn.path) path");
    rule("set-var(txn.host) req.hdr(Host),field(1,:),lower");
  }

  /** A rule for requests, after those before it. */
  public void rule(String text) {
    lines.add("  http-request " + text);
  }

  /**
   * Answers 200 with a text.
   *
   * @param text in the manner of log-format
   * @param condition when; empty for always
   */
  public void answers(String text, String condition) {
    String when = condition.isEmpty() ? "" : " if " + condition;
    rule("return status 200 content-type text/plain lf-string \"" + text + "\"" + when);
  }

  /**
   * Starts HAProxy with it.
   *
   * @param folder takes configuration and log
   */
  public RealProgram start(Path program, Path folder) throws IOException {
    Path config = folder.resolve("haproxy.cfg");
    Files.writeString(config, String.join("\n", lines) + "\n");
    return RealProgram.start(
        List.of(program.toString(), "-db", "-f", config.toString()), port, folder.resolve("log"));
  }
}
