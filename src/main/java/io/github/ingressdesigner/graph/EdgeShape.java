package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.RowBox;

/**
 * The lines of a layout: brackets from hosts to their rows, like a transit map, and curves from
 * rows to backends.
 */
public final class EdgeShape {
  /** More rows than this join in one vertical line before the backend's port. */
  private static final int BUNDLE = 8;

  private static final double CORNER = 8;

  /** Takes the parts of a line. */
  public interface Line {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void quadTo(double controlX, double controlY, double x, double y);

    void curveTo(double c1x, double c1y, double c2x, double c2y, double x, double y);
  }

  private final Layout layout;

  public EdgeShape(Layout layout) {
    this.layout = layout;
  }

  /** Whether the lines to the backend of a row join in one vertical line. */
  public boolean isBundled(RowBox row) {
    return layout.backends().get(row.backend()).rows().size() > BUNDLE;
  }

  /** From the host to the row; of a default backend on to the end of its row. */
  public void bracket(RowBox row, Line line) {
    Columns columns = layout.columnsOf(row);
    Box host = layout.hosts().get(row.host()).box();
    double y = row.box().centerY();
    double from = host.centerY();
    double bus = columns.bus();
    double end = row.row() instanceof DefaultEdge ? row.box().right() : columns.pathX();
    line.moveTo(host.right(), from);
    double drop = y - from;
    if (Math.abs(drop) < 1) {
      line.lineTo(end, y);
      return;
    }
    double radius = Math.min(CORNER, Math.abs(drop) / 2);
    double turn = Math.signum(drop) * radius;
    line.lineTo(bus - radius, from);
    line.quadTo(bus, from, bus, from + turn);
    line.lineTo(bus, y - turn);
    line.quadTo(bus, y, bus + radius, y);
    line.lineTo(end, y);
  }

  /** From a row to the port of its backend, before the arrow head. */
  public void curve(RowBox row, Line line) {
    BackendBox backend = layout.backends().get(row.backend());
    double x = row.box().right();
    double y = row.box().centerY();
    double endX = backend.box().x() - 7;
    double endY = backend.box().centerY();
    line.moveTo(x, y);
    if (Math.abs(y - endY) < 0.6) {
      line.lineTo(endX, endY);
    } else if (backend.rows().size() > BUNDLE) {
      bundle(y, endX, endY, row.backend(), line);
    } else {
      double half = (backend.box().x() - x) / 2;
      line.curveTo(x + half, y, endX - half, endY, endX, endY);
    }
  }

  /** Lanes keep the vertical lines of neighbouring bundles apart. */
  private static void bundle(double y, double endX, double endY, int backend, Line line) {
    double bus = endX - 8 - 5 * (backend % 3);
    double turn = Math.signum(endY - y) * Math.min(CORNER, Math.abs(endY - y) / 2);
    line.lineTo(bus - Math.abs(turn), y);
    line.quadTo(bus, y, bus, y + turn);
    line.lineTo(bus, endY - turn);
    line.quadTo(bus, endY, endX, endY);
  }
}
