package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextEdit;
import java.util.List;
import java.util.Random;

/** Edits as people and gestures make them, and worse ones. */
final class RandomEdits {
  static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "\n",
          "\t",
          ":",
          ": ",
          "-",
          "- ",
          "\n- ",
          "? ",
          "#",
          " #",
          "\"",
          "'",
          "|",
          ">",
          "|+\n",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "&a ",
          "*a",
          "!t ",
          "%",
          "---",
          "\n---\n",
          "...",
          "a",
          "x: y",
          "\nx: y\n",
          "  k:\n",
          "\u0085",
          "\u2028",
          "🚪",
          "\u0007",
          "{{",
          "{{ .x }}",
          "\\",
          "@");

  private RandomEdits() {}

  static TextEdit next(String text, Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> TextEdit.insert(random.nextInt(text.length() + 1), piece(random));
      case 3, 4 -> delete(text, random.nextInt(text.length() + 1), 1 + random.nextInt(3));
      case 5 -> lines(text, random, "");
      case 6 -> lines(text, random, line(text, random));
      case 7 -> TextEdit.insert(lineStart(text, random), line(text, random));
      case 8 -> indent(text, random);
      default -> {
        int at = random.nextInt(text.length() + 1);
        TextEdit deletion = delete(text, at, random.nextInt(30));
        yield new TextEdit(at, deletion.removed(), piece(random) + piece(random));
      }
    };
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static TextEdit delete(String text, int at, int length) {
    return new TextEdit(at, text.substring(at, Math.min(text.length(), at + length)), "");
  }

  /** Replaces one to three lines. */
  private static TextEdit lines(String text, Random random, String by) {
    int start = lineStart(text, random);
    int end = start;
    for (int i = 0; i <= random.nextInt(3); i++) {
      end = lineEnd(text, end);
    }
    return new TextEdit(start, text.substring(start, end), by);
  }

  private static String line(String text, Random random) {
    int start = lineStart(text, random);
    return text.substring(start, lineEnd(text, start));
  }

  private static TextEdit indent(String text, Random random) {
    int start = lineStart(text, random);
    return random.nextBoolean() || start >= text.length() || text.charAt(start) != ' '
        ? TextEdit.insert(start, " ".repeat(1 + random.nextInt(3)))
        : delete(text, start, 1 + random.nextInt(2));
  }

  private static int lineStart(String text, Random random) {
    return text.lastIndexOf('\n', random.nextInt(text.length() + 1) - 1) + 1;
  }

  private static int lineEnd(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }
}
