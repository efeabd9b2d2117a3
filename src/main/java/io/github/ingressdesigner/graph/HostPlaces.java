package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Graph.Row;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Places the hosts of a track with their rows below each other. */
final class HostPlaces {
  private final Columns columns;
  private final int track;
  private final double pitch;
  private final ChipPlaces pathChips;
  private final ChipPlaces hostChips;
  private final Map<String, Integer> backendIndex;
  private final List<HostBox> hosts;
  private final List<RowBox> rows;

  /**
   * @param hosts takes the boxes of the hosts
   * @param rows takes the boxes of their rows
   */
  HostPlaces(
      Columns columns,
      int track,
      double pitch,
      ChipPlaces pathChips,
      ChipPlaces hostChips,
      Map<String, Integer> backendIndex,
      List<HostBox> hosts,
      List<RowBox> rows) {
    this.columns = columns;
    this.track = track;
    this.pitch = pitch;
    this.pathChips = pathChips;
    this.hostChips = hostChips;
    this.backendIndex = backendIndex;
    this.hosts = hosts;
    this.rows = rows;
  }

  /**
   * @param top of the first row
   * @return the first y below everything
   */
  double place(Sections.Group group, double top) {
    double center = top + Sizes.PATH_HEIGHT / 2;
    double bottom = center;
    for (HostNode node : group.hosts()) {
      double first = center;
      double last = center;
      double below = center + Sizes.HOST_HEIGHT / 2;
      int firstRow = rows.size();
      for (Row row : rowsOf(node)) {
        List<ChipBox> chips = row instanceof PathNode path ? pathChips.of(path.chips()) : List.of();
        double rowTop = center - Sizes.PATH_HEIGHT / 2;
        Box box = new Box(columns.pathX(), rowTop, columns.pathWidth(), Sizes.PATH_HEIGHT);
        int backend = row.target().map(backendIndex::get).orElse(-1);
        rows.add(new RowBox(row, hosts.size(), box, chips, backend));
        last = center;
        double extra = chips.isEmpty() ? 0 : rowTop + chips.getLast().box().bottom() - box.bottom();
        below = Math.max(below, box.bottom() + extra);
        center += pitch + (extra > 0 ? extra - 4 : 0);
      }
      double middle = Math.round((first + last) / 2);
      Box box =
          new Box(
              columns.hostX(),
              middle - Sizes.HOST_HEIGHT / 2,
              columns.hostWidth(),
              Sizes.HOST_HEIGHT);
      List<ChipBox> chips = hostChips.of(node.chips());
      if (!chips.isEmpty()) {
        below = Math.max(below, box.y() + chips.getLast().box().bottom());
      }
      hosts.add(new HostBox(node, box, chips, track, firstRow, rows.size() - firstRow));
      bottom = below;
      center =
          Math.max(last + Sizes.GROUP_PITCH, below + Sizes.GROUP_PITCH - Sizes.HOST_HEIGHT / 2 - 2);
    }
    return bottom;
  }

  private static List<Row> rowsOf(HostNode node) {
    if (node.defaults().isEmpty()) {
      return List.copyOf(node.paths());
    }
    List<Row> all = new ArrayList<>(node.paths());
    all.addAll(node.defaults());
    return all;
  }
}
