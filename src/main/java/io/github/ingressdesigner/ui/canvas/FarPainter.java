package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.ui.common.Role;
import java.util.List;
import java.util.Optional;

/**
 * The view from far: hosts as blocks, paths as bars as long as the path, backends as short bars.
 */
final class FarPainter {
  /** A path of so many characters fills its column. */
  private static final double LONGEST = 40;

  private final Pen pen;
  private final Layout layout;
  private final Looks looks;
  private final boolean bars;

  FarPainter(Pen pen, Layout layout, Looks looks, Detail detail) {
    this.pen = pen;
    this.layout = layout;
    this.looks = looks;
    this.bars = detail == Detail.BARS;
  }

  void paint(List<HostBox> hosts, List<RowBox> rows, List<BackendBox> backends) {
    hosts.forEach(this::host);
    if (!bars) {
      rows.stream().filter(row -> strong(looks.row(row)).isPresent()).forEach(this::row);
      return;
    }
    rows.forEach(this::row);
    backends.forEach(this::backend);
  }

  private static Optional<Role> strong(Look look) {
    return switch (look) {
      case TRACED -> Optional.of(Role.TRACED);
      case FOUND, SELECTED -> Optional.of(Role.ACCENT);
      case STALE, DIM, PLAIN -> Optional.empty();
    };
  }

  private void host(HostBox host) {
    Look look = looks.host(host);
    double top = layout.topOf(host);
    double height = Math.max(layout.bottomOf(host) - top, pen.screen(2));
    Box box = new Box(host.box().x(), top, host.box().width(), height);
    Role role =
        strong(look)
            .filter(r -> look != Look.FOUND || !bars)
            .orElse(
                look == Look.DIM || look == Look.STALE
                    ? Role.DIM_EDGE
                    : bars ? Role.HOST : Role.DIM_EDGE);
    boolean outline = bars && (look == Look.DIM || look == Look.STALE);
    if (outline) {
      pen.node(box, 0, Role.DIM_BG, role, pen.screen(1), false);
    } else {
      pen.fill(box, 0, role);
    }
  }

  /** How much of its column the bar of a path fills, 0 to 1. */
  static double length(PathNode path) {
    return Math.min(1, (path.path().length() + 4) / LONGEST);
  }

  private void row(RowBox row) {
    Columns columns = layout.columnsOf(row);
    double length = row.row() instanceof PathNode path ? length(path) : 1;
    Look look = looks.row(row);
    Optional<Role> strong = strong(look);
    double height = pen.screen(strong.isPresent() ? 4 : 2);
    double y = row.box().centerY() - height / 2;
    Role role = strong.orElse(look == Look.PLAIN ? Role.EDGE : Role.DIM_EDGE);
    pen.fill(new Box(columns.pathX(), y, columns.pathWidth() * length, height), 0, role);
    if (strong.isPresent() && row.backend() >= 0) {
      Box backend = layout.backends().get(row.backend()).box();
      pen.stroke(role, pen.screen(2), false);
      pen.g.strokeLine(
          columns.pathX() + columns.pathWidth() * length,
          row.box().centerY(),
          backend.x(),
          backend.centerY());
    }
  }

  private void backend(BackendBox backend) {
    Look look = looks.backend(backend);
    double height = pen.screen(4);
    Box box =
        new Box(
            backend.box().x(),
            backend.box().centerY() - height / 2,
            backend.box().width() * 0.5,
            height);
    Role plain = look == Look.PLAIN ? Role.BACKEND : Role.DIM_EDGE;
    pen.fill(box, 0, look == Look.FOUND ? Role.BACKEND : strong(look).orElse(plain));
  }
}
