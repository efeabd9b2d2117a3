package io.github.ingressdesigner.cluster.clean;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The order in which people write keys; what is not listed follows by the alphabet. */
final class KeyOrder {
  private static final List<String> FIRST =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "name",
          "namespace",
          "labels",
          "annotations",
          "type",
          "spec",
          "ingressClassName",
          "defaultBackend",
          "tls",
          "hosts",
          "secretName",
          "host",
          "http",
          "rules",
          "path",
          "pathType",
          "paths",
          "backend",
          "service",
          "selector",
          "port",
          "number",
          "protocol",
          "targetPort",
          "ports",
          "parentRefs",
          "hostnames",
          "matches",
          "filters",
          "backendRefs",
          "data");

  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    for (String key : FIRST) {
      RANKS.put(key, RANKS.size());
    }
  }

  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(key -> RANKS.getOrDefault(key, FIRST.size()))
          .thenComparing(Comparator.naturalOrder());

  private KeyOrder() {}

  static JsonNode sorted(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode sorted = JsonMapper.shared().createObjectNode();
        object.propertyNames().stream()
            .sorted(ORDER)
            .forEach(key -> sorted.set(key, sorted(object.get(key))));
        yield sorted;
      }
      case ArrayNode list -> {
        ArrayNode sorted = JsonMapper.shared().createArrayNode();
        list.forEach(item -> sorted.add(sorted(item)));
        yield sorted;
      }
      default -> node;
    };
  }
}
