package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.kong.HostPools.Pool;
import io.github.ingressdesigner.route.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of the traditional router that ask for the same kinds of facts (reduce and
 * match_candidates of kong/router/traditional.lua).
 */
final class Category {
  static final int HOST = 0x40;
  static final int HEADER = 0x20;
  static final int URI = 0x10;
  static final int METHOD = 0x08;
  static final int SNI = 0x04;

  /**
   * What of a request any route names.
   *
   * @param host the host, or the wildcard that takes it; null where no route names it as it is sent
   * @param uri a path of a candidate
   * @param header the first header that a route asks for
   */
  record Facts(
      int kinds,
      @Nullable String host,
      @Nullable String uri,
      @Nullable String header,
      String sni) {}

  final int kinds;
  private final HostPools pools;
  private final Map<String, Integer> byUri = new HashMap<>();
  private final Map<String, Integer> byMethod = new HashMap<>();
  private final Map<String, Integer> bySni = new HashMap<>();
  private final Set<String> headers = new HashSet<>();

  Category(int kinds, List<Candidate> all) {
    this.kinds = kinds;
    this.pools = new HostPools(all, Flavor.TRADITIONAL);
    for (Candidate candidate : all) {
      Options options = candidate.route.options;
      byUri.merge(uri(candidate), 1, Integer::sum);
      options.methods().forEach(method -> byMethod.merge(method, 1, Integer::sum));
      options.snis().forEach(sni -> bySni.merge(sni, 1, Integer::sum));
      options.headers().forEach(header -> headers.add(header.name()));
    }
  }

  /** Traditional candidates have one path. */
  static String uri(Candidate candidate) {
    return candidate.matchers.getFirst().text();
  }

  static int kinds(KongRoute route) {
    Options options = route.options;
    return URI
        | (route.hosts.isEmpty() ? 0 : HOST)
        | (options.headers().isEmpty() ? 0 : HEADER)
        | (options.methods().isEmpty() ? 0 : METHOD)
        | (options.snis().isEmpty() ? 0 : SNI);
  }

  boolean hasMethod(String method) {
    return byMethod.containsKey(method);
  }

  boolean hasSni(String sni) {
    return bySni.containsKey(sni);
  }

  /** First those that share the rarest of the facts, then all. */
  @Nullable Hit find(Request request, String path, Facts facts) {
    Hit hit = rarest(request, path, facts);
    return hit != null ? hit : pools.first(request.host(), path, h -> h.accepts(request));
  }

  private @Nullable Hit rarest(Request request, String path, Facts facts) {
    String header = facts.header();
    if (header != null && headers.contains(header)) {
      return first(request, path, c -> hasHeader(c, header));
    }
    Pool pool = facts.host() == null || (kinds & HOST) == 0 ? null : pools.get(facts.host());
    int fewest = pool == null ? Integer.MAX_VALUE : pool.all().size();
    String uri = facts.uri();
    int ofUri = uri == null ? Integer.MAX_VALUE : count(byUri, uri);
    boolean isUri = ofUri < fewest;
    fewest = Math.min(fewest, ofUri);
    int ofMethod = count(byMethod, request.method());
    boolean isMethod = ofMethod < fewest;
    fewest = Math.min(fewest, ofMethod);
    if (count(bySni, facts.sni()) < fewest) {
      return first(request, path, c -> c.route.options.snis().contains(facts.sni()));
    }
    if (isMethod) {
      return first(request, path, c -> c.route.options.methods().contains(request.method()));
    }
    if (isUri) {
      return first(request, path, c -> uri(c).equals(uri));
    }
    return pool == null ? null : HostPools.first(pool, path, hit -> hit.accepts(request));
  }

  private static int count(Map<String, Integer> counts, String key) {
    return counts.getOrDefault(key, Integer.MAX_VALUE);
  }

  private static boolean hasHeader(Candidate candidate, String name) {
    for (HeaderMatch header : candidate.route.options.headers()) {
      if (header.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Hit first(Request request, String path, Predicate<Candidate> shares) {
    return pools.first(
        request.host(),
        path,
        hit -> shares.test(hit.candidate()) && hit.candidate().route.accepts(request));
  }
}
