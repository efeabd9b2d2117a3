package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.util.List;

/** Where people usually write a key among the others of its mapping. */
final class KeyOrder {
  private KeyOrder() {}

  /**
   * The place of a new key: behind the keys that usually stand before it, in front of the ones that
   * usually follow, and never before a merge, which would override it.
   *
   * @param mapping path of the mapping
   * @return index of the entry that will follow; the number of entries for the end
   */
  static int placeOf(String key, FieldPath mapping, YamlCursor entries) {
    List<String> usual = usual(mapping);
    int rank = usual.indexOf(key);
    int afterLower = -1;
    int beforeHigher = -1;
    int afterMerge = 0;
    int count = entries.entries().size();
    for (int i = 0; i < count; i++) {
      String name = entries.entries().get(i).key() instanceof Scalar scalar ? scalar.value() : "";
      int other = usual.indexOf(name);
      if (other >= 0 && other < rank) {
        afterLower = i + 1;
      }
      if (other > rank && rank >= 0 && beforeHigher < 0) {
        beforeHigher = i;
      }
      if (Way.isMerge(entries, i)) {
        afterMerge = i + 1;
      }
    }
    int wanted = afterLower >= 0 ? afterLower : beforeHigher >= 0 ? beforeHigher : count;
    return Math.max(wanted, afterMerge);
  }

  private static List<String> usual(FieldPath mapping) {
    if (mapping.isRoot()) {
      return List.of("apiVersion", "kind", "metadata", "spec");
    }
    return switch (mapping.elements().getLast()) {
      case Index _ -> usualItem(mapping.parent());
      case Key(String name) ->
          switch (name) {
            case "metadata" -> List.of("name", "namespace", "labels", "annotations");
            case "spec" -> List.of("ingressClassName", "defaultBackend", "tls", "rules");
            case "backend", "defaultBackend" -> List.of("service", "resource");
            case "service" -> List.of("name", "port");
            case "resource" -> List.of("apiGroup", "kind", "name");
            default -> List.of();
          };
    };
  }

  private static List<String> usualItem(FieldPath list) {
    return switch (list.elements().getLast()) {
      case Key(String name) when name.equals("rules") -> List.of("host", "http");
      case Key(String name) when name.equals("paths") -> List.of("path", "pathType", "backend");
      case Key(String name) when name.equals("tls") -> List.of("hosts", "secretName");
      case Key _, Index _ -> List.of();
    };
  }
}
