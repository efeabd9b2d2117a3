package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What competes in the router: a route, or the part of it that Kong splits off. The compatible
 * flavour makes one part for each length of plain paths and one for the expressions, the
 * traditional one a part for each path.
 */
final class Candidate {
  final KongRoute route;
  final List<PathMatcher> matchers;

  /** Unsigned; the larger goes first. */
  final long priority;

  private final int part;
  private @Nullable String id;

  private Candidate(KongRoute route, List<PathMatcher> matchers, long priority, int part) {
    this.route = route;
    this.matchers = matchers;
    this.priority = priority;
    this.part = part;
  }

  /**
   * The place of each candidate among the priorities of all, from 0 for the largest; equal
   * priorities have one place.
   */
  static int[] ranks(List<Candidate> candidates) {
    long[] orders = new long[candidates.size()];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = candidates.get(i).order();
    }
    Arrays.sort(orders);
    int distinct = 0;
    for (int i = 0; i < orders.length; i++) {
      if (i == 0 || orders[i] != orders[i - 1]) {
        orders[distinct++] = orders[i];
      }
    }
    int[] ranks = new int[candidates.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Arrays.binarySearch(orders, 0, distinct, candidates.get(i).order());
    }
    return ranks;
  }

  /** The smallest for the largest priority. */
  long order() {
    return ~(priority ^ Long.MIN_VALUE);
  }

  /**
   * Whether it goes before another one of the same priority. Kong's traditional router does not
   * define that order; the ids decide there too, so that the answer is a stable one.
   */
  boolean isBeforeEqual(Candidate other) {
    return id().compareTo(other.id()) > 0;
  }

  static List<Candidate> of(KongRoute route, Flavor flavor) {
    List<PathMatcher> all = new ArrayList<>();
    for (KongPath path : route.paths) {
      all.addAll(
          route.isDefault
              ? List.of(PathMatcher.everything(path))
              : switch (flavor) {
                case EXPRESSIONS -> PathMatcher.expressions(path);
                case COMPATIBLE -> PathMatcher.traditional(path, RegexFlavor.RUST);
                case TRADITIONAL -> PathMatcher.traditional(path, RegexFlavor.PCRE);
              });
    }
    return switch (flavor) {
      case EXPRESSIONS -> List.of(new Candidate(route, all, expressions(route), 0));
      case COMPATIBLE -> compatible(route, all);
      case TRADITIONAL -> traditional(route, all);
    };
  }

  /** ingress_atc.go, EncodeToPriority. */
  private static long expressions(KongRoute route) {
    if (route.isDefault) {
      return 0;
    }
    boolean regex = false;
    int length = 0;
    for (KongPath path : route.paths) {
      regex |= path.hasRegexBit();
      length = Math.max(length, path.length());
    }
    return (long) fields(route) << 41
        | (long) Math.min(route.options.asked().headers(), 255) << 33
        | (route.hasPlainHosts() ? 1L << 32 : 0)
        | (regex ? 1L << 16 : 0)
        | Math.min(length, 0xffff);
  }

  /** The comparison as Kong gets it, with the priority where Kong is told one or makes one. */
  String generated(PathMatcher matcher) {
    return switch (route.options.flavor()) {
      // The controller's two highest bits say that the route comes from an Ingress.
      case EXPRESSIONS ->
          matcher.generated() + ", priority " + (route.isDefault ? 0 : priority | 3L << 44);
      case COMPATIBLE -> matcher.generated() + ", priority " + Long.toUnsignedString(priority);
      case TRADITIONAL -> matcher.written();
    };
  }

  private static int fields(KongRoute route) {
    return 1 + (route.hasHosts() ? 1 : 0) + route.options.asked().kinds();
  }

  private static List<Candidate> compatible(KongRoute route, List<PathMatcher> all) {
    Map<Integer, List<PathMatcher>> groups = new LinkedHashMap<>();
    for (PathMatcher matcher : all) {
      int key = matcher.isRegex() ? 0 : matcher.text().length();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(matcher);
    }
    List<Candidate> candidates = new ArrayList<>();
    int part = groups.size() == 1 ? 0 : 1;
    for (Map.Entry<Integer, List<PathMatcher>> group : groups.entrySet()) {
      long priority = compatible(route, group.getKey());
      candidates.add(new Candidate(route, group.getValue(), priority, part));
      part++;
    }
    return candidates;
  }

  /**
   * transform.lua, get_priority. It means to shift by 61 and 52, but shifts numbers of 32 bits, in
   * which that is 29 and 20; from four fields on the sign is set, and with it all higher bits.
   *
   * @param length 0 for expressions
   */
  private static long compatible(KongRoute route, int length) {
    boolean regex = length == 0;
    return (long) (fields(route) << 29)
        | (route.hasPlainHosts() ? 1L << 60 : 0)
        | (regex ? 1L << 51 : 0)
        | (long) Math.min(route.options.asked().headers(), 255) << 20
        | (long) ((regex ? route.options.regexPriority() : 0) << 19)
        | length & 0x7ffff;
  }

  /** traditional.lua, sort_routes; the number of fields is asked before. */
  private static List<Candidate> traditional(KongRoute route, List<PathMatcher> all) {
    List<Candidate> candidates = new ArrayList<>();
    // Parts of equal rank: a recorded answer is that of the route with the longer plain path.
    int longest = 0;
    for (PathMatcher matcher : all) {
      longest = Math.max(longest, matcher.isRegex() ? 0 : matcher.text().length());
    }
    for (PathMatcher matcher : all) {
      boolean regex = matcher.isRegex();
      // A negative priority goes below none.
      long regexPriority = regex ? (long) route.options.regexPriority() - Integer.MIN_VALUE : 0;
      long priority =
          (route.hasPlainHosts() ? 1L << 61 : 0)
              | (regex ? 1L << 60 : 0)
              | (long) Math.min(route.options.asked().headers(), 255) << 52
              | regexPriority << 20
              | (regex ? longest : matcher.text().length()) & 0xfffff;
      candidates.add(new Candidate(route, List.of(matcher), priority, 0));
    }
    return candidates;
  }

  String id() {
    if (part == 0) {
      return route.id();
    }
    String known = id;
    if (known == null) {
      known = RouteIds.part(route.id(), part);
      id = known;
    }
    return known;
  }
}
