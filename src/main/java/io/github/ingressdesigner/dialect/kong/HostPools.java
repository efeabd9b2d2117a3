package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.StringIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Candidates by the hosts of their routes. The candidates of all hosts that take a request compete:
 * its own, those of every suffix, and those without host. Hosts are compared as they are sent.
 */
final class HostPools {
  private static final int NONE = StringIndex.NONE;

  /**
   * A host pattern with what it leads to.
   *
   * @param all in the order made
   */
  record Pool(String host, List<Candidate> all, OrderedPaths<Hit> paths) {
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
  }

  private record Source(String host, Supplier<List<Candidate>> all) {}

  private final StringIndex index;
  private final List<Source> sources;

  /** By the place of the source. The paths of a host are read at the first question for it. */
  private final AtomicReferenceArray<@Nullable OrderedPaths<Hit>> tables;

  private final Map<String, Integer> suffixes = new HashMap<>();
  private final Map<String, Integer> starts = new LinkedHashMap<>();
  private final int any;

  HostPools(List<Candidate> candidates, Flavor flavor) {
    this(flavor, byHost(candidates));
  }

  /** Of hosts whose routes are asked for no other host. */
  static HostPools of(Flavor flavor, List<HostPart> hosts) {
    List<Source> sources = new ArrayList<>(hosts.size());
    for (HostPart part : hosts) {
      sources.add(new Source(part.host, part::candidates));
    }
    return new HostPools(flavor, sources);
  }

  private HostPools(Flavor flavor, List<Source> sources) {
    this.sources = sources;
    index = new StringIndex(sources.size());
    tables = new AtomicReferenceArray<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      String host = sources.get(i).host;
      if (host.startsWith("*")) {
        suffixes.put(host.substring(1), i);
      } else if (host.endsWith("*") && flavor != Flavor.EXPRESSIONS) {
        starts.put(host.substring(0, host.length() - 1), i);
      }
      index.put(host, i);
    }
    any = index.get("");
  }

  private static List<Source> byHost(List<Candidate> candidates) {
    Map<String, List<Candidate>> byHost = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      List<String> hosts = candidate.route.hosts;
      for (String host : hosts.isEmpty() ? List.of("") : hosts) {
        byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(candidate);
      }
    }
    List<Source> sources = new ArrayList<>(byHost.size());
    byHost.forEach((host, all) -> sources.add(new Source(host, () -> all)));
    return sources;
  }

  private OrderedPaths<Hit> table(int place) {
    OrderedPaths<Hit> known = tables.get(place);
    if (known != null) {
      return known;
    }
    OrderedPaths<Hit> made = table(sources.get(place).all.get());
    return tables.compareAndSet(place, null, made) ? made : table(place);
  }

  private static OrderedPaths<Hit> table(List<Candidate> all) {
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
    return builder.build();
  }

  @Nullable Pool get(String host) {
    int place = index.get(host);
    return place == NONE ? null : pool(place);
  }

  private Pool pool(int place) {
    Source source = sources.get(place);
    return new Pool(source.host, source.all.get(), table(place));
  }

  /** The pools that take the host, those without host last. */
  List<Pool> taking(String host) {
    List<Pool> all = new ArrayList<>(2);
    for (int place : places(host)) {
      Pool pool = pool(place);
      if (!pool.all.isEmpty()) {
        all.add(pool);
      }
    }
    return all;
  }

  private List<Integer> places(String host) {
    List<Integer> all = new ArrayList<>(2);
    add(host.isEmpty() ? NONE : index.get(host), all);
    if (!suffixes.isEmpty()) {
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        add(suffixes.getOrDefault(host.substring(dot), NONE), all);
      }
    }
    starts.forEach((start, place) -> add(host.startsWith(start) ? place : NONE, all));
    add(any, all);
    return all;
  }

  private static void add(int place, List<Integer> all) {
    if (place != NONE) {
      all.add(place);
    }
  }

  /** The first of all pools that take the host. */
  @Nullable Hit first(String host, String path, Predicate<Hit> accepts) {
    if (suffixes.isEmpty() && starts.isEmpty()) {
      Hit own = host.isEmpty() ? null : first(index.get(host), path, accepts);
      return any == NONE ? own : Hit.first(own, first(any, path, accepts));
    }
    Hit best = null;
    for (int place : places(host)) {
      best = Hit.first(best, first(place, path, accepts));
    }
    return best;
  }

  private @Nullable Hit first(int place, String path, Predicate<Hit> accepts) {
    return place == NONE ? null : first(table(place), path, accepts);
  }

  /** The first of one pool. */
  static @Nullable Hit first(Pool pool, String path, Predicate<Hit> accepts) {
    return first(pool.paths, path, accepts);
  }

  private static @Nullable Hit first(OrderedPaths<Hit> paths, String path, Predicate<Hit> accepts) {
    return paths.best(path, accepts, Hit::first);
  }
}
