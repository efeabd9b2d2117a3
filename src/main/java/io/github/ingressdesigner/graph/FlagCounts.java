package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.GraphBuilder.Flag;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Element;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.model.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems counted by the element of the picture that they belong to. */
final class FlagCounts {
  private static final int[] NOTHING = {0, 0};
  private final Map<Location, int[]> counts = new HashMap<>();

  FlagCounts(List<Flag> flags) {
    for (Flag flag : flags) {
      Location element = new Location(flag.at().resource(), element(flag.at().path()));
      counts.computeIfAbsent(element, at -> new int[2])[flag.error() ? 0 : 1]++;
    }
  }

  /** Errors and warnings of an element; to be read only. */
  int[] of(Location element) {
    return counts.isEmpty() ? NOTHING : counts.getOrDefault(element, NOTHING);
  }

  /** The path entry, rule, TLS entry or default backend that holds a field; else the root. */
  static FieldPath element(FieldPath field) {
    List<Element> steps = field.elements();
    if (steps.size() < 2 || !isKey(steps, 0, "spec")) {
      return FieldPath.ROOT;
    }
    if (isKey(steps, 1, "defaultBackend")) {
      return new FieldPath(steps.subList(0, 2));
    }
    if (steps.size() < 3 || !(steps.get(2) instanceof Index)) {
      return FieldPath.ROOT;
    }
    if (isKey(steps, 1, "tls")) {
      return new FieldPath(steps.subList(0, 3));
    }
    if (!isKey(steps, 1, "rules")) {
      return FieldPath.ROOT;
    }
    boolean inPath =
        steps.size() > 5
            && isKey(steps, 3, "http")
            && isKey(steps, 4, "paths")
            && steps.get(5) instanceof Index;
    return new FieldPath(steps.subList(0, inPath ? 6 : 3));
  }

  private static boolean isKey(List<Element> steps, int at, String name) {
    return steps.get(at) instanceof Key key && key.name().equals(name);
  }
}
