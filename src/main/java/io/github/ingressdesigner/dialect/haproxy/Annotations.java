package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.List;
import java.util.Optional;

/** The annotations of one Ingress or Service, under any of the prefixes. */
record Annotations(ObjectMeta meta, ResourceId id) {
  static final List<String> PREFIXES =
      List.of("haproxy.org/", "haproxy.com/", "ingress.kubernetes.io/");

  /** What changes answers and is not modelled. */
  static final List<String> UNKNOWN =
      List.of(
          "allow-list",
          "whitelist",
          "deny-list",
          "blacklist",
          "auth-type",
          "rate-limit-requests",
          "cors-respond-to-options",
          "backend-config-snippet",
          "ssl-passthrough",
          "ingress.class-merge");

  Optional<String> find(String key) {
    for (String prefix : PREFIXES) {
      String value = meta.annotations().get(prefix + key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Location at(String key) {
    String prefix =
        PREFIXES.stream()
            .filter(p -> meta.annotations().containsKey(p + key))
            .findFirst()
            .orElse(PREFIXES.getFirst());
    return new Location(id, FieldPath.of("metadata", "annotations", prefix + key));
  }

  /** As Go reads a flag, and some words besides; what is neither is off. */
  static Optional<Boolean> flag(Optional<String> value) {
    return value.map(
        v ->
            switch (v) {
              case "1", "t", "T", "true", "True", "TRUE", "on", "enabled" -> true;
              default -> false;
            });
  }

  Optional<String> unknown() {
    return UNKNOWN.stream().filter(key -> find(key).isPresent()).findFirst();
  }
}
