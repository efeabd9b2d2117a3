package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.StringIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the router of highest priority. Hosts do not go before each other: the tables of the equal
 * host, of the wildcard and of no host are all asked, and the smallest rank of the three wins.
 */
final class RouterIndex {
  private final StringIndex exact;
  private final StringIndex wildcard;
  private final List<Supplier<OrderedPaths<Router>>> tables = new ArrayList<>();
  private @Nullable Supplier<OrderedPaths<Router>> any;

  RouterIndex(List<Router> routers) {
    Map<String, OrderedPaths.Builder<Router>> byHost = new LinkedHashMap<>();
    List<String> before = List.of();
    OrderedPaths.Builder<Router> last = OrderedPaths.builder();
    for (Router router : routers) {
      // Most routers have the host of the one before.
      if (router.hosts() == before && before.size() == 1) {
        last.add(rank(router), router.matcher().test(), router);
        continue;
      }
      before = router.hosts();
      if (router.hosts().isEmpty()) {
        add(byHost, "", router);
      }
      for (String host : router.hosts()) {
        last = add(byHost, HostTest.key(host), router);
      }
    }
    exact = new StringIndex(byHost.size());
    wildcard = new StringIndex(byHost.size());
    byHost.forEach(
        (host, paths) -> {
          OrderedPaths<Router> built = paths.build();
          put(host, () -> built);
        });
  }

  /** Of hosts whose routers are made when they are asked. */
  RouterIndex(HostParts hosts, boolean overTls) {
    exact = new StringIndex(hosts.all().size());
    wildcard = new StringIndex(hosts.all().size());
    hosts.all().forEach((host, part) -> put(host, () -> part.table(overTls)));
  }

  private void put(String host, Supplier<OrderedPaths<Router>> table) {
    if (host.isEmpty()) {
      any = table;
      return;
    }
    if (HostIndex.isWildcard(host)) {
      wildcard.put(host.substring(2), tables.size());
    } else {
      exact.put(host, tables.size());
    }
    tables.add(table);
  }

  /** The routers of one host. */
  static OrderedPaths<Router> table(List<Router> routers) {
    OrderedPaths.Builder<Router> builder = OrderedPaths.builder(routers.size());
    for (Router router : routers) {
      builder.add(rank(router), router.matcher().test(), router);
    }
    return builder.build();
  }

  private static OrderedPaths.Builder<Router> add(
      Map<String, OrderedPaths.Builder<Router>> byHost, String host, Router router) {
    return byHost
        .computeIfAbsent(host, h -> OrderedPaths.builder())
        .add(rank(router), router.matcher().test(), router);
  }

  /** Smaller for a higher priority. */
  static int rank(Router router) {
    return ~router.priority();
  }

  /** Routers of all hosts that take this one, the highest priority first. */
  List<Router> candidates(String host) {
    String name = HostTest.key(host);
    List<Router> all = new ArrayList<>();
    for (OrderedPaths<Router> table :
        Arrays.asList(exactTable(name), wildcardTable(name), anyTable())) {
      if (table != null) {
        table.all().forEach(e -> all.add(e.route()));
      }
    }
    all.sort(Comparator.comparingInt(RouterIndex::rank));
    return all;
  }

  /** One router of each host that shares the domain of this one, but does not take it. */
  List<Router> others(String host, int most) {
    String name = HostTest.key(host);
    String domain = domain(name);
    List<Router> near = new ArrayList<>();
    for (Supplier<OrderedPaths<Router>> table : tables) {
      Router router = table.get().all().getFirst().route();
      String own = HostTest.key(router.hosts().getFirst());
      boolean close = ("." + own).endsWith(domain) || ("." + name).endsWith(domain(own));
      if (close && near.size() < most && !HostTest.takes(router.hosts(), host)) {
        near.add(router);
      }
    }
    return near;
  }

  /** What is behind the first label, with its dot, or the name where that is only a top level. */
  private static String domain(String name) {
    int dot = name.indexOf('.');
    return dot >= 0 && name.indexOf('.', dot + 1) >= 0 ? name.substring(dot) : "." + name;
  }

  private @Nullable OrderedPaths<Router> exactTable(String name) {
    int found = name.isEmpty() ? StringIndex.NONE : exact.get(name);
    return found == StringIndex.NONE ? null : tables.get(found).get();
  }

  private @Nullable OrderedPaths<Router> anyTable() {
    return any == null ? null : any.get();
  }

  /** The first label may be anything, even nothing. */
  private @Nullable OrderedPaths<Router> wildcardTable(String name) {
    int dot = wildcard.isEmpty() ? -1 : name.indexOf('.');
    if (dot < 0) {
      return null;
    }
    int hash = 0;
    for (int i = dot + 1; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    int found = wildcard.get(name, dot + 1, name.length(), hash);
    return found == StringIndex.NONE ? null : tables.get(found).get();
  }

  /** All of the highest priority that take the request; more than one is a tie. */
  List<Router> firsts(String host, String path, Predicate<? super Router> accepts) {
    String name = HostTest.key(host);
    List<Entry<Router>> best = firsts(exactTable(name), path, accepts);
    best = better(best, firsts(wildcardTable(name), path, accepts));
    best = better(best, firsts(anyTable(), path, accepts));
    if (best.size() == 1) {
      return List.of(best.getFirst().route());
    }
    List<Router> all = new ArrayList<>(best.size());
    best.forEach(entry -> all.add(entry.route()));
    return all;
  }

  private static List<Entry<Router>> firsts(
      @Nullable OrderedPaths<Router> table, String path, Predicate<? super Router> accepts) {
    return table == null ? List.of() : table.firsts(path, accepts);
  }

  /** Those of the smaller rank; both if the rank is the same. */
  private static List<Entry<Router>> better(List<Entry<Router>> a, List<Entry<Router>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    int order = Integer.compare(a.getFirst().rank(), b.getFirst().rank());
    if (order != 0) {
      return order < 0 ? a : b;
    }
    List<Entry<Router>> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
