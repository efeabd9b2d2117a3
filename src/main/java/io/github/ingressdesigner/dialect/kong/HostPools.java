package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.Later;
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
  /**
   * A host pattern with what it leads to.
   *
   * @param all in the order made
   */
  record Pool(String host, List<Candidate> all, OrderedPaths<Hit> paths) {
    private static Pool of(String host, List<Candidate> all) {
      OrderedPaths.Builder<Hit> builder = OrderedPaths.builder(all.size());
      int[] ranks = Candidate.ranks(all);
      for (int i = 0; i < ranks.length; i++) {
        Candidate candidate = all.get(i);
        for (PathMatcher matcher : candidate.matchers) {
          if (matcher.refusal().isEmpty()) {
            builder.add(ranks[i], matcher.test(), new Hit(candidate, matcher));
          }
        }
      }
      return new Pool(host, all, builder.build());
    }

    /** Those of the largest priority first. */
    List<Candidate> order() {
      List<Candidate> sorted = new ArrayList<>(all);
      sorted.sort(Comparator.comparingLong(Candidate::order));
      return sorted;
    }

    /** Whether a rule of this host, not an alias alone, leads here. */
    boolean has(Candidate candidate) {
      return host.isEmpty()
          ? candidate.route.hosts.isEmpty()
          : candidate.route.hosts.contains(host);
    }

    /**
     * What goes before {@code best}: of equal priorities the larger id, and its first comparison.
     */
    private @Nullable Hit first(String path, Predicate<Hit> accepts, @Nullable Hit best) {
      List<OrderedPaths.Entry<Hit>> firsts = paths.firsts(path, accepts);
      Hit found = best;
      for (int i = 0; i < firsts.size(); i++) {
        Hit hit = firsts.get(i).route();
        if (found == null || isBefore(hit.candidate(), found.candidate())) {
          found = hit;
        }
      }
      return found;
    }

    private static boolean isBefore(Candidate one, Candidate other) {
      return one.order() != other.order()
          ? one.order() < other.order()
          : one != other && one.isBeforeEqual(other);
    }
  }

  /** A comparison of a candidate. */
  record Hit(Candidate candidate, PathMatcher matcher) {}

  private final Map<String, Later<Pool>> pools;
  private final Map<String, Later<Pool>> suffixes = new HashMap<>();
  private final Map<String, Later<Pool>> starts = new LinkedHashMap<>();

  HostPools(List<Candidate> candidates, Flavor flavor) {
    Map<String, List<Candidate>> byHost = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      List<String> hosts = candidate.route.hosts;
      for (String host : hosts.isEmpty() ? List.of("") : hosts) {
        byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(candidate);
      }
    }
    pools = LinkedHashMap.newLinkedHashMap(byHost.size());
    byHost.forEach((host, all) -> put(host, new Later<>(() -> Pool.of(host, all)), flavor));
  }

  /** Of hosts whose routes are asked for no other host; the pool of each is made when asked. */
  HostPools(Flavor flavor, List<HostPart> hosts) {
    pools = LinkedHashMap.newLinkedHashMap(hosts.size());
    for (HostPart part : hosts) {
      put(part.host, new Later<>(() -> Pool.of(part.host, part.candidates())), flavor);
    }
  }

  private void put(String host, Later<Pool> pool, Flavor flavor) {
    if (host.startsWith("*")) {
      suffixes.put(host.substring(1), pool);
    } else if (host.endsWith("*") && flavor != Flavor.EXPRESSIONS) {
      starts.put(host.substring(0, host.length() - 1), pool);
    }
    pools.put(host, pool);
  }

  @Nullable Pool get(String host) {
    Later<Pool> pool = pools.get(host);
    return pool == null ? null : pool.get();
  }

  /** The pools that take the host, those without host last. */
  List<Pool> taking(String host) {
    List<Pool> all = new ArrayList<>(2);
    if (!host.isEmpty()) {
      add(pools.get(host), all);
    }
    if (!suffixes.isEmpty()) {
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        add(suffixes.get(host.substring(dot)), all);
      }
    }
    if (!starts.isEmpty()) {
      starts.forEach(
          (start, pool) -> {
            if (host.startsWith(start)) {
              add(pool, all);
            }
          });
    }
    add(pools.get(""), all);
    return all;
  }

  private static void add(@Nullable Later<Pool> pool, List<Pool> all) {
    if (pool != null && !pool.get().all.isEmpty()) {
      all.add(pool.get());
    }
  }

  /** The first of all pools that take the host. */
  @Nullable Hit first(String host, String path, Predicate<Hit> accepts) {
    Hit best = null;
    List<Pool> taking = taking(host);
    for (int i = 0; i < taking.size(); i++) {
      best = taking.get(i).first(path, accepts, best);
    }
    return best;
  }

  /** The first of one pool. */
  static @Nullable Hit first(Pool pool, String path, Predicate<Hit> accepts) {
    return pool.first(path, accepts, null);
  }
}
