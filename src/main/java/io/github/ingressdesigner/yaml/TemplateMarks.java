package io.github.ingressdesigner.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells Helm and other templates from YAML. Marks in comments, quoted and block scalars are text
 * and do not count. Where a document parses, only its plain scalars and flow mappings are asked;
 * where it does not, its lines are.
 */
final class TemplateMarks {
  /** A Go template action; {@code {{x}}} inside a plain scalar may belong to anything else. */
  private static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{-?\\s*(?:[.$(\"/]|(?:if|else|end|with|range|define|block|include|template|tpl|"
              + "toYaml|required|default|printf|quote|lookup)\\b)[^}\\n]{0,40}}?}?");

  private TemplateMarks() {}

  /** The first action in a plain scalar. */
  static Optional<String> inPlain(String value) {
    if (!value.contains("{{")) {
      return Optional.empty();
    }
    Matcher matcher = ACTION.matcher(value);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** The mark that begins at an offset, in short, for a message. */
  static String markAt(String text, int offset) {
    int line = text.indexOf('\n', offset);
    int end = Math.min(line < 0 ? text.length() : line, offset + 40);
    int close = text.indexOf("}}", offset);
    if (close >= 0 && close + 2 <= end) {
      end = close + 2;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(offset, end);
  }

  /** The first mark outside comments, quotes and block scalars of a text that does not parse. */
  static Optional<String> inLines(String text) {
    if (!text.contains("{{") && !text.contains("{%")) {
      return Optional.empty();
    }
    int blockIndent = -1; // of the line whose block scalar is open
    int lineStart = 0;
    while (lineStart < text.length()) {
      int newline = text.indexOf('\n', lineStart);
      int end = newline < 0 ? text.length() : newline;
      int ink = lineStart;
      while (ink < end && text.charAt(ink) == ' ') {
        ink++;
      }
      if (ink < end && (blockIndent < 0 || ink - lineStart <= blockIndent)) {
        int mark = markIn(text, ink, end);
        if (mark >= 0) {
          return Optional.of(markAt(text, mark));
        }
        blockIndent = opensBlockScalar(text, ink, end) ? parentIndent(text, ink) - lineStart : -1;
      }
      lineStart = end + 1;
    }
    return Optional.empty();
  }

  /** A mark in a line outside quotes and its comment; -1 if none. */
  private static int markIn(String text, int from, int end) {
    char quote = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (quote == '"' && c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '#' && (i == from || text.charAt(i - 1) == ' ')) {
        return -1;
      } else if ((c == '"' || c == '\'')
          && (i == from || " [{,".indexOf(text.charAt(i - 1)) >= 0)) {
        quote = c;
      } else if (c == '{' && i + 1 < end && "{%".indexOf(text.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean opensBlockScalar(String text, int from, int end) {
    int comment = text.substring(from, end).indexOf(" #");
    int last = (comment < 0 ? end : from + comment) - 1;
    while (last > from && " +-0123456789".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    char c = text.charAt(last);
    return (c == '|' || c == '>') && last > from && text.charAt(last - 1) == ' ';
  }

  /** Where the node begins that holds the line's block scalar: a key, or the dash before it. */
  private static int parentIndent(String text, int ink) {
    int dash = ink;
    int node = ink;
    while (text.startsWith("- ", node)) {
      dash = node;
      node += 2;
      while (node < text.length() && text.charAt(node) == ' ') {
        node++;
      }
    }
    return "|>".indexOf(text.charAt(node)) >= 0 ? dash : node;
  }
}
