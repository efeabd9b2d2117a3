package io.github.ingressdesigner.splice;

import java.util.regex.Pattern;

/** The text of one document; lines are found from where one looks, so a long text costs nothing. */
record Slice(String text) {
  private static final Pattern MARKER = Pattern.compile("(?:---|\\.\\.\\.)(?:[ \\t].*)?");

  int length() {
    return text.length();
  }

  /** Start of the line in which the offset stands. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The line's line break, or the end of the text. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  /** Start of the line below, or the end of the text. */
  int nextLine(int offset) {
    return Math.min(text.length(), lineEnd(offset) + 1);
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  String line(int offset) {
    return text.substring(lineStart(offset), lineEnd(offset));
  }

  /** Offset of the first character from here on that is no space or tab. */
  int skipSpaces(int offset) {
    int at = offset;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  boolean isBlankLine(int offset) {
    return skipSpaces(lineStart(offset)) == lineEnd(offset);
  }

  boolean isCommentLine(int offset) {
    return text.startsWith("#", skipSpaces(lineStart(offset)));
  }

  /** Whether only spaces stand before the offset on its line. */
  boolean isFirstOnLine(int offset) {
    return skipSpaces(lineStart(offset)) >= offset;
  }

  /** Whether the text ends within the last line, without a line break. */
  boolean lacksFinalBreak() {
    return !text.isEmpty() && !text.endsWith("\n");
  }

  /** How many lines from one offset's to the other's are document markers. */
  int markers(int from, int to) {
    int count = 0;
    for (int at = lineStart(from); at <= to && at <= text.length(); at = lineEnd(at) + 1) {
      if (text.startsWith("---", at) || text.startsWith("...", at)) {
        count += MARKER.matcher(line(at)).matches() ? 1 : 0;
      }
    }
    return count;
  }
}
