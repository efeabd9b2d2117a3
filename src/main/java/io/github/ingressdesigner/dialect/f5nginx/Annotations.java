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

  /** What changes answers and is not modelled. */
  static final List<String> UNKNOWN =
      List.of(
          "nginx.org/location-snippets",
          "nginx.org/server-snippets",
          "nginx.org/policies",
          "nginx.org/basic-auth-secret",
          "nginx.org/limit-req-rate",
          "nginx.com/jwt-key",
          "appprotect.f5.com/app-protect-enable");

  Optional<String> find(String key) {
    return Optional.ofNullable(ingress.meta().annotations().get(PREFIX + key));
  }

  Location at(String key) {
    return new Location(id, FieldPath.of("metadata", "annotations", PREFIX + key));
  }

  boolean isOn(String key, boolean otherwise) {
    return find(key).flatMap(GoBool::parse).orElse(otherwise);
  }

  Optional<String> unknown() {
    return UNKNOWN.stream()
        .filter(key -> ingress.meta().annotations().containsKey(key))
        .findFirst();
  }

  String mergeableType() {
    return find("mergeable-ingress-type").orElse("");
  }

  /** Service name to new beginning of the path; empty where a value cannot be read. */
  Optional<Map<String, String>> rewrites() {
    Map<String, String> rewrites = new LinkedHashMap<>();
    for (String one : find("rewrites").orElse("").split(";")) {
      if (one.isBlank()) {
        continue;
      }
      String[] parts = one.strip().split("\\s+");
      boolean valid =
          parts.length == 2
              && parts[0].startsWith("serviceName=")
              && parts[1].startsWith("rewrite=/");
      if (!valid) {
        return Optional.empty();
      }
      rewrites.put(
          parts[0].substring("serviceName=".length()), parts[1].substring("rewrite=".length()));
    }
    return Optional.of(rewrites);
  }
}
