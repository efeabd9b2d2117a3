package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The annotations of one Ingress that belong to the controller (annotations/parser/main.go). */
record Annotations(ObjectMeta meta, ResourceId id, String prefix) {
  /** As it is written. */
  Optional<String> raw(String key) {
    return Optional.ofNullable(meta.annotations().get(prefix + key));
  }

  /** Blanks around each line cut; empty where nothing is left. */
  Optional<String> text(String key) {
    return raw(key)
        .map(v -> v.lines().map(String::strip).collect(Collectors.joining("\n")))
        .filter(v -> !v.isEmpty());
  }

  boolean isOn(String key, boolean otherwise) {
    return raw(key).flatMap(GoBool::parse).orElse(otherwise);
  }

  /** As Go's Atoi reads it; what is larger than an int counts as the largest. */
  int number(String key, int otherwise) {
    return raw(key).filter(Annotations::isNumber).map(Annotations::parsed).orElse(otherwise);
  }

  static boolean isNumber(String value) {
    return value.matches("[-+]?[0-9]{1,18}");
  }

  private static int parsed(String value) {
    return (int) Math.clamp(Long.parseLong(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Where it is written. */
  Location at(String key) {
    return new Location(id, FieldPath.of("metadata", "annotations", prefix + key));
  }

  /** Whether any belongs to the controller. */
  boolean isEmpty() {
    for (String key : meta.annotations().keySet()) {
      if (key.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  /** Those of the controller, by their keys without the prefix. */
  Map<String, String> own() {
    return meta.annotations().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()),
                Map.Entry::getValue,
                (a, b) -> b,
                TreeMap::new));
  }
}
