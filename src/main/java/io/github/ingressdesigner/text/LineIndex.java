package io.github.ingressdesigner.text;

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
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    int[] starts = new int[count];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return new LineIndex(starts, text.length());
  }

  /** At least 1: an empty text has one empty line. */
  public int lineCount() {
    return starts.length;
  }

  /** The line in which an offset lies; the end of the text lies in the last line. */
  public int lineOf(int offset) {
    int found = java.util.Arrays.binarySearch(starts, offset);
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
}
