package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Row;
import java.util.List;

/**
 * Where everything stands: three columns (hosts, rows of paths and default backends, backends) in
 * pixels at 100 %. Deterministic: the same graph, widths and room give the same places.
 *
 * @param rows of all hosts, from top to bottom
 * @param width of the whole drawing, margins included
 * @param height of the whole drawing, margins included
 */
public record Layout(
    Columns columns,
    List<HostBox> hosts,
    List<RowBox> rows,
    List<BackendBox> backends,
    double width,
    double height) {
  public static final Layout EMPTY =
      new Layout(new Columns(0, 0, 0, 0, 0, 0), List.of(), List.of(), List.of(), 0, 0);

  /** Left edges and widths of the three columns. */
  public record Columns(
      double hostX,
      double hostWidth,
      double pathX,
      double pathWidth,
      double backendX,
      double backendWidth) {
    /** Where the vertical part of a host's bracket stands. */
    public double bus() {
      double gap = pathX - hostX - hostWidth;
      return pathX - Math.min(20, gap / 2);
    }
  }

  /**
   * A label below its node, placed relative to the node's upper left corner.
   *
   * @param chips what it stands for: one, or those for which there was no room
   * @param arrow whether the arrow of a rewrite stands before the text
   */
  public record ChipBox(String text, List<Chip> chips, boolean arrow, Box box) {
    /** Where it stands below a node. */
    public Box on(Box node) {
      return box.moveTo(node.x() + box.x(), node.y() + box.y());
    }
  }

  /**
   * @param firstRow index of its first row in {@link Layout#rows}
   */
  public record HostBox(HostNode node, Box box, List<ChipBox> chips, int firstRow, int rowCount) {}

  /**
   * @param host index in {@link Layout#hosts}
   * @param box the place of the path node; of a default backend the same place left free
   * @param backend index in {@link Layout#backends}, or -1
   */
  public record RowBox(Row row, int host, Box box, List<ChipBox> chips, int backend) {}

  /**
   * @param rows indices of the rows that lead here, rising
   */
  public record BackendBox(BackendNode node, Box box, List<Integer> rows) {}

  /** Free room for the drawing, which decides how generous the gaps are. */
  public record Room(double width, double height) {}

  public static Layout of(Graph graph, TextWidths widths, Room room) {
    return graph.hosts().isEmpty() ? EMPTY : new LayoutBuilder(graph, widths, room).build();
  }

  /** Number of nodes drawn. */
  public int nodeCount() {
    return hosts.size() + rows.size() + backends.size();
  }

  /**
   * Index of the first host whose group reaches below {@code y}; {@code hosts.size()} if none does.
   */
  public int firstHostBelow(double y) {
    int low = 0;
    int high = hosts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bottomOf(hosts.get(middle)) > y) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first y below everything of a host: its box, its rows and their chips. */
  public double bottomOf(HostBox host) {
    double bottom = Math.max(host.box().bottom(), chipsBottom(host.box(), host.chips()));
    if (host.rowCount() > 0) {
      RowBox last = rows.get(host.firstRow() + host.rowCount() - 1);
      bottom =
          Math.max(bottom, Math.max(last.box().bottom(), chipsBottom(last.box(), last.chips())));
    }
    return bottom;
  }

  /** The first y of a host: of its box or of its first row. */
  public double topOf(HostBox host) {
    return host.rowCount() == 0
        ? host.box().y()
        : Math.min(host.box().y(), rows.get(host.firstRow()).box().y());
  }

  private static double chipsBottom(Box node, List<ChipBox> chips) {
    return chips.isEmpty() ? node.bottom() : node.y() + chips.getLast().box().bottom();
  }
}
