package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Element;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import java.util.List;

/** From fields of an Ingress to the elements that the picture shows. */
public final class Elements {
  private Elements() {}

  /** The path entry, rule, TLS entry or default backend that holds a field; else the root. */
  public static FieldPath of(FieldPath field) {
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
