package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Graph.Row;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Track;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Places backends beside the rows that lead to them: ordered by the median of their rows, then
 * neighbours change places only where that removes crossings, then each stands as near to its
 * median as the pitch allows. A backend whose rows are those of an earlier layout keeps its place
 * beside them.
 */
final class BackendPlaces {
  /** Sweeps over all neighbours; crossings left after that are few, and time stays linear. */
  private static final int SWEEPS = 8;

  private static final int SIFTS = 3;

  /** So many neighbours on each side are tried for a better place. */
  private static final int WINDOW = 48;

  private final Graph graph;
  private final List<Track> tracks;
  private final List<RowBox> rows;
  private final double pitch;
  private final int[][] rowsOf;

  /** Rows in the backend's own track, by which it is placed. */
  private final int[][] near;

  private final int[] trackOf;
  private final double[] wanted;

  BackendPlaces(
      Graph graph, List<Track> tracks, List<RowBox> rows, double pitch, Optional<Layout> previous) {
    this.graph = graph;
    this.tracks = tracks;
    this.rows = rows;
    this.pitch = pitch;
    int count = graph.backends().size();
    int[] degree = new int[count];
    rows.forEach(row -> count(degree, row.backend()));
    rowsOf = new int[count][];
    Arrays.setAll(rowsOf, i -> new int[degree[i]]);
    Arrays.fill(degree, 0);
    for (int r = 0; r < rows.size(); r++) {
      int backend = rows.get(r).backend();
      if (backend >= 0) {
        rowsOf[backend][degree[backend]++] = r;
      }
    }
    trackOf = new int[count];
    near = new int[count][];
    for (int i = 0; i < count; i++) {
      trackOf[i] = mostly(rowsOf[i]);
      Track own = tracks.get(trackOf[i]);
      near[i] =
          Arrays.stream(rowsOf[i]).filter(r -> r >= own.firstRow() && r < own.endRow()).toArray();
    }
    wanted = new double[count];
    Arrays.setAll(wanted, i -> median(near[i]));
    previous.ifPresent(this::keep);
  }

  /** The track in which most of the rows stand; of several alike the first. */
  private int mostly(int[] ranks) {
    if (tracks.size() == 1 || ranks.length == 0) {
      return 0;
    }
    int[] counts = new int[tracks.size()];
    Arrays.stream(ranks).forEach(row -> counts[track(row)]++);
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most;
  }

  private int track(int row) {
    int track = 0;
    while (tracks.get(track).endRow() <= row) {
      track++;
    }
    return track;
  }

  private static void count(int[] degree, int backend) {
    if (backend >= 0) {
      degree[backend]++;
    }
  }

  private double median(int[] ranks) {
    if (ranks.length == 0) {
      return Sizes.TOP;
    }
    double low = rows.get(ranks[(ranks.length - 1) / 2]).box().centerY();
    double high = rows.get(ranks[ranks.length / 2]).box().centerY();
    return (low + high) / 2;
  }

  /** Backends whose rows are the same as before move only as these do. */
  private void keep(Layout before) {
    Map<String, BackendBox> known = new HashMap<>();
    before.backends().forEach(backend -> known.put(backend.node().key(), backend));
    for (int i = 0; i < wanted.length; i++) {
      BackendBox old = known.get(graph.backends().get(i).key());
      if (old != null && near[i].length > 0 && sameRows(old, before, i)) {
        int[] ranks = old.rows().stream().mapToInt(r -> r).toArray();
        double low = before.rows().get(ranks[(near[i].length - 1) / 2]).box().centerY();
        double high = before.rows().get(ranks[near[i].length / 2]).box().centerY();
        wanted[i] += old.box().centerY() - (low + high) / 2;
      }
    }
  }

  private boolean sameRows(BackendBox old, Layout before, int backend) {
    boolean same = old.rows().size() == rowsOf[backend].length;
    for (int k = 0; same && k < rowsOf[backend].length; k++) {
      Row now = rows.get(rowsOf[backend][k]).row();
      Row then = before.rows().get(old.rows().get(k)).row();
      same =
          now instanceof PathNode a && then instanceof PathNode b
              ? a.path().equals(b.path()) && a.type() == b.type()
              : now.getClass() == then.getClass();
    }
    return same;
  }

  /** Backends in the order of the graph. */
  List<BackendBox> place() {
    BackendBox[] boxes = new BackendBox[wanted.length];
    for (int track = 0; track < tracks.size(); track++) {
      int number = track;
      Integer[] order =
          IntStream.range(0, wanted.length)
              .filter(i -> trackOf[i] == number)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(i -> wanted[i])
                      .thenComparingInt(i -> near[i].length == 0 ? 0 : near[i][0]))
              .toArray(Integer[]::new);
      removeCrossings(order);
      sift(order);
      place(tracks.get(track).columns(), order, boxes);
    }
    return List.of(boxes);
  }

  private void place(Columns columns, Integer[] order, BackendBox[] boxes) {
    double[] centers = spread(order);
    for (int place = 0; place < order.length; place++) {
      int i = order[place];
      BackendNode node = graph.backends().get(i);
      double y = Math.round(centers[place] - Sizes.BACKEND_HEIGHT / 2);
      Box box = new Box(columns.backendX(), y, columns.backendWidth(), Sizes.BACKEND_HEIGHT);
      boxes[i] = new BackendBox(node, box, Arrays.stream(rowsOf[i]).boxed().toList());
    }
  }

  private void removeCrossings(Integer[] order) {
    boolean moved = true;
    for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
      moved = false;
      for (int i = 0; i + 1 < order.length; i++) {
        int[] upper = near[order[i]];
        int[] lower = near[order[i + 1]];
        if (crossings(upper, lower) > crossings(lower, upper)) {
          Integer swap = order[i];
          order[i] = order[i + 1];
          order[i + 1] = swap;
          moved = true;
        }
      }
    }
  }

  /**
   * Takes each backend out and puts it where it causes the fewest crossings, among its next
   * neighbours; all stays where nothing gets better.
   */
  private void sift(Integer[] order) {
    boolean moved = true;
    for (int pass = 0; moved && pass < SIFTS; pass++) {
      moved = false;
      for (Integer backend : order.clone()) {
        moved |= sift(order, Arrays.asList(order).indexOf(backend));
      }
    }
  }

  private boolean sift(Integer[] order, int from) {
    int[] own = near[order[from]];
    long best = 0;
    int to = from;
    long gain = 0;
    for (int i = from - 1; i >= Math.max(0, from - WINDOW); i--) {
      int[] other = near[order[i]];
      gain += crossings(own, other) - crossings(other, own);
      if (gain < best) {
        best = gain;
        to = i;
      }
    }
    gain = 0;
    for (int i = from + 1; i <= Math.min(order.length - 1, from + WINDOW); i++) {
      int[] other = near[order[i]];
      gain += crossings(other, own) - crossings(own, other);
      if (gain < best) {
        best = gain;
        to = i;
      }
    }
    if (to == from) {
      return false;
    }
    Integer backend = order[from];
    if (to < from) {
      System.arraycopy(order, to, order, to + 1, from - to);
    } else {
      System.arraycopy(order, from + 1, order, from, to - from);
    }
    order[to] = backend;
    return true;
  }

  /** How often lines to an upper backend cross lines to the one below it. */
  static long crossings(int[] upper, int[] lower) {
    if (upper.length == 0 || lower.length == 0 || upper[upper.length - 1] <= lower[0]) {
      return 0;
    }
    long crossings = 0;
    int below = 0;
    for (int row : upper) {
      while (below < lower.length && lower[below] < row) {
        below++;
      }
      crossings += below;
    }
    return crossings;
  }

  /**
   * Centres nearest to the medians (least squares) that keep order and pitch: neighbours that come
   * too close are pooled and spread around their common mean.
   */
  private double[] spread(Integer[] order) {
    int count = order.length;
    double[] mean = new double[count];
    int[] size = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      mean[pools] = wanted[order[i]] - i * pitch;
      size[pools] = 1;
      pools++;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        int both = size[pools - 2] + size[pools - 1];
        mean[pools - 2] =
            (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / both;
        size[pools - 2] = both;
        pools--;
      }
    }
    double top = Sizes.TOP + Sizes.BACKEND_HEIGHT / 2;
    double[] centers = new double[count];
    int i = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int k = 0; k < size[pool]; k++, i++) {
        centers[i] = Math.max(mean[pool], top) + i * pitch;
      }
    }
    return centers;
  }
}
