package io.github.ingressdesigner.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Gives SnakeYAML's scanner a text without copying it: marks then count UTF-16 units from the
 * text's start, and a long token costs no more than its length. A lead of ASCII lines can stand in
 * for the text before the first offset that is read.
 */
final class TextReader extends StreamReader {
  private static final int[] NO_SNIPPET = {};

  private final String lead;
  private final String text;
  private final int from;
  private int index;
  private int line;
  private int column;

  TextReader(String lead, String text, int from) {
    super("");
    this.lead = lead;
    this.text = text;
    this.from = from;
    this.index = from - lead.length();
  }

  private int charAt(int at) {
    if (at >= from) {
      return at < text.length() ? text.charAt(at) : '\0';
    }
    return lead.charAt(at - from + lead.length());
  }

  @Override
  public Mark getMark() {
    return new Mark("text", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public void forward() {
    if (index >= text.length()) {
      return;
    }
    int c = charAt(index++);
    if (isBreak(c) || c == '\r' && charAt(index) != '\n') {
      line++;
      column = 0;
    } else if (c != 0xFEFF && !isSecondHalf(c)) {
      column++;
    }
  }

  @Override
  public void forward(int length) {
    for (int i = 0; i < length; i++) {
      forward();
    }
  }

  @Override
  public int peek() {
    return charAt(index);
  }

  @Override
  public int peek(int offset) {
    return charAt(index + offset);
  }

  @Override
  public String prefix(int length) {
    int end = Math.min(index + length, text.length());
    if (index >= from) {
      return text.substring(index, end);
    }
    int inLead = index - from + lead.length();
    return end <= from
        ? lead.substring(inLead, inLead + end - index)
        : lead.substring(inLead) + text.substring(from, end);
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    for (int i = 0; i < prefix.length(); i++) {
      if (!isSecondHalf(prefix.charAt(i))) {
        column++;
      }
    }
    index += prefix.length();
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }

  /** Length is limited before the parse. */
  @Override
  public int getDocumentIndex() {
    return 0;
  }

  static boolean isBreak(int c) {
    return c == '\n' || c >= 0x85 && (c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  private static boolean isSecondHalf(int c) {
    return c >= 0xDC00 && c <= 0xDFFF;
  }
}
