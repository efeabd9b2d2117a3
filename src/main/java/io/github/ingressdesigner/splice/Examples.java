package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.yaml.Sketch;
import java.util.Optional;

/** Elements that are written already, so that new ones look like them: the nearest first. */
final class Examples {
  /** Rules further away than this are not looked at. */
  private static final int REACH = 20;

  private final Planning planning;
  private final FieldWriter writer;

  Examples(Planning planning, FieldWriter writer) {
    this.planning = planning;
    this.writer = writer;
  }

  /** A path near a place: of the same rule, else of the rules above, else of those below. */
  Optional<Sketch> path(ResourceId ingress, int rule, int path) {
    int from = Math.max(0, rule);
    Optional<Sketch> found = pathOf(ingress, from, path);
    for (int i = 1; i < REACH && found.isEmpty(); i++) {
      found = from - i >= 0 ? pathOf(ingress, from - i, Integer.MAX_VALUE) : Optional.empty();
      if (found.isEmpty()) {
        found = pathOf(ingress, from + i, 0);
      }
    }
    return found;
  }

  private Optional<Sketch> pathOf(ResourceId ingress, int rule, int index) {
    FieldPath paths = FieldPath.rule(rule).key("http").key("paths");
    return writer.example(new Location(ingress, paths), index);
  }

  /** The host of another rule, for its quotes. */
  Optional<Sketch> host(ResourceId ingress, int rule) {
    for (int i = 1; i < REACH; i++) {
      for (int at : new int[] {rule - i, rule + i}) {
        Optional<Sketch> found =
            at < 0
                ? Optional.empty()
                : writer.example(new Location(ingress, FieldPath.rule(at).key("host")));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
