package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations of one Ingress, under either prefix; the controller's own one goes first. */
record Annotations(Ingress ingress, ResourceId id) {
  static final List<String> PREFIXES =
      List.of("haproxy-ingress.github.io/", "ingress.kubernetes.io/");

  /** What changes routing and is not modelled. */
  static final List<String> UNKNOWN =
      List.of(
          "auth-tls-secret",
          "auth-url",
          "auth-secret",
          "oauth",
          "config-backend",
          "config-backend-early",
          "config-backend-late",
          "allowlist-source-range",
          "whitelist-source-range",
          "denylist-source-range",
          "blue-green-balance",
          "blue-green-cookie",
          "blue-green-header",
          "blue-green-deploy",
          "cors-enable",
          "http-cookie-match",
          "http-method-match",
          "limit-rps",
          "limit-connections",
          "ssl-passthrough",
          "waf",
          "http-port",
          "https-port",
          "http-ports",
          "https-ports");

  Optional<String> find(String key) {
    Map<String, String> all = ingress.meta().annotations();
    for (String prefix : PREFIXES) {
      String value = all.get(prefix + key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Where it is written. */
  Location at(String key) {
    Map<String, String> all = ingress.meta().annotations();
    String prefix =
        PREFIXES.stream().filter(p -> all.containsKey(p + key)).findFirst().orElse(PREFIXES.get(0));
    return new Location(id, FieldPath.of("metadata", "annotations", prefix + key));
  }

  boolean isOn(String key, boolean otherwise) {
    return find(key).flatMap(GoBool::parse).orElse(otherwise);
  }
}
