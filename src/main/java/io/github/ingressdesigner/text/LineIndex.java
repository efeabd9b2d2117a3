package io.github.ingressdesigner.text;

import java.util.Arrays;

/**
 * Offsets to lines and back. Lines and columns count from 0; only LF ends a line. Updated, not
 * recomputed, after an edit.
 */
public final class LineIndex {
  private final int[] starts;
  private final int length;

  LineIndex(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  static LineIndex of(String text) {
    int[] starts = new int[breaksIn(text) + 1];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return new LineIndex(starts, text.length());
  }

  static int breaksIn(String text) {
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  /** The index of the text after the edits, made without looking at that text. */
  LineIndex apply(TextEdits edits) {
    int grown = 0;
    for (TextEdit edit : edits.edits()) {
      grown += breaksIn(edit.inserted()) - breaksIn(edit.removed());
    }
    int[] next = new int[starts.length + grown];
    int from = 0;
    int at = 0;
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int keep = lineOf(edit.offset()) + 1;
      at = copyShifted(from, keep, next, at, shift);
      String inserted = edit.inserted();
      for (int i = inserted.indexOf('\n'); i >= 0; i = inserted.indexOf('\n', i + 1)) {
        next[at++] = edit.offset() + shift + i + 1;
      }
      shift += edit.delta();
      from = keep + breaksIn(edit.removed());
    }
    copyShifted(from, starts.length, next, at, shift);
    return new LineIndex(next, length + shift);
  }

  private int copyShifted(int from, int to, int[] next, int at, int shift) {
    if (shift == 0) {
      System.arraycopy(starts, from, next, at, to - from);
      return at + to - from;
    }
    for (int i = from; i < to; i++) {
      next[at++] = starts[i] + shift;
    }
    return at;
  }

  /** At least 1: an empty text has one empty line. */
  public int lineCount() {
    return starts.length;
  }

  /** The line in which an offset lies; the end of the text lies in the last line. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** UTF-16 units between the line's start and the offset. */
  public int columnOf(int offset) {
    return offset - starts[lineOf(offset)];
  }

  public int startOf(int line) {
    return starts[line];
  }

  /** Offset of the line's LF, or the end of the text. */
  public int endOf(int line) {
    return line + 1 < starts.length ? starts[line + 1] - 1 : length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineIndex index
        && length == index.length
        && Arrays.equals(starts, index.starts);
  }

  @Override
  public int hashCode() {
    return 31 * length + Arrays.hashCode(starts);
  }
}
