package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import java.util.Arrays;
import java.util.List;

/**
 * Which of many expressions may take a path. Each hangs at the rarest thing that all of its matches
 * have: a literal at their start, or three or four characters in a row. Letters are compared
 * without regard to case; the expression itself decides.
 */
final class ExpressionIndex {
  private static final int NONE = OrderedPaths.NONE;
  private static final int[] NOTHING = {};

  private final int[] next;

  /** By the literal at the start; empty where none is used. */
  private final StringIndex starts;

  private final boolean[] startLengths;

  /** Key and place + 1 of four characters, or of three and a zero; 0 is free. */
  private final long[] grams;

  /** Places of expressions without any literal, rising. */
  private final int[] rest;

  private final RegexHints[] restHints;
  private final boolean[] restWhole;

  /**
   * @param next takes the next place that hangs at the same thing
   */
  <T> ExpressionIndex(List<Entry<T>> entries, int[] next) {
    this.next = next;
    LiteralCounts counts = new LiteralCounts(entries.size());
    int longest = 0;
    for (Entry<T> entry : entries) {
      if (entry.test() instanceof Expression expression) {
        counts.add(expression);
        longest = Math.max(longest, RegexHints.of(expression.regex()).start().length());
      }
    }
    starts = new StringIndex(counts.size());
    startLengths = new boolean[longest + 1];
    grams = new long[Integer.highestOneBit(Math.max(1, counts.size())) * 4];
    int[] without = new int[counts.size()];
    int first = without.length;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).test() instanceof Expression expression && !put(expression, i, counts)) {
        without[--first] = i;
      }
    }
    rest = Arrays.copyOfRange(without, first, without.length);
    restHints = new RegexHints[rest.length];
    restWhole = new boolean[rest.length];
    for (int i = 0; i < rest.length; i++) {
      Expression expression = (Expression) entries.get(rest[i]).test();
      restHints[i] = RegexHints.of(expression.regex());
      restWhole[i] = expression.whole();
    }
  }

  private boolean put(Expression expression, int place, LiteralCounts counts) {
    String start = LiteralCounts.start(expression);
    int gram = counts.rarestGram(expression);
    if (start.length() > 1 && (gram == 0 || counts.of(start) <= counts.of(gram))) {
      next[place] = starts.put(start, place);
      startLengths[start.length()] = true;
      return true;
    }
    if (gram != 0) {
      int slot = slot(gram);
      next[place] = (int) grams[slot] - 1;
      grams[slot] = (long) gram << 32 | place + 1;
      return true;
    }
    return false;
  }

  private int slot(int gram) {
    int mask = grams.length - 1;
    int slot = gram * 0x9e3779b1 >>> 7 & mask;
    while (grams[slot] != 0 && (int) (grams[slot] >>> 32) != gram) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Places from {@code from} to {@code end} that may take the path, rising. */
  int[] candidates(String path, int from, int end) {
    String folded = HostIndex.lower(path);
    Places found = new Places(from, end);
    int hash = 0;
    int gram = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i < startLengths.length && startLengths[i]) {
        found.addAll(starts.get(folded, 0, i, hash));
      }
      if (i == path.length()) {
        break;
      }
      char c = folded.charAt(i);
      hash = 31 * hash + c;
      gram = gram << 8 | c & 0xff;
      if (i >= 2) {
        found.addAll((int) grams[slot(gram & 0xffffff)] - 1);
        found.addAll(i == 2 ? NONE : (int) grams[slot(gram)] - 1);
      }
    }
    for (int i = 0; i < rest.length && rest[i] < end; i++) {
      if (rest[i] >= from && restHints[i].mayMatch(path, restWhole[i])) {
        found.add(rest[i]);
      }
    }
    return found.sorted();
  }

  /** Collects places. */
  private final class Places {
    private final int from;
    private final int end;
    private int[] places = NOTHING;
    private int size;

    Places(int from, int end) {
      this.from = from;
      this.end = end;
    }

    void addAll(int head) {
      for (int place = head; place != NONE && place < end; place = next[place]) {
        if (place >= from) {
          add(place);
        }
      }
    }

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, Math.max(8, size * 2));
      }
      places[size++] = place;
    }

    /** Each once. */
    int[] sorted() {
      if (size == 0) {
        return NOTHING;
      }
      Arrays.sort(places, 0, size);
      int last = 0;
      for (int i = 1; i < size; i++) {
        if (places[i] != places[last]) {
          places[++last] = places[i];
        }
      }
      return Arrays.copyOf(places, last + 1);
    }
  }
}
