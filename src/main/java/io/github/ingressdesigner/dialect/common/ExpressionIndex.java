package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.LiteralCounts.Hook;
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

  /** What hangs at one thing hangs together: the next of it, and its place. */
  private int[] next = new int[16];

  private int[] places = new int[16];
  private int size;

  /** By a literal at the start, in lower case. */
  private final StringIndex starts;

  private final boolean[] startLengths;

  /** Four characters, or three and a zero, and what hangs at them + 1; 0 is free. */
  private final long[] grams;

  /** Places of expressions without any literal, rising. */
  private final int[] rest;

  <T> ExpressionIndex(List<Entry<T>> entries) {
    LiteralCounts counts = new LiteralCounts(entries.size());
    for (Entry<T> entry : entries) {
      if (entry.test() instanceof Expression expression) {
        counts.add(expression);
      }
    }
    Hook[] hooks = new Hook[entries.size()];
    int startCount = 0;
    int gramCount = 0;
    int longest = 0;
    int restCount = 0;
    for (int i = 0; i < hooks.length; i++) {
      if (entries.get(i).test() instanceof Expression expression) {
        hooks[i] = counts.rarest(expression);
        startCount += hooks[i].starts().size();
        gramCount += hooks[i].grams().size();
        restCount += hooks[i] == Hook.NONE ? 1 : 0;
        for (String start : hooks[i].starts()) {
          longest = Math.max(longest, start.length());
        }
      }
    }
    starts = new StringIndex(startCount);
    startLengths = new boolean[longest + 1];
    grams = new long[Integer.highestOneBit(Math.max(1, gramCount)) * 4];
    rest = new int[restCount];
    for (int i = hooks.length - 1; i >= 0; i--) {
      if (entries.get(i).test() instanceof Expression) {
        hang(hooks[i], i);
        if (hooks[i] == Hook.NONE) {
          rest[--restCount] = i;
        }
      }
    }
  }

  private void hang(Hook hook, int place) {
    for (String start : hook.starts()) {
      int node = node(place);
      next[node] = starts.put(start, node);
      startLengths[start.length()] = true;
    }
    for (int gram : hook.grams()) {
      int node = node(place);
      int slot = slot(gram);
      next[node] = (int) grams[slot] - 1;
      grams[slot] = (long) gram << 32 | node + 1;
    }
  }

  private int node(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    places[size] = place;
    return size++;
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
    Found found = new Found(from, end);
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
      if (rest[i] >= from) {
        found.add(rest[i]);
      }
    }
    return found.sorted();
  }

  /** Collects places. */
  private final class Found {
    private final int from;
    private final int end;
    private int[] found = NOTHING;
    private int count;

    Found(int from, int end) {
      this.from = from;
      this.end = end;
    }

    void addAll(int head) {
      for (int node = head; node != NONE && places[node] < end; node = next[node]) {
        if (places[node] >= from) {
          add(places[node]);
        }
      }
    }

    void add(int place) {
      if (count == found.length) {
        found = Arrays.copyOf(found, Math.max(8, count * 2));
      }
      found[count++] = place;
    }

    /** Each once. */
    int[] sorted() {
      if (count == 0) {
        return NOTHING;
      }
      Arrays.sort(found, 0, count);
      int last = 0;
      for (int i = 1; i < count; i++) {
        if (found[i] != found[last]) {
          found[++last] = found[i];
        }
      }
      return Arrays.copyOf(found, last + 1);
    }
  }
}
