package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a part of an expression.
 *
 * @param isExact whether it stands for the {@code starts} and nothing else
 * @param starts what it may begin with
 * @param clauses of each, it contains at least one
 */
record LiteralSet(boolean isExact, List<String> starts, List<List<String>> clauses) {
  static final LiteralSet EMPTY = exact(List.of(""));
  static final LiteralSet UNKNOWN = new LiteralSet(false, List.of(""), List.of());

  /** So many alternatives are followed, then they count as unknown. */
  private static final int MOST = 16;

  static LiteralSet exact(List<String> strings) {
    return new LiteralSet(true, strings, List.of());
  }

  /** Each of the one before each of the other; empty if that is too many. */
  static List<String> product(List<String> before, List<String> after) {
    if (before.size() * after.size() > MOST) {
      return List.of();
    }
    if (before.size() == 1 && after.size() == 1) {
      return List.of(before.getFirst() + after.getFirst());
    }
    Set<String> all = new LinkedHashSet<>();
    before.forEach(a -> after.forEach(b -> all.add(a + b)));
    return List.copyOf(all);
  }

  /** What is known where one of several parts stands. */
  static LiteralSet oneOf(List<LiteralSet> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Set<String> starts = new LinkedHashSet<>();
    Set<String> clause = new LinkedHashSet<>();
    boolean isExact = true;
    boolean hasClause = true;
    for (LiteralSet part : parts) {
      isExact &= part.isExact;
      starts.addAll(part.starts);
      List<String> best = part.best();
      hasClause &= !best.isEmpty();
      clause.addAll(best);
    }
    if (starts.size() > MOST) {
      starts = Set.of("");
      isExact = false;
    }
    List<List<String>> clauses = new ArrayList<>();
    if (hasClause && clause.size() <= MOST) {
      clauses.add(List.copyOf(clause));
    }
    return new LiteralSet(isExact, List.copyOf(starts), isExact ? List.of() : clauses);
  }

  /** The clause that tells most: whose shortest literal is longest; empty if there is none. */
  private List<String> best() {
    List<String> best = isExact && shortest(starts) > 1 ? starts : List.of();
    for (List<String> clause : clauses) {
      best = best.isEmpty() || shortest(clause) > shortest(best) ? clause : best;
    }
    return best;
  }

  static int shortest(List<String> strings) {
    int shortest = Integer.MAX_VALUE;
    for (String string : strings) {
      shortest = Math.min(shortest, string.length());
    }
    return shortest;
  }
}
