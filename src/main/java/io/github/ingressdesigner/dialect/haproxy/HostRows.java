package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one host in all maps. Of rows with one key the first as text counts, so the smaller
 * name of a backend wins, whatever the ages, then the one without rules, then the smaller ids
 * (pkg/haproxy/maps/main.go, getContent).
 *
 * @param host as the maps know it
 * @param tries the rows in the order in which they are preferred
 * @param ties for a row that wins, all those of its key that may do so
 */
record HostRows(String host, OrderedPaths<Row> paths, List<Row> tries, Map<Row, List<Row>> ties) {
  private static final int LENGTH = 1 << 20;

  /** What stands behind the key; a blank in it sorts behind the tab that ends a key. */
  private static final Comparator<Row> BY_TEXT =
      Comparator.comparing(Row::isBroken).thenComparing(Row::order);

  private record Key(Row.Map map, String path) {}

  static final class Builder {
    private final String host;
    private final Map<Key, List<Row>> byKey = new LinkedHashMap<>();
    private final List<Row> all = new ArrayList<>();

    Builder(String host) {
      this.host = host;
    }

    void add(Row row) {
      all.add(row);
      Key key = new Key(row.map(), row.path());
      List<Row> same = byKey.putIfAbsent(key, List.of(row));
      if (same != null) {
        List<Row> more = new ArrayList<>(same);
        more.add(row);
        byKey.put(key, more);
      }
    }

    boolean isEmpty() {
      return all.isEmpty();
    }

    HostRows build() {
      OrderedPaths.Builder<Row> builder = OrderedPaths.builder();
      Map<Row, List<Row>> ties = new HashMap<>();
      for (List<Row> same : byKey.values()) {
        if (same.size() == 1) {
          Row only = same.getFirst();
          builder.add(rank(only), test(only), only);
          continue;
        }
        same.sort(BY_TEXT);
        Row first = same.getFirst();
        List<Row> tied = same.stream().filter(row -> row == first || isTie(first, row)).toList();
        if (tied.size() > 1) {
          ties.put(first, tied);
        }
        builder.add(rank(first), test(first), first);
      }
      List<Row> tries = new ArrayList<>(all);
      tries.sort(Comparator.comparingInt(Builder::rank).thenComparing(BY_TEXT));
      return new HostRows(host, builder.build(), tries, ties);
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
  }

  static PathTest test(Row row) {
    return row.map() == Row.Map.PREFIX
        ? new PathTest.Start(row.path())
        : new PathTest.Whole(row.path());
  }

  @Nullable Row find(String path) {
    OrderedPaths.Entry<Row> found = paths.first(path, row -> true);
    return found == null ? null : found.route();
  }
}
