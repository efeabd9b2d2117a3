package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations of one Ingress or Service. The controller cuts off whatever stands before the
 * first slash of a name, so any prefix will do (pkg/store/convert.go, CopyAnnotations).
 *
 * @param values by name without prefix
 * @param written the whole names
 * @param twice names without prefix that stand there with different values; chance picks one
 */
record Annotations(
    ResourceId id, Map<String, String> values, Map<String, String> written, Set<String> twice) {
  private static final List<String> PREFIXES =
      List.of("haproxy.org/", "haproxy.com/", "ingress.kubernetes.io/");

  /** What changes answers and is not modelled. */
  private static final List<String> UNKNOWN =
      List.of(
          "allow-list",
          "whitelist",
          "deny-list",
          "blacklist",
          "auth-type",
          "rate-limit-requests",
          "backend-config-snippet",
          "cr-backend",
          "ssl-passthrough");

  static Annotations of(ObjectMeta meta, ResourceId id) {
    Map<String, String> all = meta.annotations();
    if (all.isEmpty()) {
      return none(id);
    }
    Map<String, String> values = new HashMap<>();
    Map<String, String> written = new HashMap<>();
    Set<String> twice = new HashSet<>();
    all.forEach(
        (name, value) -> {
          String key = name.substring(name.indexOf('/') + 1);
          String before = written.get(key);
          if (before != null && !value.equals(values.get(key))) {
            twice.add(key);
          }
          if (before == null || rank(name) < rank(before)) {
            values.put(key, value);
            written.put(key, name);
          }
        });
    return new Annotations(id, values, written, twice);
  }

  static Annotations none(ResourceId id) {
    return new Annotations(id, Map.of(), Map.of(), Set.of());
  }

  private static int rank(String name) {
    int place = PREFIXES.indexOf(name.substring(0, name.indexOf('/') + 1));
    return place < 0 ? PREFIXES.size() : place;
  }

  /** May be empty text, which hides the value of the ConfigMap. */
  Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Location at(String key) {
    String name = written.getOrDefault(key, PREFIXES.getFirst() + key);
    return new Location(id, FieldPath.of("metadata", "annotations", name));
  }

  /** As Go reads a flag, and some words besides; what is neither is off. */
  static boolean isOn(String value) {
    return GoBool.parse(value)
        .orElseGet(() -> List.of("on", "enabled").contains(value.toLowerCase(Locale.ROOT)));
  }

  /** The first one that changes answers and is not modelled. */
  Optional<String> unknown() {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return UNKNOWN.stream()
        .filter(key -> !values.getOrDefault(key, "").isEmpty())
        .filter(key -> !key.equals("ssl-passthrough") || isOn(values.get(key)))
        .findFirst();
  }
}
