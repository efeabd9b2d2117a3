package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Row;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands: three columns (hosts, rows of paths and default backends, backends) in
 * pixels at 100 %, several times side by side where there are many namespaces. Deterministic: the
 * same graph, widths, room and earlier layout give the same places.
 *
 * @param tracks from left to right, one at least; each holds a part of the hosts and of their rows
 * @param sections one for each namespace, where there are several
 * @param hosts track by track, from top to bottom
 * @param rows of all hosts, in their order
 * @param width of the whole drawing, margins included
 * @param height of the whole drawing, margins included
 * @param room that it was made for
 * @param pitch between two rows
 */
public record Layout(
    List<Track> tracks,
    List<Section> sections,
    List<HostBox> hosts,
    List<RowBox> rows,
    List<BackendBox> backends,
    double width,
    double height,
    Room room,
    double pitch) {
  public static final Layout EMPTY =
      new Layout(
          List.of(new Track(new Columns(0, 0, 0, 0, 0, 0), 0, 0, 0, 0)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0,
          0,
          new Room(0, 0),
          0);

  /** A column of namespaces, with columns of its own for hosts, paths and backends. */
  public record Track(Columns columns, int firstHost, int hostCount, int firstRow, int rowCount) {
    int endHost() {
      return firstHost + hostCount;
    }

    int endRow() {
      return firstRow + rowCount;
    }
  }

  /**
   * A namespace.
   *
   * @param name empty for the hosts that several namespaces share
   * @param paths their number
   * @param track index in {@link Layout#tracks}
   * @param box of all its hosts and rows, with the line for its name on top
   */
  public record Section(Optional<String> name, int paths, int track, Box box) {}

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

    /** The same columns further right. */
    Columns shift(double by) {
      return new Columns(hostX + by, hostWidth, pathX + by, pathWidth, backendX + by, backendWidth);
    }

    /** Behind the last column, with the margin that is before the first. */
    double width() {
      return backendX + backendWidth + hostX;
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
   * @param track index in {@link Layout#tracks}
   * @param firstRow index of its first row in {@link Layout#rows}
   */
  public record HostBox(
      HostNode node, Box box, List<ChipBox> chips, int track, int firstRow, int rowCount) {}

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
    return of(graph, widths, room, EMPTY);
  }

  /**
   * @param previous what is shown now; where the graph is that one after an edit, and the room is
   *     the same, all that need not move stays where it stands
   */
  public static Layout of(Graph graph, TextWidths widths, Room room, Layout previous) {
    return graph.hosts().isEmpty()
        ? EMPTY
        : new LayoutBuilder(graph, widths, room, Optional.of(previous)).build();
  }

  /** The columns of the first track. */
  public Columns columns() {
    return tracks.getFirst().columns();
  }

  /** The columns in which a host and its rows stand. */
  public Columns columnsOf(HostBox host) {
    return tracks.get(host.track()).columns();
  }

  /** The columns in which a row stands. */
  public Columns columnsOf(RowBox row) {
    return columnsOf(hosts.get(row.host()));
  }

  /** The track at a place from side to side; between two tracks the one on the left. */
  public Track trackAt(double x) {
    Track at = tracks.getFirst();
    for (Track track : tracks) {
      if (track.columns().hostX() - Sizes.TRACK_GAP / 2 <= x) {
        at = track;
      }
    }
    return at;
  }

  /** Number of nodes drawn. */
  public int nodeCount() {
    return hosts.size() + rows.size() + backends.size();
  }

  /** Hosts of a track whose group reaches into a range of heights. */
  public List<HostBox> hostsIn(Track track, double top, double bottom) {
    int first = firstHostBelow(track, top);
    int end = first;
    while (end < track.endHost() && topOf(hosts.get(end)) <= bottom) {
      end++;
    }
    return hosts.subList(first, end);
  }

  /** Rows of a track that reach into a range of heights, without their chips. */
  public List<RowBox> rowsIn(Track track, double top, double bottom) {
    int first = firstRowBelow(track, top);
    int end = first;
    while (end < track.endRow() && rows.get(end).box().y() <= bottom) {
      end++;
    }
    return rows.subList(first, end);
  }

  private int firstRowBelow(Track track, double y) {
    int low = track.firstRow();
    int high = track.endRow();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).box().bottom() > y) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Index of the first host of the first track whose group reaches below {@code y}. */
  public int firstHostBelow(double y) {
    return firstHostBelow(tracks.getFirst(), y);
  }

  /** Index of the first host of a track whose group reaches below {@code y}; behind it if none. */
  public int firstHostBelow(Track track, double y) {
    int low = track.firstHost();
    int high = track.endHost();
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
