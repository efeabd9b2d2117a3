package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.kong.HostPools.Hit;
import io.github.ingressdesigner.dialect.kong.HostPools.Pool;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * kong/router/traditional.lua. The router notes which kinds of comparisons the request could meet,
 * then asks the category of just these kinds, and after it the lower ones; in a category first the
 * candidates that share the rarest of the facts, then all.
 */
final class Traditional {
  private static final int HOST = 0x40;
  private static final int HEADER = 0x20;
  private static final int URI = 0x10;
  private static final int METHOD = 0x08;
  private static final int SNI = 0x04;

  /** The candidates that ask for the same kinds of facts. */
  private static final class Category {
    final int kinds;
    final HostPools pools;
    final Map<String, List<Candidate>> byUri = new HashMap<>();
    final Map<String, List<Candidate>> byMethod = new HashMap<>();
    final Map<String, List<Candidate>> bySni = new HashMap<>();
    final Map<String, List<Candidate>> byHeader = new HashMap<>();

    /**
     * @param all in the order asked
     */
    Category(int kinds, List<Candidate> all) {
      this.kinds = kinds;
      this.pools = new HostPools(all, Flavor.TRADITIONAL, Candidate.FIRST_ASKED);
      for (Candidate candidate : all) {
        add(byUri, candidate.matchers.getFirst().text(), candidate);
        candidate.route.methods.forEach(m -> add(byMethod, m, candidate));
        candidate.route.snis.forEach(s -> add(bySni, s, candidate));
        candidate.route.headers.forEach(h -> add(byHeader, h.name(), candidate));
      }
    }

    private static void add(Map<String, List<Candidate>> map, String key, Candidate candidate) {
      map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(candidate);
    }
  }

  private final List<Category> categories = new ArrayList<>();
  private final Map<String, Boolean> plainHosts = new HashMap<>();
  private final List<String> wildcards = new ArrayList<>();
  private final OrderedPaths<String> expressions;
  private final OrderedPaths<String> texts;
  private final List<String> headers = new ArrayList<>();
  private int known;

  Traditional(List<Candidate> candidates) {
    List<Candidate> all = new ArrayList<>(candidates);
    all.sort(Candidate.FIRST_ASKED);
    Map<Integer, List<Candidate>> byKinds = new LinkedHashMap<>();
    OrderedPaths.Builder<String> regexes = OrderedPaths.builder();
    List<PathMatcher> plain = new ArrayList<>();
    int rank = 0;
    for (Candidate candidate : all) {
      KongRoute route = candidate.route;
      byKinds.computeIfAbsent(kinds(route), k -> new ArrayList<>()).add(candidate);
      for (String host : route.hosts) {
        if (!host.contains("*")) {
          plainHosts.put(host, true);
        } else if (!wildcards.contains(host)) {
          wildcards.add(host);
        }
      }
      for (HeaderMatch header : route.headers) {
        if (!headers.contains(header.name())) {
          headers.add(header.name());
        }
      }
      PathMatcher matcher = candidate.matchers.getFirst();
      if (matcher.isRegex()) {
        regexes.add(rank, matcher.test(), matcher.text());
        rank++;
      } else {
        plain.add(matcher);
      }
    }
    expressions = regexes.build();
    plain.sort(Comparator.comparingInt((PathMatcher m) -> -m.text().length()));
    OrderedPaths.Builder<String> starts = OrderedPaths.builder();
    for (int i = 0; i < plain.size(); i++) {
      starts.add(i, new PathTest.Start(plain.get(i).text()), plain.get(i).text());
    }
    texts = starts.build();
    byKinds.forEach((kinds, in) -> categories.add(new Category(kinds, in)));
    categories.sort(
        Comparator.comparingInt((Category c) -> -Integer.bitCount(c.kinds))
            .thenComparingInt(c -> -c.kinds));
    categories.forEach(category -> known |= category.kinds);
  }

  private static int kinds(KongRoute route) {
    return URI
        | (route.hosts.isEmpty() ? 0 : HOST)
        | (route.headers.isEmpty() ? 0 : HEADER)
        | (route.methods.isEmpty() ? 0 : METHOD)
        | (route.snis.isEmpty() ? 0 : SNI);
  }

  /** The path that all routes together have for a request: what {@code hits.uri} is. */
  Optional<String> uri(String path) {
    OrderedPaths.Entry<String> hit = expressions.first(path, text -> true);
    if (hit == null) {
      hit = texts.first(path, text -> true);
    }
    return Optional.ofNullable(hit).map(OrderedPaths.Entry::route);
  }

  @Nullable Hit find(Request request, String path) {
    String host = request.host();
    int met = 0;
    String wildcard = null;
    if (plainHosts.containsKey(host)) {
      met |= HOST;
    } else {
      wildcard = wildcard(host);
      met |= wildcard == null ? 0 : HOST;
    }
    String uri = uri(path).orElse(null);
    met |= uri == null ? 0 : URI;
    String header = null;
    for (String name : headers) {
      if (header == null && request.headers().containsKey(name)) {
        header = name;
        met |= HEADER;
      }
    }
    String sni = request.serverName().orElse("");
    for (Category category : categories) {
      met |= category.byMethod.containsKey(request.method()) ? METHOD : 0;
      met |= category.bySni.containsKey(sni) ? SNI : 0;
    }
    if (met == 0) {
      return null;
    }
    int start = 0;
    for (int i = 0; i < categories.size(); i++) {
      start = categories.get(i).kinds == met ? i : start;
    }
    boolean withPort = request.port() != (request.scheme().equals("https") ? 443 : 80);
    String hostKey = wildcard != null ? wildcard : withPort ? null : host;
    for (Category category : categories.subList(start, categories.size())) {
      Hit hit = reduced(category, request, path, hostKey, uri, header, sni);
      if (hit == null) {
        hit =
            category.pools.first(
                host, path, candidate -> candidate.route.accepts(request, Flavor.TRADITIONAL));
      }
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  private @Nullable String wildcard(String host) {
    for (String wildcard : wildcards) {
      if (takes(wildcard, host)) {
        return wildcard;
      }
    }
    return null;
  }

  /** A star stands for one character or more. */
  private static boolean takes(String wildcard, String host) {
    return wildcard.startsWith("*")
        ? host.length() >= wildcard.length() && host.endsWith(wildcard.substring(1))
        : host.length() >= wildcard.length()
            && host.startsWith(wildcard.substring(0, wildcard.length() - 1));
  }

  private static @Nullable Hit reduced(
      Category category,
      Request request,
      String path,
      @Nullable String hostKey,
      @Nullable String uri,
      @Nullable String header,
      String sni) {
    if (header != null && (category.kinds & HEADER) != 0) {
      List<Candidate> candidates = category.byHeader.get(header);
      return candidates == null ? null : match(candidates, request, path);
    }
    Pool pool =
        hostKey == null || (category.kinds & HOST) == 0 ? null : category.pools.get(hostKey);
    int fewest = pool == null ? Integer.MAX_VALUE : pool.order().size();
    List<Candidate> rarest = null;
    List<List<Candidate>> others = new ArrayList<>();
    add(others, uri == null ? null : category.byUri.get(uri));
    add(others, category.byMethod.get(request.method()));
    add(others, category.bySni.get(sni));
    for (List<Candidate> candidates : others) {
      if (candidates.size() < fewest) {
        rarest = candidates;
        fewest = candidates.size();
      }
    }
    if (rarest != null) {
      return match(rarest, request, path);
    }
    return pool == null
        ? null
        : HostPools.first(
            pool, path, candidate -> candidate.route.accepts(request, Flavor.TRADITIONAL));
  }

  private static void add(List<List<Candidate>> all, @Nullable List<Candidate> candidates) {
    if (candidates != null) {
      all.add(candidates);
    }
  }

  private static @Nullable Hit match(List<Candidate> candidates, Request request, String path) {
    for (Candidate candidate : candidates) {
      PathMatcher matcher = candidate.matchers.getFirst();
      if (takesHost(candidate.route, request.host())
          && matcher.test().takes(path)
          && candidate.route.accepts(request, Flavor.TRADITIONAL)) {
        return new Hit(candidate, matcher);
      }
    }
    return null;
  }

  private static boolean takesHost(KongRoute route, String host) {
    return route.hosts.isEmpty()
        || route.hosts.stream().anyMatch(h -> h.contains("*") ? takes(h, host) : h.equals(host));
  }
}
