package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Literals that every match of an expression contains, so that most expressions are ruled out
 * without running them. Found by reading what all flavours write alike; anything else gives no
 * hint, which is always right.
 *
 * @param start with it every match begins; empty if nothing is known
 * @param anchored whether a match can only begin at the start of the input
 * @param runs literals of two and more characters in every match, a long {@code start} among them
 * @param ignoreCase the literals are in lower case, and the input's ASCII letters must be, too
 * @param literal whether the expression is nothing but {@code start}, perhaps anchored
 */
record RegexHints(
    String start, boolean anchored, List<String> runs, boolean ignoreCase, boolean literal) {
  static final RegexHints NONE = new RegexHints("", false, List.of(), false, false);

  RegexHints {
    runs = List.copyOf(runs);
  }

  /**
   * @param pattern as bytes
   * @param isUnicode whether the engine reads characters, not bytes: then a quantifier repeats all
   *     bytes of one, and ignoring case goes beyond ASCII, where K and S have other cases
   */
  static RegexHints of(String pattern, boolean ignoreCase, boolean isUnicode) {
    boolean inline = pattern.startsWith("(?i)");
    return new Reader(inline ? pattern.substring(4) : pattern, ignoreCase || inline, isUnicode)
        .read();
  }

  static RegexHints of(RouteRegex regex) {
    return switch (regex) {
      case PcreRegex pcre -> pcre.hints();
      case LinearRegex linear -> linear.hints();
      default -> NONE;
    };
  }

  /** False only if the expression does not match: whole inputs, or a part of them. */
  boolean mayMatch(String input, boolean whole) {
    if (ignoreCase) {
      return !(anchored || whole) || input.regionMatches(true, 0, start, 0, start.length());
    }
    if (anchored || whole ? !input.startsWith(start) : !input.contains(start)) {
      return false;
    }
    for (String run : runs) {
      if (!input.contains(run)) {
        return false;
      }
    }
    return true;
  }

  /** One pass over an expression; stops without a hint at whatever it does not know. */
  private static final class Reader {
    private final String pattern;
    private final boolean ignoreCase;
    private final boolean isUnicode;
    private final List<String> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private String start = "";
    private boolean isAtStart = true;
    private boolean isLiteral = true;
    private int at;

    Reader(String pattern, boolean ignoreCase, boolean isUnicode) {
      this.pattern = pattern;
      this.ignoreCase = ignoreCase;
      this.isUnicode = isUnicode;
    }

    RegexHints read() {
      boolean anchored = pattern.startsWith("^") || pattern.startsWith("\\A");
      at = !anchored ? 0 : pattern.charAt(0) == '^' ? 1 : 2;
      if (anchored && skipQuantifier() != Times.ONCE) {
        return NONE;
      }
      while (at < pattern.length()) {
        if (!readAtom()) {
          return NONE;
        }
      }
      endRun();
      return new RegexHints(start, anchored, runs, ignoreCase, isLiteral);
    }

    /** False if nothing is known any more. */
    private boolean readAtom() {
      char c = pattern.charAt(at++);
      return switch (c) {
        case '|' -> false;
        case '(' -> skipGroup() && quantified();
        case '[' -> skipClass() && quantified();
        case '.', '^', '$' -> quantified();
        case '\\' -> readEscape();
        case ')', '*', '+', '?' -> false;
        case '{' -> pattern.startsWith(",", at) ? false : literal(c);
        default -> literal(c);
      };
    }

    private boolean readEscape() {
      if (at == pattern.length()) {
        return false;
      }
      char c = pattern.charAt(at++);
      if (isWord(c)) {
        return "dDwWsSbBzhHvV".indexOf(c) >= 0 && quantified();
      }
      return c > 0x20 && c < 0x7f && c != '<' && c != '>' && literal(c);
    }

    private static boolean isWord(char c) {
      return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Something that is not literal: what stands before it ends here. */
    private boolean quantified() {
      isLiteral = false;
      endRun();
      isAtStart = false;
      return skipQuantifier() != Times.UNKNOWN;
    }

    private boolean literal(char c) {
      boolean isWide = c > 0x7f && isUnicode;
      if (ignoreCase && (isWide || isUnicode && "kKsS".indexOf(c) >= 0)) {
        return quantified() && !isWide;
      }
      int length = run.length();
      isLiteral &= c < 0x80 || !ignoreCase;
      run.append(ignoreCase && c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      Times times = skipQuantifier();
      if (times == Times.UNKNOWN || times != Times.ONCE && isWide) {
        return false;
      }
      if (times == Times.MAYBE) {
        run.setLength(length);
      }
      return times == Times.ONCE || quantified();
    }

    private void endRun() {
      if (isAtStart) {
        start = run.toString();
      }
      if (run.length() > 1) {
        runs.add(run.toString());
      }
      run.setLength(0);
    }

    private enum Times {
      ONCE,
      MAYBE,
      MORE,
      UNKNOWN
    }

    private Times skipQuantifier() {
      if (at == pattern.length()) {
        return Times.ONCE;
      }
      char c = pattern.charAt(at);
      Times times;
      if (c == '*' || c == '?') {
        at++;
        times = Times.MAYBE;
      } else if (c == '+') {
        at++;
        times = Times.MORE;
      } else if (c == '{') {
        int end = pattern.indexOf('}', at);
        String inside = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
          return Times.UNKNOWN;
        }
        at = end + 1;
        times = inside.matches("0+(,.*)?") ? Times.MAYBE : Times.MORE;
      } else {
        return Times.ONCE;
      }
      if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
      boolean more = at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0;
      return more ? Times.UNKNOWN : times;
    }

    /** A group adds nothing, but one that sets flags changes all that follows. */
    private boolean skipGroup() {
      if (pattern.startsWith("*", at) || pattern.startsWith("?#", at)) {
        return false;
      }
      if (pattern.startsWith("?", at) && !hasKnownKind()) {
        return false;
      }
      for (int depth = 1; depth > 0; ) {
        if (at == pattern.length()) {
          return false;
        }
        char c = pattern.charAt(at++);
        if (c == '\\') {
          if (at == pattern.length() || "QEKc".indexOf(pattern.charAt(at)) >= 0) {
            return false;
          }
          at++;
        } else if (c == '[') {
          if (!skipClass()) {
            return false;
          }
        } else if (c == '(') {
          if (pattern.startsWith("*", at) || pattern.startsWith("?#", at)) {
            return false;
          }
          depth++;
        } else if (c == ')') {
          depth--;
        }
      }
      return true;
    }

    private boolean hasKnownKind() {
      return List.of("?:", "?=", "?!", "?<", "?>", "?P<", "?i:", "?-i:").stream()
          .anyMatch(kind -> pattern.startsWith(kind, at));
    }

    private boolean skipClass() {
      if (pattern.startsWith("^", at)) {
        at++;
      }
      if (pattern.startsWith("]", at)) {
        at++;
      }
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == ']') {
          return true;
        }
        if (c == '[') {
          int end = pattern.startsWith(":", at) ? pattern.indexOf(":]", at) : -1;
          if (end < 0 || !pattern.substring(at + 1, end).matches("\\^?[a-z]+")) {
            return false;
          }
          at = end + 2;
        } else if (c == '\\') {
          if (at == pattern.length() || "QEc".indexOf(pattern.charAt(at)) >= 0) {
            return false;
          }
          at++;
        }
      }
      return false;
    }
  }
}
