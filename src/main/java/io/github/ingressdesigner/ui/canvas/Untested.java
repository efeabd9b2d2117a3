package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Marks what no route test reaches by a dashed circle on the upper edge, at its left.
 *
 * @param reached rows that some test reaches; empty while nothing is to be marked
 */
record Untested(Optional<Set<Location>> reached) {
  static final Untested HIDDEN = new Untested(Optional.empty());

  private static final double RADIUS = 5;

  boolean row(Location at) {
    return reached.filter(all -> !all.contains(at)).isPresent();
  }

  /** A host that none of its rows is reached of. */
  boolean host(HostNode host) {
    return reached.isPresent()
        && Stream.concat(host.paths().stream(), host.defaults().stream())
            .allMatch(row -> row(row.at()));
  }

  boolean item(Picture picture, Item item) {
    return switch (item) {
      case Item.Host host -> picture.host(host.name()).filter(h -> host(h.node())).isPresent();
      case Item.Row row -> row(row.at());
      case Item.Backend backend -> false;
    };
  }

  void paint(Pen pen, HostBox host) {
    if (host(host.node())) {
      circle(pen, host.box());
    }
  }

  void paint(Pen pen, RowBox row) {
    if (row(row.row().at())) {
      circle(pen, row.box());
    }
  }

  /** From far, where a row is a bar: a dot in front of it. */
  void paintFar(Pen pen, RowBox row, double x) {
    if (row(row.row().at())) {
      double size = pen.screen(4);
      pen.fill(
          new Box(x - 2 * size, row.box().centerY() - size / 2, size, size), size / 2, Role.TEXT3);
    }
  }

  private static void circle(Pen pen, Box node) {
    double x = node.x() + 9 - RADIUS;
    double y = node.y() - RADIUS;
    pen.g.setFill(pen.color(Role.CANVAS));
    pen.g.fillOval(x, y, 2 * RADIUS, 2 * RADIUS);
    pen.stroke(Role.TEXT3, 1.5, false);
    pen.g.setLineDashes(2.6, 2.6);
    pen.g.strokeOval(x, y, 2 * RADIUS, 2 * RADIUS);
    pen.g.setLineDashes();
  }
}
