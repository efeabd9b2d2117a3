package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Expressions that are nothing but the beginning of a path in any case ({@code ^/api}). They are so
 * common that they are told apart without automata.
 */
final class FoldedStarts {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  /** Of these expressions, in lower case. */
  private final Starts folds = new Starts();

  /** Letters of an expression; empty where it is more than the beginning of a path in any case. */
  static Optional<String> literal(PathFacet.Pattern pattern) {
    String text = pattern.text();
    boolean fold = pattern.ignoreCase();
    if (text.startsWith("(?i)")) {
      text = text.substring(4);
      fold = true;
    }
    if (!fold || pattern.whole() || !text.startsWith("^")) {
      return Optional.empty();
    }
    StringBuilder literal = new StringBuilder(text.length());
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped =
          c == '\\' && i + 1 < text.length() && SPECIAL.indexOf(text.charAt(i + 1)) >= 0;
      if (escaped) {
        literal.append(text.charAt(++i));
      } else if (SPECIAL.indexOf(c) >= 0) {
        return Optional.empty();
      } else {
        literal.append(c);
      }
    }
    return Optional.of(literal.toString());
  }

  void add(String literal) {
    folds.add(literal.toLowerCase(Locale.ROOT));
  }

  boolean isEmpty() {
    return folds.all().isEmpty();
  }

  TreeSet<String> all() {
    return folds.all();
  }

  /** The longest that a path begins with, which tells all of them; empty where there is none. */
  String of(String path) {
    return isEmpty() ? "" : folds.longest(path.toLowerCase(Locale.ROOT), "");
  }

  /** Some texts that go on behind {@code start} as {@code fold} does, in other cases. */
  static List<String> inOtherCases(String start, String fold) {
    String rest = fold.substring(start.length());
    List<String> all = new ArrayList<>();
    String upper = rest.toUpperCase(Locale.ROOT);
    all.add(start + upper);
    all.add(start + rest);
    for (int i = 0; i < rest.length(); i++) {
      if (upper.charAt(i) != rest.charAt(i)) {
        all.add(start + rest.substring(0, i) + upper.charAt(i) + rest.substring(i + 1));
        all.add(start + upper.substring(0, i) + rest.charAt(i) + upper.substring(i + 1));
        break;
      }
    }
    return all;
  }
}
