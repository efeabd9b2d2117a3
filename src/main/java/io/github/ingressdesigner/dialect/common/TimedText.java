package io.github.ingressdesigner.dialect.common;

/** An input that a backtracking engine cannot read for longer than it may. */
final class TimedText implements CharSequence {
  /** How many characters are read between two looks at the clock. */
  private static final int PAUSE = 4096;

  private final String text;
  private final String pattern;
  private final long deadline;
  private int left = PAUSE;

  TimedText(String text, String pattern) {
    this.text = text;
    this.pattern = pattern;
    this.deadline = System.nanoTime() + RegexStoppedException.MILLIS * 1_000_000L;
  }

  @Override
  public char charAt(int index) {
    if (--left == 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new RegexStoppedException(pattern);
      }
      left = PAUSE;
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
