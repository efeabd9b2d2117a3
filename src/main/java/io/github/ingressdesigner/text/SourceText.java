package io.github.ingressdesigner.text;

/**
 * An immutable text whose lines end in LF only, with its line index: what every offset of the
 * application means.
 */
public final class SourceText {
  public static final SourceText EMPTY = of("");
  private final String string;
  private final LineIndex lines;

  private SourceText(String string, LineIndex lines) {
    this.string = string;
    this.lines = lines;
  }

  /**
   * @throws IllegalArgumentException if the text holds a CR: {@code FileBytes} takes line endings
   *     off
   */
  public static SourceText of(String text) {
    requireNoCarriageReturn(text);
    return new SourceText(text, LineIndex.of(text));
  }

  private static void requireNoCarriageReturn(String text) {
    if (text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "text with a carriage return at " + text.indexOf('\r') + ", expected LF only");
    }
  }

  public String string() {
    return string;
  }

  public int length() {
    return string.length();
  }

  public LineIndex lines() {
    return lines;
  }

  public String slice(TextRange range) {
    return string.substring(range.start(), range.end());
  }

  /**
   * The text after the edits. Costs a copy of the text and of its line index, nothing more.
   *
   * @throws IllegalArgumentException if an edit removes other text than stands there, or inserts a
   *     CR
   */
  public SourceText apply(TextEdits edits) {
    if (edits.isEmpty()) {
      return this;
    }
    StringBuilder out = new StringBuilder(string.length() + Math.max(0, edits.delta()));
    int from = 0;
    for (TextEdit edit : edits.edits()) {
      if (!string.startsWith(edit.removed(), edit.offset())) {
        throw new IllegalArgumentException(
            "edit at "
                + edit.offset()
                + " removes "
                + edit.removed().length()
                + " characters that are not there");
      }
      requireNoCarriageReturn(edit.inserted());
      out.append(string, from, edit.offset()).append(edit.inserted());
      from = edit.range().end();
    }
    String after = out.append(string, from, string.length()).toString();
    return new SourceText(after, lines.apply(edits));
  }
}
