package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Section;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.graph.Sections.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final Optional<Layout> previous;
  private final Map<String, Integer> backendIndex = new HashMap<>();

  LayoutBuilder(Graph graph, TextWidths widths, Room room, Optional<Layout> previous) {
    this.graph = graph;
    this.widths = widths;
    this.room = room;
    this.previous = previous.filter(this::isEdited);
    for (int i = 0; i < graph.backends().size(); i++) {
      backendIndex.put(graph.backends().get(i).key(), i);
    }
  }

  /** Whether the graph is that of an earlier layout after an edit: most of its hosts are. */
  private boolean isEdited(Layout before) {
    if (before.hosts().isEmpty() || !before.room().equals(room)) {
      return false;
    }
    Set<String> names = new HashSet<>();
    before.hosts().forEach(host -> names.add(host.node().host()));
    long kept = graph.hosts().stream().filter(host -> names.contains(host.host())).count();
    return 2 * kept >= Math.max(graph.hosts().size(), names.size());
  }

  Layout build() {
    Columns columns = columns();
    List<Group> groups = Sections.of(graph);
    if (previous.isPresent()) {
      return build(columns, groups, previous.get().pitch());
    }
    Layout roomy = build(columns, groups, Sizes.PITCH);
    return roomy.height() <= room.height() ? roomy : build(columns, groups, Sizes.PITCH_NARROW);
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
    return previous
        .map(Layout::columns)
        .filter(before -> fit(natural, before))
        .orElseGet(() -> columns(wanted, natural));
  }

  /** Whether names fit into columns that there are already, as far as they would in new ones. */
  private boolean fit(Widths natural, Columns before) {
    Columns anew = columns(natural, natural);
    return Math.min(natural.host(), anew.hostWidth()) <= before.hostWidth()
        && Math.min(natural.path(), anew.pathWidth()) <= before.pathWidth()
        && Math.min(natural.backend(), anew.backendWidth()) <= before.backendWidth();
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

  private Layout build(Columns columns, List<Group> groups, double pitch) {
    boolean named = groups.size() > 1;
    List<List<Group>> dealt =
        named ? Sections.deal(groups, columns.width(), previous) : List.of(groups);
    List<Track> tracks = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    List<HostBox> hosts = new ArrayList<>(graph.hosts().size());
    List<RowBox> rows = new ArrayList<>(graph.pathCount());
    ChipPlaces pathChips = new ChipPlaces(widths, columns.pathWidth(), Sizes.PATH_HEIGHT);
    ChipPlaces hostChips = new ChipPlaces(widths, columns.hostWidth(), Sizes.HOST_HEIGHT);
    double x = 0;
    double bottom = 0;
    for (List<Group> inTrack : dealt) {
      Columns own = columns.shift(x);
      HostPlaces places =
          new HostPlaces(
              own, tracks.size(), pitch, pathChips, hostChips, backendIndex, hosts, rows);
      int firstHost = hosts.size();
      int firstRow = rows.size();
      double top = Sizes.TOP;
      for (Group group : inTrack) {
        double end = places.place(group, named ? top + Sizes.SECTION_HEAD : top);
        if (named) {
          double width = own.backendX() + own.backendWidth() - own.hostX();
          Box box = new Box(own.hostX(), top, width, end - top);
          sections.add(new Section(group.name(), group.paths(), tracks.size(), box));
        }
        bottom = Math.max(bottom, end);
        top = end + Sizes.SECTION_HEAD / 2;
      }
      tracks.add(
          new Track(own, firstHost, hosts.size() - firstHost, firstRow, rows.size() - firstRow));
      x += columns.width() - columns.hostX() + Sizes.TRACK_GAP;
    }
    List<BackendBox> backends = new BackendPlaces(graph, tracks, rows, pitch, previous).place();
    double lowest = backends.stream().mapToDouble(b -> b.box().bottom()).max().orElse(bottom);
    Columns last = tracks.getLast().columns();
    return new Layout(
        tracks,
        sections,
        hosts,
        rows,
        backends,
        last.backendX() + last.backendWidth() + columns.hostX(),
        Math.max(bottom, lowest) + Sizes.BOTTOM,
        room,
        pitch);
  }
}
