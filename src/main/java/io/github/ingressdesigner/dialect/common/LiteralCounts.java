package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often the literals of many expressions occur in them, to hang each at its rarest. */
final class LiteralCounts {
  /**
   * What an expression hangs at: one of these is in every path that it takes.
   *
   * @param starts literals at the start of the path, in lower case; else empty
   * @param grams four characters in a row, or three and a zero, in lower case; else empty
   */
  record Hook(List<String> starts, Set<Integer> grams) {
    static final Hook NONE = new Hook(List.of(), Set.of());
  }

  private final Map<String, Integer> starts = new HashMap<>();

  /** By a hash of the gram: a rare one that shares its place with another looks less rare. */
  private final int[] grams;

  /**
   * @param capacity how many expressions there are at most
   */
  LiteralCounts(int capacity) {
    grams = new int[Integer.highestOneBit(Math.max(64, capacity)) * 16];
  }

  void add(Expression expression) {
    starts(expression).forEach(start -> starts.merge(start, 1, Integer::sum));
    for (List<String> clause : RegexHints.of(expression.regex()).clauses()) {
      for (String literal : clause) {
        int width = width(literal);
        for (int i = 0; i + width <= literal.length(); i++) {
          grams[place(gram(literal, i, width))]++;
        }
      }
    }
  }

  private static List<String> starts(Expression expression) {
    RegexHints hints = RegexHints.of(expression.regex());
    boolean isKnown = expression.whole() || hints.anchored();
    return isKnown && LiteralSet.shortest(hints.starts()) > 1
        ? hints.starts().stream().map(HostIndex::lower).distinct().toList()
        : List.of();
  }

  /** Where the expression hangs with the fewest others. */
  Hook rarest(Expression expression) {
    List<String> own = starts(expression);
    Hook hook = own.isEmpty() ? Hook.NONE : new Hook(own, Set.of());
    long least = own.isEmpty() ? Long.MAX_VALUE : 0;
    for (String start : own) {
      least += starts.getOrDefault(start, 0);
    }
    for (List<String> clause : RegexHints.of(expression.regex()).clauses()) {
      Set<Integer> rarest = new HashSet<>();
      long count = 0;
      for (String literal : clause) {
        int gram = rarestGram(literal);
        rarest.add(gram);
        count += gram == 0 ? Integer.MAX_VALUE : grams[place(gram)];
      }
      if (count < least && !rarest.contains(0)) {
        hook = new Hook(List.of(), rarest);
        least = count;
      }
    }
    return hook;
  }

  /** 0 if the literal is too short. */
  private int rarestGram(String literal) {
    int rarest = 0;
    int count = Integer.MAX_VALUE;
    int width = width(literal);
    for (int i = 0; i + width <= literal.length(); i++) {
      int gram = gram(literal, i, width);
      if (grams[place(gram)] < count) {
        rarest = gram;
        count = grams[place(gram)];
      }
    }
    return rarest;
  }

  private static int width(String literal) {
    return literal.length() > 3 ? 4 : 3;
  }

  private static int gram(String text, int from, int width) {
    int gram = 0;
    for (int i = from; i < from + width; i++) {
      gram = gram << 8 | lower(text.charAt(i)) & 0xff;
    }
    return gram;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private int place(int gram) {
    return gram * 0x9e3779b1 >>> 9 & grams.length - 1;
  }
}
