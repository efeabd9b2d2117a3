package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import java.util.HashMap;
import java.util.Map;

/** How often the literals of many expressions occur in them, to tell the rare ones. */
final class LiteralCounts {
  private final Map<String, Integer> starts = new HashMap<>();

  /** By a hash of the gram: a rare one that shares its place with another looks less rare. */
  private final int[] grams;

  private int size;

  /**
   * @param capacity how many expressions there are at most
   */
  LiteralCounts(int capacity) {
    grams = new int[Integer.highestOneBit(Math.max(64, capacity)) * 16];
  }

  void add(Expression expression) {
    size++;
    starts.merge(start(expression), 1, Integer::sum);
    for (String run : RegexHints.of(expression.regex()).runs()) {
      int width = width(run);
      for (int i = 0; i + width <= run.length(); i++) {
        grams[place(gram(run, i, width))]++;
      }
    }
  }

  /** How many expressions there are. */
  int size() {
    return size;
  }

  /** In lower case, the literal with which all matches begin at the start of the path. */
  static String start(Expression expression) {
    RegexHints hints = RegexHints.of(expression.regex());
    return expression.whole() || hints.anchored() ? HostIndex.lower(hints.start()) : "";
  }

  int of(String start) {
    return starts.getOrDefault(start, 0);
  }

  int of(int gram) {
    return grams[place(gram)];
  }

  /** The rarest part of the literals; 0 if all are too short. */
  int rarestGram(Expression expression) {
    int rarest = 0;
    int count = Integer.MAX_VALUE;
    for (String run : RegexHints.of(expression.regex()).runs()) {
      int width = width(run);
      for (int i = 0; i + width <= run.length(); i++) {
        int gram = gram(run, i, width);
        if (of(gram) < count) {
          rarest = gram;
          count = of(gram);
        }
      }
    }
    return rarest;
  }

  private static int width(String run) {
    return run.length() > 3 ? 4 : 3;
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
