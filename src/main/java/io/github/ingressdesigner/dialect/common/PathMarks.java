package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Elements;
import io.github.ingressdesigner.dialect.common.PathTest.Every;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import io.github.ingressdesigner.dialect.common.PathTest.Start;
import io.github.ingressdesigner.dialect.common.PathTest.Whole;

/**
 * The tests of a few entries in one row of words: for each a mark that rules most of them out (the
 * kind of the test, the length of its text and its last characters), and behind all marks the texts
 * themselves, so that a look at them touches no other memory. That is what a decision costs where
 * there are many hosts of few paths.
 */
final class PathMarks {
  static final int NONE = OrderedPaths.NONE;

  private static final int WHOLE = 0;
  private static final int ELEMENTS = 1;
  private static final int START = 2;
  private static final int EXPRESSION = 3;

  /** Of a mark, from above: whether the next entry has its rank, length, kind, four characters. */
  private static final int LENGTH_SHIFT = 34;

  private static final int LENGTH_BITS = 0x1fff_ffff;
  private static final int KIND_SHIFT = 32;
  private static final int TAIL = 4;

  private PathMarks() {}

  static long[] of(Entry<?>[] entries) {
    int length = entries.length;
    for (Entry<?> entry : entries) {
      length += words(text(entry.test()).length());
    }
    long[] row = new long[length];
    int at = entries.length;
    for (int i = 0; i < entries.length; i++) {
      String text = text(entries[i].test());
      boolean isTie = i + 1 < entries.length && entries[i].rank() == entries[i + 1].rank();
      row[i] = mark(kind(entries[i].test()), text) | (isTie ? Long.MIN_VALUE : 0);
      for (int c = 0; c < text.length(); c++) {
        row[at + (c >> 2)] |= (long) text.charAt(c) << (c << 4);
      }
      at += words(text.length());
    }
    return row;
  }

  private static String text(PathTest test) {
    return switch (test) {
      case Whole(String path) -> path;
      case Elements(String prefix) -> PathIndex.key(prefix);
      case Start(String prefix) -> prefix;
      case Every _, Expression _ -> "";
    };
  }

  private static int kind(PathTest test) {
    return switch (test) {
      case Whole _ -> WHOLE;
      case Elements _ -> ELEMENTS;
      case Start _, Every _ -> START;
      case Expression _ -> EXPRESSION;
    };
  }

  /** How many words a text takes. */
  private static int words(int length) {
    return length + 3 >> 2;
  }

  private static long mark(int kind, String text) {
    int length = text.length();
    return (long) length << LENGTH_SHIFT
        | (long) kind << KIND_SHIFT
        | tail(text, length) & 0xffff_ffffL;
  }

  /** The last characters before an index, the last one lowest. */
  private static int tail(String text, int end) {
    int tail = 0;
    for (int i = Math.max(0, end - TAIL); i < end; i++) {
      tail = tail << 8 | text.charAt(i) & 0xff;
    }
    return tail;
  }

  /** Whether the next entry has the same rank. */
  static boolean isTie(long[] row, int place) {
    return row[place] < 0;
  }

  /**
   * Of an entry that {@link #find} tells, whether it is left to its expression to take the path.
   */
  static boolean isExpression(long[] row, int place) {
    return kind(row[place]) == EXPRESSION;
  }

  private static int kind(long mark) {
    return (int) (mark >>> KIND_SHIFT) & 3;
  }

  /**
   * The first entry that takes the path, or may do so if it {@link #isExpression}.
   *
   * @param from where to begin
   * @param end where to stop, at most the number of entries
   * @param count of entries
   * @return a place, or {@link #NONE}
   */
  static int find(long[] row, int count, String path, int from, int end) {
    int at = count;
    for (int i = 0; i < end; i++) {
      int length = (int) (row[i] >>> LENGTH_SHIFT) & LENGTH_BITS;
      if (i >= from && mayTake(row[i], length, path) && isText(row, at, path, length)) {
        return i;
      }
      at += words(length);
    }
    return NONE;
  }

  private static boolean mayTake(long mark, int length, String path) {
    int more = path.length() - length;
    boolean fits =
        switch (kind(mark)) {
          case WHOLE -> more == 0;
          case ELEMENTS -> more == 0 || more > 0 && path.charAt(length) == '/';
          default -> more >= 0;
        };
    return fits && tail(path, length) == (int) mark;
  }

  private static boolean isText(long[] row, int at, String path, int length) {
    for (int i = 0; i < length; i++) {
      if ((char) (row[at + (i >> 2)] >>> (i << 4)) != path.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
