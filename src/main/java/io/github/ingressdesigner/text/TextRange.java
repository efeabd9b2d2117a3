package io.github.ingressdesigner.text;

/**
 * A half-open range of UTF-16 offsets: {@code start} is inside, {@code end} is not.
 *
 * @param start first offset, 0 or more
 * @param end offset behind the last, at least {@code start}
 */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "range [" + start + ", " + end + "), expected 0 <= start <= end");
    }
  }

  /** The empty range at an offset. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether the offset lies inside; the end does not. */
  public boolean contains(int offset) {
    return offset >= start && offset < end;
  }

  /** Whether the caret standing at the offset touches the range: its end counts. */
  public boolean touches(int offset) {
    return offset >= start && offset <= end;
  }

  public boolean contains(TextRange other) {
    return other.start >= start && other.end <= end;
  }

  public TextRange shift(int delta) {
    return delta == 0 ? this : new TextRange(start + delta, end + delta);
  }
}
