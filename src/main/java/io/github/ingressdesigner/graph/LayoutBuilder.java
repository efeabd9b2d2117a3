package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Graph.Row;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.Layout.RowBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places the columns, then the rows from top to bottom, then the backends beside their rows. */
final class LayoutBuilder {
  /** Beyond a name in its node: what stands before and behind it. */
  private static final double HOST_EXTRA = Sizes.HOST_TEXT + 12;

  private static final double PATH_EXTRA = Sizes.PATH_TEXT + Sizes.SIGN + 16;
  private static final double BACKEND_EXTRA = 2 * Sizes.BACKEND_TEXT;

  private static final Widths LEAST =
      new Widths(Sizes.HOST_LEAST, Sizes.PATH_LEAST, Sizes.BACKEND_LEAST);

  private final Graph graph;
  private final TextWidths widths;
  private final Room room;
  private final Map<String, Integer> backendIndex = new HashMap<>();

  LayoutBuilder(Graph graph, TextWidths widths, Room room) {
    this.graph = graph;
    this.widths = widths;
    this.room = room;
    for (int i = 0; i < graph.backends().size(); i++) {
      backendIndex.put(graph.backends().get(i).key(), i);
    }
  }

  Layout build() {
    Columns columns = columns();
    Layout roomy = build(columns, Sizes.PITCH);
    return roomy.height() <= room.height() ? roomy : build(columns, Sizes.PITCH_NARROW);
  }

  private Columns columns() {
    double host = widths.name("any other host");
    double path = 0;
    for (HostNode node : graph.hosts()) {
      host = Math.max(host, widths.name(node.host()));
      for (PathNode entry : node.paths()) {
        path = Math.max(path, widths.name(entry.path()));
      }
    }
    double backend = 0;
    for (BackendNode node : graph.backends()) {
      backend = Math.max(backend, widths.name(node.text()));
    }
    Widths natural =
        new Widths(
            column(host + HOST_EXTRA, Sizes.HOST_LEAST),
            column(path + PATH_EXTRA, Sizes.PATH_LEAST),
            column(backend + BACKEND_EXTRA, Sizes.BACKEND_LEAST));
    Widths wanted =
        new Widths(
            Math.max(natural.host(), Sizes.HOST_MIN),
            Math.max(natural.path(), Sizes.PATH_MIN),
            Math.max(natural.backend(), Sizes.BACKEND_MIN));
    return columns(wanted, natural);
  }

  private record Widths(double host, double path, double backend) {
    double sum() {
      return host + path + backend;
    }

    /** Gives up that much width in all, as far as the least widths allow, in equal parts. */
    Widths without(double excess, Widths least) {
      double yields = sum() - least.sum();
      double part = yields <= 0 ? 0 : Math.clamp(excess / yields, 0, 1);
      return new Widths(
          Math.floor(host - part * (host - least.host())),
          Math.floor(path - part * (path - least.path())),
          Math.floor(backend - part * (backend - least.backend())));
    }
  }

  /**
   * Columns that would leave the room give way: at first what is empty beside their names, then as
   * far as they can, with names elided.
   */
  private Columns columns(Widths wanted, Widths natural) {
    double gaps = Sizes.HOST_GAP_MIN + Sizes.BACKEND_GAP_MIN;
    double limit = room.width() - gaps - 2 * Sizes.MARGIN_NARROW;
    Widths tight = wanted.without(wanted.sum() - limit, natural);
    Widths given = tight.without(tight.sum() - limit, LEAST);
    double hostWidth = given.host();
    double pathWidth = given.path();
    double backendWidth = given.backend();

    double least = hostWidth + pathWidth + backendWidth + gaps;
    double margin =
        room.width() - least >= 2 * Sizes.MARGIN + 16 ? Sizes.MARGIN : Sizes.MARGIN_NARROW;
    double free = Math.max(0, room.width() - least - 2 * margin);
    double hostGap = Math.min(Sizes.HOST_GAP_MAX, Sizes.HOST_GAP_MIN + free * 0.55);
    double rest = free - (hostGap - Sizes.HOST_GAP_MIN);
    double backendGap = Math.min(Sizes.BACKEND_GAP_MAX, Sizes.BACKEND_GAP_MIN + rest);
    double pathX = Math.floor(margin + hostWidth + hostGap);
    double backendX = Math.floor(pathX + pathWidth + backendGap);
    return new Columns(margin, hostWidth, pathX, pathWidth, backendX, backendWidth);
  }

  private static double column(double wanted, double least) {
    double whole = Math.ceil(wanted / 4) * 4;
    return Math.min(Sizes.COLUMN_MAX, Math.max(least, whole));
  }

  private Layout build(Columns columns, double pitch) {
    ChipPlaces pathChips = new ChipPlaces(widths, columns.pathWidth(), Sizes.PATH_HEIGHT);
    ChipPlaces hostChips = new ChipPlaces(widths, columns.hostWidth(), Sizes.HOST_HEIGHT);
    List<HostBox> hosts = new ArrayList<>(graph.hosts().size());
    List<RowBox> rows = new ArrayList<>(graph.pathCount());
    double center = Sizes.TOP + Sizes.PATH_HEIGHT / 2;
    double bottom = center;
    for (HostNode node : graph.hosts()) {
      double first = center;
      double last = center;
      double below = center + Sizes.HOST_HEIGHT / 2;
      int firstRow = rows.size();
      for (Row row : rowsOf(node)) {
        List<ChipBox> chips = row instanceof PathNode path ? pathChips.of(path.chips()) : List.of();
        double top = center - Sizes.PATH_HEIGHT / 2;
        Box box = new Box(columns.pathX(), top, columns.pathWidth(), Sizes.PATH_HEIGHT);
        int backend = row.target().map(backendIndex::get).orElse(-1);
        rows.add(new RowBox(row, hosts.size(), box, chips, backend));
        last = center;
        double extra = chips.isEmpty() ? 0 : top + chips.getLast().box().bottom() - box.bottom();
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
      hosts.add(new HostBox(node, box, chips, firstRow, rows.size() - firstRow));
      bottom = below;
      center =
          Math.max(last + Sizes.GROUP_PITCH, below + Sizes.GROUP_PITCH - Sizes.HOST_HEIGHT / 2 - 2);
    }
    List<BackendBox> backends = new BackendPlaces(graph, columns, rows, pitch).place();
    double lowest = backends.stream().mapToDouble(b -> b.box().bottom()).max().orElse(bottom);
    return new Layout(
        columns,
        hosts,
        rows,
        backends,
        columns.backendX() + columns.backendWidth() + columns.hostX(),
        Math.max(bottom, lowest) + Sizes.BOTTOM);
  }

  private static List<Row> rowsOf(HostNode node) {
    if (node.defaults().isEmpty()) {
      return List.copyOf(node.paths());
    }
    List<Row> rows = new ArrayList<>(node.paths());
    rows.addAll(node.defaults());
    return rows;
  }
}
