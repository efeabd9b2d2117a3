package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.StringIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the router of highest priority. Hosts do not go before each other: the tables of the equal
 * host, of the wildcard and of no host are all asked, and the smallest rank of the three wins.
 */
final class RouterIndex {
  /**
   * A router in a table.
   *
   * @param crowded whether another of the table may have the same priority and take the same path
   */
  record Place(Router router, boolean crowded) {}

  private final StringIndex exact;
  private final StringIndex wildcard;
  private final List<OrderedPaths<Place>> tables = new ArrayList<>();
  private final @Nullable OrderedPaths<Place> any;

  RouterIndex(List<Router> routers) {
    Map<String, List<Router>> byHost = new LinkedHashMap<>();
    for (Router router : routers) {
      if (router.hosts().isEmpty()) {
        byHost.computeIfAbsent("", h -> new ArrayList<>()).add(router);
      }
      for (String host : router.hosts()) {
        byHost.computeIfAbsent(HostTest.key(host), h -> new ArrayList<>()).add(router);
      }
    }
    exact = new StringIndex(byHost.size());
    wildcard = new StringIndex(byHost.size());
    List<Router> everywhere = byHost.remove("");
    any = everywhere == null ? null : table(everywhere);
    byHost.forEach(
        (host, all) -> {
          if (HostIndex.isWildcard(host)) {
            wildcard.put(host.substring(2), tables.size());
          } else {
            exact.put(host, tables.size());
          }
          tables.add(table(all));
        });
  }

  /** Smaller for a higher priority. */
  static int rank(Router router) {
    return ~router.priority();
  }

  private static OrderedPaths<Place> table(List<Router> routers) {
    boolean[] crowded = crowded(routers);
    OrderedPaths.Builder<Place> builder = OrderedPaths.builder();
    for (int i = 0; i < routers.size(); i++) {
      Router router = routers.get(i);
      builder.add(rank(router), router.matcher().test(), new Place(router, crowded[i]));
    }
    return builder.build();
  }

  /**
   * Of equal priority, two texts can take one path only if one begins with the other; in the order
   * of texts those stand together. An expression may take any path.
   */
  private static boolean[] crowded(List<Router> routers) {
    boolean[] crowded = new boolean[routers.size()];
    Map<Integer, Integer> counts = HashMap.newHashMap(routers.size());
    routers.forEach(r -> counts.merge(r.priority(), 1, Integer::sum));
    Map<Integer, Boolean> open = new HashMap<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < crowded.length; i++) {
      Router router = routers.get(i);
      if (counts.getOrDefault(router.priority(), 0) > 1) {
        places.add(i);
        open.merge(router.priority(), isOpen(router.matcher().test()), Boolean::logicalOr);
      }
    }
    places.sort(
        Comparator.comparingInt((Integer i) -> routers.get(i).priority())
            .thenComparing(i -> routers.get(i).matcher().text()));
    for (int i = 0; i < places.size(); i++) {
      Router router = routers.get(places.get(i));
      if (open.getOrDefault(router.priority(), false)) {
        crowded[places.get(i)] = true;
        continue;
      }
      for (int k = i + 1; k < places.size(); k++) {
        Router next = routers.get(places.get(k));
        if (next.priority() != router.priority()
            || !next.matcher().text().startsWith(router.matcher().text())) {
          break;
        }
        crowded[places.get(i)] = true;
        crowded[places.get(k)] = true;
      }
    }
    return crowded;
  }

  private static boolean isOpen(PathTest test) {
    return switch (test) {
      case PathTest.Expression _, PathTest.Every _ -> true;
      case PathTest.Whole _, PathTest.Start _, PathTest.Elements _ -> false;
    };
  }

  /** Routers of all hosts that take this one, the highest priority first. */
  List<Router> candidates(String host) {
    String name = HostTest.key(host);
    List<Router> all = new ArrayList<>();
    for (OrderedPaths<Place> table : Arrays.asList(exactTable(name), wildcardTable(name), any)) {
      if (table != null) {
        table.all().forEach(e -> all.add(e.route().router()));
      }
    }
    all.sort(Comparator.comparingInt(RouterIndex::rank));
    return all;
  }

  /** One router of each host that shares the domain of this one, but does not take it. */
  List<Router> others(String host, int most) {
    String name = HostTest.key(host);
    String domain = name.substring(name.indexOf('.') + 1);
    List<Router> near = new ArrayList<>();
    for (OrderedPaths<Place> table : tables) {
      Router router = table.all().getFirst().route().router();
      String own = HostTest.key(router.hosts().getFirst());
      boolean close = own.endsWith(domain) || name.endsWith(own.substring(own.indexOf('.') + 1));
      if (close && near.size() < most && !HostTest.takes(router.hosts(), host)) {
        near.add(router);
      }
    }
    return near;
  }

  private @Nullable OrderedPaths<Place> exactTable(String name) {
    int found = name.isEmpty() ? StringIndex.NONE : exact.get(name);
    return found == StringIndex.NONE ? null : tables.get(found);
  }

  /** The first label may be anything, even nothing. */
  private @Nullable OrderedPaths<Place> wildcardTable(String name) {
    int dot = wildcard.isEmpty() ? -1 : name.indexOf('.');
    if (dot < 0) {
      return null;
    }
    int hash = 0;
    for (int i = dot + 1; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    int found = wildcard.get(name, dot + 1, name.length(), hash);
    return found == StringIndex.NONE ? null : tables.get(found);
  }

  /** All of the highest priority that take the request; more than one is a tie. */
  List<Router> firsts(String host, String path, Predicate<? super Place> accepts) {
    String name = HostTest.key(host);
    OrderedPaths<Place> exactTable = exactTable(name);
    OrderedPaths<Place> wildcardTable = wildcardTable(name);
    Entry<Place> a = exactTable == null ? null : exactTable.first(path, accepts);
    Entry<Place> b = wildcardTable == null ? null : wildcardTable.first(path, accepts);
    Entry<Place> c = any == null ? null : any.first(path, accepts);
    Entry<Place> best = better(better(a, b), c);
    if (best == null) {
      return List.of();
    }
    if (!best.route().crowded()
        && (best == a || !ties(a, best))
        && (best == b || !ties(b, best))
        && (best == c || !ties(c, best))) {
      return List.of(best.route().router());
    }
    List<Router> all = new ArrayList<>();
    addFirsts(all, exactTable, a, best, path, accepts);
    addFirsts(all, wildcardTable, b, best, path, accepts);
    addFirsts(all, any, c, best, path, accepts);
    return all;
  }

  private static void addFirsts(
      List<Router> all,
      @Nullable OrderedPaths<Place> table,
      @Nullable Entry<Place> first,
      Entry<Place> best,
      String path,
      Predicate<? super Place> accepts) {
    if (table != null && ties(first, best)) {
      table.firsts(path, accepts).forEach(e -> all.add(e.route().router()));
    }
  }

  private static boolean ties(@Nullable Entry<Place> entry, Entry<Place> best) {
    return entry != null && entry.rank() == best.rank();
  }

  private static @Nullable Entry<Place> better(@Nullable Entry<Place> a, @Nullable Entry<Place> b) {
    return a == null || b != null && b.rank() < a.rank() ? b : a;
  }
}
