package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations of one Ingress. */
record Annotations(Ingress ingress, ResourceId id) {
  static final String PREFIX = "nginx.org/";
  static final String OLD_SSL_REDIRECT = "ingress.kubernetes.io/ssl-redirect";

  /** What changes answers and is not modelled. */
  static final List<String> UNKNOWN =
      List.of(
          "nginx.org/location-snippets",
          "nginx.org/server-snippets",
          "nginx.org/policies",
          "nginx.org/basic-auth-secret",
          "nginx.org/limit-req-rate",
          "nginx.org/listen-ports",
          "nginx.org/listen-ports-ssl",
          "nginx.org/grpc-services",
          "nginx.com/jwt-key",
          "nsm.nginx.com/internal-route",
          "appprotect.f5.com/app-protect-enable",
          "appprotectdos.f5.com/app-protect-dos-resource");

  Optional<String> find(String key) {
    return Optional.ofNullable(ingress.meta().annotations().get(PREFIX + key));
  }

  Location at(String key) {
    return new Location(id, FieldPath.of("metadata", "annotations", PREFIX + key));
  }

  boolean isOn(String key, boolean otherwise) {
    return find(key).flatMap(GoBool::parse).orElse(otherwise);
  }

  /** The old name counts where the new one is absent. */
  boolean redirectsToTls(boolean otherwise) {
    return find("ssl-redirect")
        .or(() -> Optional.ofNullable(ingress.meta().annotations().get(OLD_SSL_REDIRECT)))
        .flatMap(GoBool::parse)
        .orElse(otherwise);
  }

  Optional<String> unknown() {
    return UNKNOWN.stream()
        .filter(key -> ingress.meta().annotations().containsKey(key))
        .findFirst();
  }

  String mergeableType() {
    return find("mergeable-ingress-type").orElse("");
  }

  /**
   * Service name to new beginning of the path; empty where a value cannot be read
   * (internal/configs/parsing_helpers.go, ParseRewriteList).
   */
  Optional<Map<String, String>> rewrites() {
    Map<String, String> rewrites = new LinkedHashMap<>();
    Optional<String> value = find("rewrites");
    if (value.isEmpty()) {
      return Optional.of(rewrites);
    }
    for (String one : value.get().split(";", -1)) {
      String[] parts = one.strip().split(" ", 2);
      String[] service = parts[0].split("=", -1);
      String[] rewrite = parts[parts.length - 1].split("=", -1);
      boolean valid =
          parts.length == 2
              && service.length == 2
              && rewrite.length == 2
              && rewrite[1].startsWith("/");
      if (!valid) {
        return Optional.empty();
      }
      rewrites.put(service[1], rewrite[1]);
    }
    return Optional.of(rewrites);
  }
}
