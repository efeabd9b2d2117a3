package io.github.ingressdesigner.lint.common;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * One path entry of an Ingress, with its host.
 *
 * @param host as written; empty for a rule without host
 */
public record PathAt(Located located, int rule, int index, String host, HttpPath value) {
  /** All path entries of an Ingress in the order of the text. */
  public static List<PathAt> of(Located located) {
    if (!(located.resource() instanceof Ingress ingress)) {
      return List.of();
    }
    List<PathAt> all = new ArrayList<>();
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      List<HttpPath> paths = rules.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        all.add(new PathAt(located, i, j, rules.get(i).host().orElse(""), paths.get(j)));
      }
    }
    return all;
  }

  public Ingress ingress() {
    return (Ingress) located.resource();
  }

  /** The entry. */
  public Location at() {
    return new Location(located.id(), FieldPath.path(rule, index));
  }

  /** Its path. */
  public Location pathAt() {
    return at().key("path");
  }

  /** The path as written, empty where there is none. */
  public String text() {
    return value.path().orElse("");
  }

  public PathType type() {
    return value.type();
  }

  /** Host and path for people. */
  public String display() {
    return (host.isEmpty() ? "any host" : host) + " " + text();
  }
}
