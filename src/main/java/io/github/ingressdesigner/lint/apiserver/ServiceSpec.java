package io.github.ingressdesigner.lint.apiserver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The spec of a Service with what the server fills in before it validates, after
 * SetDefaults_Service and normalizeClusterIPs.
 */
record ServiceSpec(Json written) {
  private static final Json ZERO = new Json.Num(BigDecimal.ZERO);

  String type() {
    return orElse("type", "ClusterIP");
  }

  String affinity() {
    return orElse("sessionAffinity", "None");
  }

  private String orElse(String field, String filled) {
    String text = written.text(field);
    return text.isEmpty() ? filled : text;
  }

  boolean isType(String type) {
    return type().equals(type);
  }

  List<Json> ports() {
    return written.get("ports").items();
  }

  static String protocol(Json port) {
    String protocol = port.text("protocol");
    return protocol.isEmpty() ? "TCP" : protocol;
  }

  /** The port itself where none, 0 or empty text is written. */
  static Json targetPort(Json port) {
    Json target = port.get("targetPort");
    boolean unset =
        switch (target) {
          case Json.Null _ -> true;
          case Json.Num(BigDecimal number) -> number.signum() == 0;
          case Json.Str(String text) -> text.isEmpty();
          case Json.Bool _, Json.Arr _, Json.Obj _ -> false;
        };
    return !unset ? target : port.get("port").isPresent() ? port.get("port") : ZERO;
  }

  String clusterIp() {
    return written.text("clusterIP");
  }

  /** {@code clusterIPs}, or {@code clusterIP} alone. */
  List<String> clusterIps() {
    List<String> all = texts("clusterIPs");
    return all.isEmpty() && !clusterIp().isEmpty() ? List.of(clusterIp()) : all;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    written.get(field).items().forEach(item -> texts.add(item.text()));
    return texts;
  }

  boolean isHeadless() {
    return clusterIps().equals(List.of("None"));
  }

  boolean isExternallyAccessible() {
    return isType("LoadBalancer")
        || isType("NodePort")
        || isType("ClusterIP") && !texts("externalIPs").isEmpty();
  }

  boolean needsHealthCheck() {
    return isType("LoadBalancer") && written.text("externalTrafficPolicy").equals("Local");
  }
}
