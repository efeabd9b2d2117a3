package io.github.ingressdesigner.text;

import java.util.Arrays;

/**
 * How each line of a file ends. An immutable value beside a {@link SourceText}, which knows LF
 * only: line {@code n} of the text, counted from 0, ends with {@code of(n)}; the last line has no
 * end.
 */
public final class LineEndings {
  /** The bytes that end a line. */
  public enum Ending {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private static final Ending[] BY_ORDINAL = values();
    private final String characters;

    Ending(String characters) {
      this.characters = characters;
    }

    public String characters() {
      return characters;
    }
  }

  private static final byte[] ALL_MAIN = {};

  private final Ending main;
  private final int count;

  /** Ordinals by line; {@link #ALL_MAIN} where all lines end alike, which is nearly always. */
  private final byte[] each;

  private LineEndings(Ending main, int count, byte[] each) {
    this.main = main;
    this.count = count;
    this.each = each;
  }

  /**
   * @param count number of line breaks, 0 or more
   */
  public static LineEndings uniform(Ending ending, int count) {
    return new LineEndings(ending, count, ALL_MAIN);
  }

  static LineEndings ofOrdinals(byte[] ordinals, Ending mainIfNone) {
    int[] seen = new int[Ending.BY_ORDINAL.length];
    for (byte ordinal : ordinals) {
      seen[ordinal]++;
    }
    Ending main = mainIfNone;
    for (Ending ending : Ending.BY_ORDINAL) {
      if (seen[ending.ordinal()] > seen[main.ordinal()]) {
        main = ending;
      }
    }
    boolean alike = seen[main.ordinal()] == ordinals.length;
    return new LineEndings(main, ordinals.length, alike ? ALL_MAIN : ordinals);
  }

  /** Number of line breaks. */
  public int count() {
    return count;
  }

  /** The most frequent ending, for display; what a text without any line break would get. */
  public Ending main() {
    return main;
  }

  public boolean isMixed() {
    return each.length > 0;
  }

  /**
   * @param line from 0, less than {@link #count()}
   */
  public Ending of(int line) {
    return Ending.BY_ORDINAL[ordinal(line)];
  }

  private byte ordinal(int line) {
    return each.length == 0 ? (byte) main.ordinal() : each[line];
  }

  /**
   * The endings after edits of the text. A line break that stays, or that replaces another one,
   * keeps its ending; a new one takes the ending of the line above.
   */
  public LineEndings apply(SourceText before, TextEdits edits) {
    int grown = 0;
    boolean touched = false;
    for (TextEdit edit : edits.edits()) {
      int removed = LineIndex.breaksIn(edit.removed());
      int inserted = LineIndex.breaksIn(edit.inserted());
      grown += inserted - removed;
      touched |= removed + inserted > 0;
    }
    if (!touched) {
      return this;
    }
    if (!isMixed()) {
      return uniform(main, count + grown);
    }
    byte[] next = new byte[count + grown];
    int from = 0;
    int at = 0;
    for (TextEdit edit : edits.edits()) {
      int line = before.lines().lineOf(edit.offset());
      System.arraycopy(each, from, next, at, line - from);
      at += line - from;
      int removed = LineIndex.breaksIn(edit.removed());
      int inserted = LineIndex.breaksIn(edit.inserted());
      for (int i = 0; i < inserted; i++) {
        next[at++] = i < removed ? each[line + i] : ofNewLine(before, edit, line, removed);
      }
      from = line + removed;
    }
    System.arraycopy(each, from, next, at, count - from);
    return ofOrdinals(next, main);
  }

  private byte ofNewLine(SourceText before, TextEdit edit, int line, int removed) {
    if (removed > 0) {
      return each[line + removed - 1];
    }
    boolean aboveWholeLine = edit.offset() == before.lines().startOf(line);
    if (line > 0 && (aboveWholeLine || line == count)) {
      return each[line - 1];
    }
    return line < count ? each[line] : (byte) main.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineEndings endings
        && main == endings.main
        && count == endings.count
        && Arrays.equals(each, endings.each);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * main.ordinal() + count) + Arrays.hashCode(each);
  }

  @Override
  public String toString() {
    return (isMixed() ? "mixed, mostly " : "") + main + " x " + count;
  }
}
