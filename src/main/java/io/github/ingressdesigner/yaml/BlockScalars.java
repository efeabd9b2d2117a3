package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Style;

/** Where the content of a block scalar ends: its end mark lies behind all blank lines after it. */
final class BlockScalars {
  private BlockScalars() {}

  /**
   * @param start offset of {@code |} or {@code >}
   * @param limit the end mark
   * @return offset of the end of the last content line, before its break
   */
  static int contentEnd(String text, int start, int limit, Style style, String value) {
    int headerEnd = start + 1;
    while (headerEnd < limit && "+-0123456789".indexOf(text.charAt(headerEnd)) >= 0) {
      headerEnd++;
    }
    if (value.isEmpty()) {
      return headerEnd;
    }
    return style == Style.LITERAL
        ? literalEnd(text, start, limit, value)
        : foldedEnd(text, headerEnd, limit, value);
  }

  /** A literal scalar has one line for each line of its value. */
  private static int literalEnd(String text, int start, int limit, String value) {
    int lines = isBreak(value.charAt(value.length() - 1)) ? 0 : 1;
    for (int i = 0; i < value.length(); i++) {
      if (isBreak(value.charAt(i))) {
        lines++;
      }
    }
    int end = lineEnd(text, start, limit);
    for (int i = 0; i < lines && end < limit; i++) {
      end = lineEnd(text, afterBreak(text, end), limit);
    }
    return end;
  }

  /** The last line with ink, and with {@code >+} the blank lines that are content. */
  private static int foldedEnd(String text, int headerEnd, int limit, String value) {
    int breaks = 0;
    while (breaks < value.length() && isBreak(value.charAt(value.length() - 1 - breaks))) {
      breaks++;
    }
    int ink = limit - 1;
    while (ink > headerEnd && (isBreak(text.charAt(ink)) || text.charAt(ink) == ' ')) {
      ink--;
    }
    int end = lineEnd(text, ink, limit);
    int blank = breaks == value.length() ? breaks : breaks - 1;
    for (int i = 0; i < blank && end < limit; i++) {
      end = lineEnd(text, afterBreak(text, end), limit);
    }
    return end;
  }

  private static int lineEnd(String text, int from, int limit) {
    int end = from;
    while (end < limit && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int afterBreak(String text, int at) {
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }

  private static boolean isBreak(char c) {
    return c == '\r' || TextReader.isBreak(c);
  }
}
