package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import java.util.ArrayList;
import java.util.Comparator;
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
  /** Who goes first. Among equals of the traditional flavour the order is not defined by Kong. */
  static final Comparator<Candidate> FIRST_ASKED =
      (a, b) -> {
        int order = Long.compareUnsigned(b.priority, a.priority);
        return order != 0 ? order : b.id().compareTo(a.id());
      };

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
        | (long) Math.min(route.headers.size(), 255) << 33
        | (hasPlainHosts(route) ? 1L << 32 : 0)
        | (regex ? 1L << 16 : 0)
        | Math.min(length, 0xffff);
  }

  private static int fields(KongRoute route) {
    return 1
        + (route.hosts.isEmpty() ? 0 : 1)
        + (route.headers.isEmpty() ? 0 : 1)
        + (route.methods.isEmpty() ? 0 : 1)
        + (route.snis.isEmpty() ? 0 : 1);
  }

  private static boolean hasPlainHosts(KongRoute route) {
    return !route.hosts.isEmpty() && route.hosts.stream().noneMatch(host -> host.contains("*"));
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
        | (hasPlainHosts(route) ? 1L << 60 : 0)
        | (regex ? 1L << 51 : 0)
        | (long) Math.min(route.headers.size(), 255) << 20
        | (long) ((regex ? route.regexPriority : 0) << 19)
        | length & 0x7ffff;
  }

  /** traditional.lua, sort_routes; the number of fields is asked before. */
  private static List<Candidate> traditional(KongRoute route, List<PathMatcher> all) {
    List<Candidate> candidates = new ArrayList<>();
    for (PathMatcher matcher : all) {
      boolean regex = matcher.isRegex();
      // A negative priority goes below none.
      long regexPriority = regex ? (long) route.regexPriority - Integer.MIN_VALUE : 0;
      long priority =
          (hasPlainHosts(route) ? 1L << 61 : 0)
              | (regex ? 1L << 60 : 0)
              | (long) Math.min(route.headers.size(), 255) << 52
              | regexPriority << 20
              | (regex ? 0 : matcher.text().length() & 0xfffff);
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
