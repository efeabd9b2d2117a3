package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes fields out of an object by the paths of ownership conflicts: {@code .spec.rules}, {@code
 * .metadata.annotations.a.b/c}, {@code .spec.ports[port=80,protocol="TCP"].targetPort}. Keys may
 * hold dots, so the longest key that fits is meant.
 */
final class FieldRemover {
  private FieldRemover() {}

  /**
   * A copy without the fields.
   *
   * @throws IllegalStateException where a path leads nowhere: what is to be left must not be sent
   */
  static KubeObject without(KubeObject object, List<String> fields) {
    ObjectNode copy = object.copy();
    for (String field : fields) {
      if (!remove(copy, field)) {
        throw new IllegalStateException(
            "field " + field + " of " + object.key().shown() + ", expected one of the object");
      }
    }
    return new KubeObject(copy);
  }

  private static boolean remove(JsonNode node, String path) {
    if (path.startsWith(".") && node instanceof ObjectNode object) {
      Optional<String> key =
          object.propertyNames().stream()
              .filter(name -> fits(path, name))
              .max(Comparator.comparingInt(String::length));
      if (key.isEmpty()) {
        return false;
      }
      String rest = path.substring(1 + key.get().length());
      if (rest.isEmpty()) {
        object.remove(key.get());
        return true;
      }
      return remove(object.get(key.get()), rest);
    }
    int end = path.indexOf(']');
    if (path.startsWith("[") && end > 0 && node instanceof ArrayNode list) {
      int index = index(list, path.substring(1, end));
      if (index < 0) {
        return false;
      }
      String rest = path.substring(end + 1);
      if (rest.isEmpty()) {
        list.remove(index);
        return true;
      }
      return remove(list.get(index), rest);
    }
    return false;
  }

  private static boolean fits(String path, String name) {
    int end = 1 + name.length();
    return path.startsWith(name, 1)
        && (path.length() == end || path.charAt(end) == '.' || path.charAt(end) == '[');
  }

  private static int index(ArrayNode list, String selector) {
    if (selector.matches("\\d+")) {
      int index = Integer.parseInt(selector);
      return index < list.size() ? index : -1;
    }
    Map<String, String> keys = new HashMap<>();
    for (String part : selector.split(",")) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        return -1;
      }
      keys.put(part.substring(0, equals), part.substring(equals + 1));
    }
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      boolean all =
          keys.entrySet().stream()
              .allMatch(
                  e ->
                      (e.getKey().isEmpty() ? item : item.path(e.getKey()))
                          .toString()
                          .equals(e.getValue()));
      if (all) {
        return i;
      }
    }
    return -1;
  }
}
