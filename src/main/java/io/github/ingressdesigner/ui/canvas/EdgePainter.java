package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.EdgeShape;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.ui.common.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws the lines: brackets from hosts to their rows, like a transit map, and curves from rows to
 * backends. All lines of one look are one path, so that lines on top of each other do not darken.
 */
final class EdgePainter {
  private final Pen pen;
  private final GraphicsContext g;
  private final Layout layout;
  private final Looks looks;
  private final EdgeShape shape;
  private final OnCanvas line;

  EdgePainter(Pen pen, Layout layout, Looks looks) {
    this.pen = pen;
    this.g = pen.g;
    this.layout = layout;
    this.looks = looks;
    shape = new EdgeShape(layout);
    line = new OnCanvas(pen.g);
  }

  private record OnCanvas(GraphicsContext g) implements EdgeShape.Line {
    @Override
    public void moveTo(double x, double y) {
      g.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      g.lineTo(x, y);
    }

    @Override
    public void quadTo(double controlX, double controlY, double x, double y) {
      g.quadraticCurveTo(controlX, controlY, x, y);
    }

    @Override
    public void curveTo(double c1x, double c1y, double c2x, double c2y, double x, double y) {
      g.bezierCurveTo(c1x, c1y, c2x, c2y, x, y);
    }
  }

  /**
   * @param rows those whose node is in view
   * @param crossing rows out of view whose line to the backend crosses it
   */
  void paint(Box view, List<RowBox> rows, List<RowBox> crossing) {
    Map<Look, List<RowBox>> branches = new EnumMap<>(Look.class);
    Map<Look, List<RowBox>> lines = new EnumMap<>(Look.class);
    for (RowBox row : rows) {
      branches.computeIfAbsent(looks.branch(row), k -> new ArrayList<>()).add(row);
    }
    addCrossingBrackets(view, rows, branches);
    for (Collection<RowBox> list : List.<Collection<RowBox>>of(rows, farthest(view, crossing))) {
      for (RowBox row : list) {
        if (row.backend() >= 0) {
          lines.computeIfAbsent(looks.line(row), k -> new ArrayList<>()).add(row);
        }
      }
    }
    for (Look look : Look.values()) {
      brackets(look, branches.getOrDefault(look, List.of()));
      curves(look, lines.getOrDefault(look, List.of()));
    }
  }

  /**
   * Of lines that come from out of view and join in one vertical line, the longest on each side
   * stands for all: there may be hundreds of them.
   */
  private Collection<RowBox> farthest(Box view, List<RowBox> crossing) {
    Map<Object, RowBox> kept = new LinkedHashMap<>();
    for (RowBox row : crossing) {
      boolean above = row.box().centerY() < view.y();
      boolean below = row.box().centerY() > view.bottom();
      boolean alone = !shape.isBundled(row) || !above && !below;
      Object line = alone ? row : new Bundle(row.backend(), looks.line(row), above);
      kept.merge(line, row, (a, b) -> above == (a.box().centerY() < b.box().centerY()) ? a : b);
    }
    return kept.values();
  }

  /** Lines of one look that come from one side. */
  private record Bundle(int backend, Look look, boolean above) {}

  /** The winner of a host in view, where the row itself is out of view. */
  private void addCrossingBrackets(Box view, List<RowBox> rows, Map<Look, List<RowBox>> branches) {
    if (!looks.tracing()) {
      return;
    }
    Set<RowBox> shown = Set.copyOf(rows);
    layout.tracks().stream()
        .flatMap(track -> layout.hostsIn(track, view.y(), view.bottom()).stream())
        .flatMap(
            host ->
                layout.rows().subList(host.firstRow(), host.firstRow() + host.rowCount()).stream())
        .filter(row -> looks.isWinner(row) && !shown.contains(row))
        .forEach(row -> branches.computeIfAbsent(Look.TRACED, k -> new ArrayList<>()).add(row));
  }

  private static Role role(Look look) {
    return switch (look) {
      case STALE -> Role.STALE;
      case DIM -> Role.DIM_EDGE;
      case PLAIN -> Role.EDGE;
      case FOUND, SELECTED -> Role.ACCENT;
      case TRACED -> Role.TRACED;
    };
  }

  private static double width(Look look) {
    return switch (look) {
      case STALE, DIM -> 1.5;
      case PLAIN, FOUND -> 2;
      case SELECTED -> 2.5;
      case TRACED -> 4;
    };
  }

  private void brackets(Look look, List<RowBox> rows) {
    if (rows.isEmpty()) {
      return;
    }
    pen.stroke(role(look), width(look), false);
    g.beginPath();
    for (RowBox row : rows) {
      shape.bracket(row, line);
    }
    g.stroke();
  }

  private void curves(Look look, List<RowBox> rows) {
    if (rows.isEmpty()) {
      return;
    }
    boolean strong = look == Look.TRACED || look == Look.SELECTED;
    Set<BackendBox> heads = new LinkedHashSet<>();
    pen.stroke(role(look), width(look), look == Look.STALE);
    g.beginPath();
    for (RowBox row : rows) {
      BackendBox backend = layout.backends().get(row.backend());
      heads.add(backend);
      shape.curve(row, line);
    }
    g.stroke();
    g.setLineDashes();
    g.setFill(pen.color(role(look)));
    for (BackendBox backend : heads) {
      arrow(backend.box(), strong ? 10.4 : 6.6, strong ? 6 : 4);
    }
  }

  private void arrow(Box backend, double length, double half) {
    double tip = backend.x() - 1;
    double y = backend.centerY();
    g.beginPath();
    g.moveTo(tip, y);
    g.lineTo(tip - length, y - half);
    g.lineTo(tip - length, y + half);
    g.closePath();
    g.fill();
  }
}
