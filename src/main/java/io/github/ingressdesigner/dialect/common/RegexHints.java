package io.github.ingressdesigner.dialect.common;

import java.util.List;

/**
 * Literals that every match of an expression contains, so that most expressions are ruled out
 * without running them.
 *
 * @param starts with one of them every match begins; a single empty one if nothing is known
 * @param anchored whether a match can only begin at the start of the input
 * @param clauses of each, every match contains at least one
 * @param ignoreCase the literals are in lower case, and the input's ASCII letters must be, too
 * @param literal whether the expression is nothing but its start, perhaps anchored
 */
record RegexHints(
    List<String> starts,
    boolean anchored,
    List<List<String>> clauses,
    boolean ignoreCase,
    boolean literal) {
  static final RegexHints NONE = new RegexHints(List.of(""), false, List.of(), false, false);

  /** Looking for more literals than this is no faster than the expression. */
  private static final int FEW = 2;

  RegexHints {
    starts = List.copyOf(starts);
    clauses = List.copyOf(clauses);
  }

  static RegexHints of(RouteRegex regex) {
    return switch (regex) {
      case PcreRegex pcre -> pcre.hints();
      case LinearRegex linear -> linear.hints();
      case LiteralRegex literal -> literal.hints();
      default -> NONE;
    };
  }

  /** False only if the expression does not match: whole inputs, or a part of them. */
  boolean mayMatch(String input, boolean whole) {
    if ((anchored || whole) && !startsWell(input)) {
      return false;
    }
    for (int i = 0; i < clauses.size() && !ignoreCase; i++) {
      if (!hasOne(input, clauses.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWell(String input) {
    for (int i = 0; i < starts.size(); i++) {
      String start = starts.get(i);
      if (input.regionMatches(ignoreCase, 0, start, 0, start.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOne(String input, List<String> clause) {
    for (int i = 0; i < clause.size(); i++) {
      if (clause.size() > FEW || input.contains(clause.get(i))) {
        return true;
      }
    }
    return false;
  }
}
