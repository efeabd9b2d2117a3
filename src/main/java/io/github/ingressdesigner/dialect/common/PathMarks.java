package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Elements;
import io.github.ingressdesigner.dialect.common.PathTest.Every;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import io.github.ingressdesigner.dialect.common.PathTest.Start;
import io.github.ingressdesigner.dialect.common.PathTest.Whole;

/**
 * For a few entries, a word each that rules most of them out: the kind of the test, the length of
 * its text and its last characters. All words lie in a row, so that a look at them touches little
 * memory; that is what a decision costs where there are many hosts of few paths.
 */
final class PathMarks {
  private static final int WHOLE = 0;
  private static final int ELEMENTS = 1;
  private static final int START = 2;
  private static final int EXPRESSION = 3;

  /** Length, two bits of the kind, four characters. */
  private static final int LENGTH_SHIFT = 34;

  private static final int KIND_SHIFT = 32;
  private static final int TAIL = 4;

  private PathMarks() {}

  static long[] of(Entry<?>[] entries) {
    long[] marks = new long[entries.length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] =
          switch (entries[i].test()) {
            case Whole(String path) -> mark(WHOLE, path);
            case Elements(String prefix) -> mark(ELEMENTS, PathIndex.key(prefix));
            case Start(String prefix) -> mark(START, prefix);
            case Every _ -> mark(START, "");
            case Expression _ -> mark(EXPRESSION, "");
          };
    }
    return marks;
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

  /** False only if the entry does not take the path. */
  static boolean mayTake(long mark, String path) {
    int length = (int) (mark >>> LENGTH_SHIFT);
    int more = path.length() - length;
    int kind = (int) (mark >>> KIND_SHIFT) & 3;
    boolean fits =
        switch (kind) {
          case WHOLE -> more == 0;
          case ELEMENTS -> more == 0 || more > 0 && path.charAt(length) == '/';
          default -> more >= 0;
        };
    return fits && tail(path, length) == (int) mark;
  }
}
