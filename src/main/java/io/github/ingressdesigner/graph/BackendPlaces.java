package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.RowBox;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places backends beside the rows that lead to them: ordered by the median of their rows, then
 * neighbours change places only where that removes crossings, then each stands as near to its
 * median as the pitch allows.
 */
final class BackendPlaces {
  /** Sweeps over all neighbours; crossings left after that are few, and time stays linear. */
  private static final int SWEEPS = 8;

  private final Graph graph;
  private final Columns columns;
  private final double pitch;
  private final int[][] rowsOf;
  private final double[] median;

  BackendPlaces(Graph graph, Columns columns, List<RowBox> rows, double pitch) {
    this.graph = graph;
    this.columns = columns;
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
    median = new double[count];
    Arrays.setAll(median, i -> median(rowsOf[i], rows));
  }

  private static void count(int[] degree, int backend) {
    if (backend >= 0) {
      degree[backend]++;
    }
  }

  private static double median(int[] ranks, List<RowBox> rows) {
    if (ranks.length == 0) {
      return Sizes.TOP;
    }
    double low = rows.get(ranks[(ranks.length - 1) / 2]).box().centerY();
    double high = rows.get(ranks[ranks.length / 2]).box().centerY();
    return (low + high) / 2;
  }

  /** Backends in the order of the graph. */
  List<BackendBox> place() {
    Integer[] order = new Integer[rowsOf.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(i -> median[i])
            .thenComparingInt(i -> rowsOf[i].length == 0 ? 0 : rowsOf[i][0]));
    removeCrossings(order);
    double[] centers = spread(order);
    BackendBox[] boxes = new BackendBox[order.length];
    for (int place = 0; place < order.length; place++) {
      int i = order[place];
      BackendNode node = graph.backends().get(i);
      double y = Math.round(centers[place] - Sizes.BACKEND_HEIGHT / 2);
      Box box = new Box(columns.backendX(), y, columns.backendWidth(), Sizes.BACKEND_HEIGHT);
      boxes[i] = new BackendBox(node, box, Arrays.stream(rowsOf[i]).boxed().toList());
    }
    return List.of(boxes);
  }

  private void removeCrossings(Integer[] order) {
    boolean moved = true;
    for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
      moved = false;
      for (int i = 0; i + 1 < order.length; i++) {
        int[] upper = rowsOf[order[i]];
        int[] lower = rowsOf[order[i + 1]];
        if (crossings(upper, lower) > crossings(lower, upper)) {
          Integer swap = order[i];
          order[i] = order[i + 1];
          order[i + 1] = swap;
          moved = true;
        }
      }
    }
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
      mean[pools] = median[order[i]] - i * pitch;
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
