package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Candidates by the hosts of their routes. The candidates of all hosts that take a request compete:
 * its own, those of every suffix, and those without host. Hosts are compared as they are sent.
 */
final class HostPools {
  /** A host pattern with what it leads to, in the order asked. */
  record Pool(String host, List<Candidate> order, OrderedPaths<Hit> paths) {}

  /** A comparison of a candidate. */
  record Hit(Candidate candidate, PathMatcher matcher) {}

  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Pool> suffixes = new HashMap<>();
  private final Map<String, Pool> starts = new LinkedHashMap<>();
  private final Comparator<Candidate> order;

  HostPools(List<Candidate> candidates, Flavor flavor, Comparator<Candidate> order) {
    this.order = order;
    Map<String, List<Candidate>> byHost = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      List<String> hosts = candidate.route.hosts;
      for (String host : hosts.isEmpty() ? List.of("") : hosts) {
        byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(candidate);
      }
    }
    byHost.forEach(
        (host, all) -> {
          Pool pool = pool(host, all);
          if (host.startsWith("*")) {
            suffixes.put(host.substring(1), pool);
          } else if (host.endsWith("*") && flavor != Flavor.EXPRESSIONS) {
            starts.put(host.substring(0, host.length() - 1), pool);
          }
          pools.put(host, pool);
        });
  }

  private Pool pool(String host, List<Candidate> all) {
    all.sort(order);
    OrderedPaths.Builder<Hit> builder = OrderedPaths.builder();
    int rank = 0;
    for (Candidate candidate : all) {
      for (PathMatcher matcher : candidate.matchers) {
        builder.add(rank, matcher.test(), new Hit(candidate, matcher));
      }
      rank++;
    }
    return new Pool(host, all, builder.build());
  }

  @Nullable Pool get(String host) {
    return pools.get(host);
  }

  /** The pools that take the host, those without host last. */
  List<Pool> taking(String host) {
    List<Pool> all = new ArrayList<>(2);
    Pool own = host.isEmpty() ? null : pools.get(host);
    if (own != null) {
      all.add(own);
    }
    if (!suffixes.isEmpty()) {
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        Pool pool = suffixes.get(host.substring(dot));
        if (pool != null) {
          all.add(pool);
        }
      }
    }
    starts.forEach(
        (start, pool) -> {
          if (host.startsWith(start)) {
            all.add(pool);
          }
        });
    Pool any = pools.get("");
    if (any != null) {
      all.add(any);
    }
    return all;
  }

  /** The first of all pools that take the host. */
  @Nullable Hit first(String host, String path, Predicate<Candidate> accepts) {
    Hit best = null;
    for (Pool pool : taking(host)) {
      Hit hit = first(pool, path, accepts);
      if (hit != null && (best == null || order.compare(hit.candidate(), best.candidate()) < 0)) {
        best = hit;
      }
    }
    return best;
  }

  static @Nullable Hit first(Pool pool, String path, Predicate<Candidate> accepts) {
    OrderedPaths.Entry<Hit> entry = pool.paths().first(path, hit -> accepts.test(hit.candidate()));
    return entry == null ? null : entry.route();
  }
}
