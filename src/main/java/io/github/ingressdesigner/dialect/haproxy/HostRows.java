package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.StringIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one host in all maps. Of rows with one key the first as text counts, so the smaller
 * name of a backend wins, whatever the ages, then the one without rules, then the smaller ids
 * (pkg/haproxy/maps/main.go, getContent).
 *
 * @param host as the maps know it
 * @param order all rows, as {@link #tries} gives them
 * @param ties for a row that wins, all those of its key that may do so
 */
record HostRows(
    String host, OrderedPaths<Row> paths, Later<List<Row>> order, Map<Row, List<Row>> ties) {
  private static final int LENGTH = 1 << 20;

  /** What stands behind the key; a blank in it sorts behind the tab that ends a key. */
  private static final Comparator<Row> BY_TEXT =
      Comparator.comparing(Row::isBroken).thenComparing(Row::order);

  /** Keeps the maps apart in one table. */
  private static final int[] KINDS = {0, 0x5bd1e995, 0x2c1b3c6d};

  /**
   * @param rows in the order in which they are placed
   */
  static HostRows of(String host, List<Row> rows) {
    int count = rows.size();
    StringIndex heads = new StringIndex(count);
    int[] next = new int[count];
    OrderedPaths.Builder<Row> builder = OrderedPaths.builder(count);
    // From the last, so that the rows of one key hang together in their order.
    for (int i = count - 1; i >= 0; i--) {
      Row row = rows.get(i);
      next[i] = heads.put(row.path(), hash(row), i);
    }
    Map<Row, List<Row>> ties = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      if (heads.get(row.path(), hash(row)) == i) {
        Row first = next[i] == StringIndex.NONE ? row : first(rows, i, next, ties);
        builder.add(rank(first), test(first), first);
      }
    }
    Later<List<Row>> order =
        new Later<>(
            () ->
                rows.stream()
                    .sorted(Comparator.comparingInt(HostRows::rank).thenComparing(BY_TEXT))
                    .toList());
    return new HostRows(host, builder.build(), order, ties);
  }

  private static int hash(Row row) {
    return row.path().hashCode() ^ KINDS[row.map().ordinal()];
  }

  /** Of the rows of one key the first as text. */
  private static Row first(List<Row> rows, int head, int[] next, Map<Row, List<Row>> ties) {
    List<Row> same = new ArrayList<>();
    for (int i = head; i != StringIndex.NONE; i = next[i]) {
      same.add(rows.get(i));
    }
    same.sort(BY_TEXT);
    Row first = same.getFirst();
    List<Row> tied = same.stream().filter(row -> row == first || isTie(first, row)).toList();
    if (tied.size() > 1) {
      ties.put(first, tied);
    }
    return first;
  }

  /** Whether ids that are not known decide between them. */
  private static boolean isTie(Row first, Row other) {
    Rules one = first.route().rules();
    Rules two = other.route().rules();
    return first.isBroken() == other.isBroken()
        && first.route().backendName().equals(other.route().backendName())
        && one.isAny()
        && two.isAny()
        && (one.opaque() || two.opaque())
        && !one.ids().equals(two.ids());
  }

  private static int rank(Row row) {
    return switch (row.map()) {
      case EXACT -> 0;
      case PREFIX_EXACT -> 1;
      case PREFIX -> LENGTH - row.path().length();
    };
  }

  /** The rows in the order in which they are preferred. */
  List<Row> tries() {
    return order.get();
  }

  static PathTest test(Row row) {
    return row.map() == Row.Map.PREFIX
        ? new PathTest.Start(row.path())
        : new PathTest.Whole(row.path());
  }

  @Nullable Row find(String path) {
    return paths.firstRoute(path, row -> true);
  }
}
