package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.kong.Category.Facts;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * kong/router/traditional.lua. The router notes which kinds of comparisons the request could meet,
 * then asks the category of just these kinds, and after it the lower ones; in a category first the
 * candidates that share the rarest of the facts, then all.
 */
final class Traditional {
  private final List<Category> categories = new ArrayList<>();
  private final Set<String> plainHosts = new HashSet<>();

  /** Suffixes and starts, each with its place among all wildcards. */
  private final Map<String, Integer> suffixes = new HashMap<>();

  private final Map<String, Integer> starts = new LinkedHashMap<>();
  private final List<String> wildcards = new ArrayList<>();
  private final OrderedPaths<String> expressions;
  private final OrderedPaths<String> texts;

  /** The headers that routes ask for, in the order of the routes. */
  private final List<HeaderMatch> headers = new ArrayList<>();

  Traditional(List<Candidate> candidates) {
    List<Candidate> all = new ArrayList<>(candidates);
    all.sort(Comparator.comparingLong(Candidate::order));
    int[] ranks = Candidate.ranks(all);
    Map<Integer, List<Candidate>> byKinds = new LinkedHashMap<>();
    OrderedPaths.Builder<String> regexes = OrderedPaths.builder();
    OrderedPaths.Builder<String> plain = OrderedPaths.builder();
    Set<String> known = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < ranks.length; i++) {
      Candidate candidate = all.get(i);
      KongRoute route = candidate.route;
      byKinds.computeIfAbsent(Category.kinds(route), k -> new ArrayList<>()).add(candidate);
      route.hosts.forEach(this::add);
      for (HeaderMatch header : route.options.headers()) {
        if (names.add(header.name())) {
          headers.add(header);
        }
      }
      PathMatcher matcher = candidate.matchers.getFirst();
      if (!known.add(matcher.text())) {
        continue;
      }
      if (matcher.isRegex()) {
        regexes.add(ranks[i], matcher.test(), matcher.text());
      } else {
        int rank = Integer.MAX_VALUE - matcher.text().length();
        plain.add(rank, new PathTest.Start(matcher.text()), matcher.text());
      }
    }
    expressions = regexes.build();
    texts = plain.build();
    byKinds.forEach((kinds, in) -> categories.add(new Category(kinds, in)));
    categories.sort(
        Comparator.comparingInt((Category c) -> -Integer.bitCount(c.kinds))
            .thenComparingInt(c -> -c.kinds));
  }

  private void add(String host) {
    if (!host.contains("*")) {
      plainHosts.add(host);
      return;
    }
    boolean suffix = host.startsWith("*");
    String key = suffix ? host.substring(1) : host.substring(0, host.length() - 1);
    if ((suffix ? suffixes : starts).putIfAbsent(key, wildcards.size()) == null) {
      wildcards.add(host);
    }
  }

  /**
   * The path that all routes of all hosts together have for a request: an expression, else the
   * longest text that it begins with.
   */
  @Nullable String uri(String path) {
    OrderedPaths.Entry<String> hit = expressions.first(path, text -> true);
    if (hit == null) {
      hit = texts.first(path, text -> true);
    }
    return hit == null ? null : hit.route();
  }

  @Nullable Hit find(Request request, String path) {
    Facts facts = facts(request, path);
    if (facts.kinds() == 0) {
      return null;
    }
    int start = 0;
    for (int i = 0; i < categories.size(); i++) {
      start = categories.get(i).kinds == facts.kinds() ? i : start;
    }
    for (int i = start; i < categories.size(); i++) {
      Hit hit = categories.get(i).find(request, path, facts);
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  private Facts facts(Request request, String path) {
    String host = request.host();
    boolean named = plainHosts.contains(host);
    String wildcard = named ? null : wildcard(host);
    String uri = uri(path);
    String header = null;
    for (int i = 0; i < headers.size() && header == null; i++) {
      header = headers.get(i).isSent(request) ? headers.get(i).name() : null;
    }
    String sni = request.serverName().orElse("");
    int kinds =
        (named || wildcard != null ? Category.HOST : 0)
            | (uri == null ? 0 : Category.URI)
            | (header == null ? 0 : Category.HEADER);
    for (int i = 0; i < categories.size(); i++) {
      kinds |= categories.get(i).hasMethod(request.method()) ? Category.METHOD : 0;
      kinds |= categories.get(i).hasSni(sni) ? Category.SNI : 0;
    }
    // Routes are kept by the host as it is sent, so that one with a port is found by none.
    boolean withPort = request.port() != (request.scheme().equals("https") ? 443 : 80);
    return new Facts(kinds, wildcard == null && !withPort ? host : wildcard, uri, header, sni);
  }

  /** The first of those that take the host: a star stands for one character or more. */
  private @Nullable String wildcard(String host) {
    int first = Integer.MAX_VALUE;
    if (!suffixes.isEmpty()) {
      for (int dot = host.indexOf('.', 1); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        first = Math.min(first, suffixes.getOrDefault(host.substring(dot), first));
      }
    }
    for (Map.Entry<String, Integer> start : starts.entrySet()) {
      boolean takes = host.length() > start.getKey().length() && host.startsWith(start.getKey());
      first = takes ? Math.min(first, start.getValue()) : first;
    }
    return first == Integer.MAX_VALUE ? null : wildcards.get(first);
  }
}
