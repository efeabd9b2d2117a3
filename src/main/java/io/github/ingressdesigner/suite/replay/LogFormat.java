package io.github.ingressdesigner.suite.replay;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which requests are recorded. */
public enum LogFormat {
  /** HTTP Archive, as browsers and proxies export it. */
  HAR("har", "HAR"),
  /** NGINX's {@code combined}, that of ingress-nginx, and both with {@code $host} added. */
  NGINX("nginx", "NGINX access log"),
  /** One JSON object in each line, with names as NGINX configurations have them. */
  NGINX_JSON("nginx-json", "NGINX JSON access log"),
  /** Envoy's default text format; Istio's and Contour's too. */
  ENVOY("envoy", "Envoy access log"),
  /** One JSON object in each line, with Envoy's names. */
  ENVOY_JSON("envoy-json", "Envoy JSON access log");

  private final String id;
  private final String title;

  LogFormat(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Short stable name for the command line. */
  public String id() {
    return id;
  }

  /** For people. */
  public String title() {
    return title;
  }

  public static Optional<LogFormat> find(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }
}
