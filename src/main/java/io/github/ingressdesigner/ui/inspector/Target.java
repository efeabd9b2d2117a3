package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.Optional;

/** The element that a selection means, with what the text says of it. */
sealed interface Target {
  /** Where the element stands. */
  Location at();

  record PathTarget(Location at, Ingress ingress, Rule rule, HttpPath path) implements Target {}

  record RuleTarget(Location at, Ingress ingress, Rule rule) implements Target {}

  record DefaultTarget(Location at, Ingress ingress) implements Target {}

  record TlsTarget(Location at, Ingress ingress, TlsEntry entry) implements Target {}

  /** The Ingress as a whole: its name, class and annotations. */
  record IngressTarget(Location at, Ingress ingress) implements Target {}

  /** Another object; its annotations can be edited. */
  record OtherTarget(Location at, Resource resource) implements Target {}

  /** The innermost element that holds a place; empty where the place is in no resource. */
  static Optional<Target> of(Resources resources, Location place) {
    Optional<Resource> found = resources.find(place.resource());
    return found.map(
        resource ->
            resource instanceof Ingress ingress
                ? in(ingress, place)
                : new OtherTarget(Location.of(place.resource()), resource));
  }

  private static Target in(Ingress ingress, Location place) {
    ResourceId id = place.resource();
    FieldPath path = place.path();
    int first = path.indexAt(0);
    if (path.startsWith(FieldPath.of("spec", "rules"))
        && first >= 0
        && first < ingress.spec().rules().size()) {
      Rule rule = ingress.spec().rules().get(first);
      int second = path.indexAt(1);
      return second >= 0 && second < rule.paths().size()
          ? new PathTarget(
              new Location(id, FieldPath.path(first, second)),
              ingress,
              rule,
              rule.paths().get(second))
          : new RuleTarget(new Location(id, FieldPath.rule(first)), ingress, rule);
    }
    if (path.startsWith(FieldPath.of("spec", "tls"))
        && first >= 0
        && first < ingress.spec().tls().size()) {
      return new TlsTarget(
          new Location(id, FieldPath.tls(first)), ingress, ingress.spec().tls().get(first));
    }
    if (path.startsWith(FieldPath.defaultBackend())
        && ingress.spec().defaultBackend().isPresent()) {
      return new DefaultTarget(new Location(id, FieldPath.defaultBackend()), ingress);
    }
    return new IngressTarget(Location.of(id), ingress);
  }
}
