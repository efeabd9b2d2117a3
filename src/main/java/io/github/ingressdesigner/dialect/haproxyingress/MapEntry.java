package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of a map: a host, a path and what becomes of a request (buildMapKey, convertPathToRegex of
 * pkg/haproxy/types/maps.go).
 *
 * @param host as the map knows it, in lower case; a wildcard keeps its {@code *.}
 * @param alias whether the host is an alias of another one
 * @param order place among the entries as they were made
 * @param path as it stands in the map; begin compares in lower case
 */
record MapEntry(String host, boolean alias, Target target, int order, String path) {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  MapEntry(String host, boolean alias, Target target, int order) {
    this(
        host,
        alias,
        target,
        order,
        target.match() == MatchType.BEGIN && !host.startsWith("*.")
            ? target.path().toLowerCase(Locale.ROOT)
            : target.path());
  }

  /** Whether the line goes into the list of expressions. */
  boolean isExpression() {
    return isWildcard() || target.match() == MatchType.REGEX;
  }

  boolean isWildcard() {
    return host.startsWith("*.");
  }

  /** The key of the line. */
  String key() {
    return hostKey() + "#" + (isWildcard() ? pathExpression(target) : path());
  }

  private String hostKey() {
    if (isWildcard()) {
      return "^[^.]+" + quoted(host.substring(1));
    }
    return target.match() == MatchType.REGEX ? "^" + quoted(host) : host;
  }

  /**
   * Whether the path is an expression with alternatives outside of any group: the key is {@code
   * ^host#/a|/b}, so the second one is looked for anywhere in host and path.
   */
  boolean leavesHost() {
    if (target.match() != MatchType.REGEX || path().indexOf('|') < 0) {
      return false;
    }
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < path().length(); i++) {
      char c = path().charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '|' && depth == 0) {
        return true;
      } else {
        inClass = c == '[';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return false;
  }

  /** A path of any type as an expression, for hosts that are expressions themselves. */
  static String pathExpression(Target target) {
    String path = target.path();
    return switch (target.match()) {
      case BEGIN -> quoted(path);
      case EXACT -> quoted(path) + "$";
      case PREFIX -> path.endsWith("/") ? quoted(path) : quoted(path) + "(/.*)?";
      case REGEX -> path;
    };
  }

  /** As Go's regexp.QuoteMeta. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }

  /** Where a blank in the path ends the key, since the value begins behind it; -1 without one. */
  int blank() {
    for (int i = 0; i < target.path().length(); i++) {
      if (target.path().charAt(i) == ' ' || target.path().charAt(i) == '\t') {
        return i;
      }
    }
    return -1;
  }

  /**
   * How the line compares the path of a request; begin lines of plain hosts are asked in lower
   * case. Empty where an expression is refused.
   */
  Optional<PathTest> test() {
    int blank = blank();
    String path = blank < 0 ? path() : path().substring(0, blank);
    if (target.match() == MatchType.REGEX) {
      // In front of the path stands the host, so the expression begins where the path does.
      return switch (RegexFlavor.PCRE.compile("^(?:" + path + ")", false)) {
        case RegexFlavor.Result.Compiled(RouteRegex regex) ->
            Optional.of(new PathTest.Expression(regex, false));
        case RegexFlavor.Result.Refused _ -> Optional.empty();
      };
    }
    if (isWildcard()) {
      boolean whole = target.match() == MatchType.EXACT && blank < 0;
      return Optional.of(whole ? new PathTest.Whole(path) : new PathTest.Start(path));
    }
    return Optional.of(
        switch (target.match()) {
          case EXACT -> new PathTest.Whole(path);
          case PREFIX -> new PathTest.Elements(path);
          case BEGIN, REGEX -> new PathTest.Start(path);
        });
  }
}
