package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.recovery.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of a text are values of Secrets, found by the letters alone, so that broken YAML
 * hides them too. In doubt it hides: in a document that speaks of a Secret, all values under {@code
 * data} and {@code stringData} count, and so does kubectl's copy of the object in an annotation.
 */
final class SecretMask {
  private static final Pattern KIND =
      Pattern.compile("[\"']?kind[\"']?\\s*:\\s*[\"']?Secret(List)?\\b");
  private static final Pattern HOLDER =
      Pattern.compile(
          "[\"']?(data|stringData|kubectl\\.kubernetes\\.io/last-applied-configuration)[\"']?\\s*:");
  private static final Pattern BLOCK_VALUE =
      Pattern.compile("^\\s*(?:-\\s+)?(?:\"[^\"]*\"|'[^']*'|[^\\s:#][^:#]*?)\\s*:\\s+");

  private SecretMask() {}

  /** Whether a text may hold values of Secrets at all; cheap. */
  static boolean concerns(SourceText text) {
    return text.string().contains("Secret") && KIND.matcher(text.string()).find();
  }

  /** Ranges to hide, in order, none of them with a line break. */
  static List<TextRange> ranges(SourceText text) {
    if (!concerns(text)) {
      return List.of();
    }
    List<TextRange> hidden = new ArrayList<>();
    int start = 0;
    for (int line = 1; line <= text.lines().lineCount(); line++) {
      boolean end = line == text.lines().lineCount();
      if (end || text.string().startsWith("---", text.lines().startOf(line))) {
        int stop = end ? text.length() : text.lines().startOf(line);
        document(text, new TextRange(start, stop), hidden);
        start = stop;
      }
    }
    return hidden;
  }

  private static void document(SourceText text, TextRange document, List<TextRange> hidden) {
    Matcher kind = KIND.matcher(text.string()).region(document.start(), document.end());
    if (!kind.find()) {
      return;
    }
    Matcher holder = HOLDER.matcher(text.string()).region(document.start(), document.end());
    int from = document.start();
    while (from < document.end() && holder.region(from, document.end()).find()) {
      from = holder.end();
      int line = text.lines().lineOf(holder.start());
      int value = holder.end();
      while (value < document.end() && text.string().charAt(value) == ' ') {
        value++;
      }
      char first = value < document.end() ? text.string().charAt(value) : '\n';
      if (first == '{') {
        from = flow(text, value, document.end(), hidden);
      } else if (isLineStart(text, holder.start(), line)) {
        from = Math.max(from, block(text, holder.start(), value, document.end(), hidden));
      }
    }
  }

  private static boolean isLineStart(SourceText text, int offset, int line) {
    String before = text.slice(new TextRange(text.lines().startOf(line), offset));
    return before.isBlank() || before.strip().equals("-");
  }

  /** Hides the values of a block mapping, or the one value of the holder itself. */
  private static int block(SourceText text, int key, int value, int end, List<TextRange> hidden) {
    int line = text.lines().lineOf(key);
    int column = text.lines().columnOf(key);
    hide(text, Math.max(value, key), text.lines().endOf(line), hidden);
    int i = line + 1;
    int entry = -1;
    for (; i < text.lines().lineCount() && text.lines().startOf(i) < end; i++) {
      String string = LexWindow.line(text, i);
      if (string.isBlank()) {
        continue;
      }
      int indent = YamlLexer.indentOf(string);
      if (indent <= column) {
        break;
      }
      entry = entry < 0 ? indent : entry;
      Matcher plain = BLOCK_VALUE.matcher(string);
      int from = indent;
      if (indent <= entry) {
        from = plain.find() ? plain.end() : string.endsWith(":") ? string.length() : indent;
      }
      hide(text, text.lines().startOf(i) + from, text.lines().endOf(i), hidden);
    }
    return i < text.lines().lineCount() ? Math.min(end, text.lines().startOf(i)) : end;
  }

  /** Hides all scalars that follow a colon up to the matching brace; gives its offset. */
  private static int flow(SourceText text, int open, int end, List<TextRange> hidden) {
    String string = text.string();
    int depth = 0;
    boolean value = false;
    int i = open;
    while (i < end) {
      char c = string.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
        value = c == '[';
        i++;
      } else if (c == '}' || c == ']') {
        depth--;
        i++;
        if (depth == 0) {
          return i;
        }
      } else if (c == ':' || c == ',') {
        value = c == ':';
        i++;
      } else if (Character.isWhitespace(c)) {
        i++;
      } else {
        int stop = scalarEnd(string, i, end);
        if (value) {
          hide(text, i, stop, hidden);
        }
        i = stop;
      }
    }
    return end;
  }

  private static int scalarEnd(String string, int from, int end) {
    char quote = string.charAt(from);
    if (quote == '"' || quote == '\'') {
      for (int i = from + 1; i < end; i++) {
        if (string.charAt(i) == '\\' && quote == '"') {
          i++;
        } else if (string.charAt(i) == quote) {
          return i + 1;
        }
      }
      return end;
    }
    int i = from + 1;
    while (i < end
        && ",{}[]\n".indexOf(string.charAt(i)) < 0
        && !(string.charAt(i) == ':' && i + 1 < end && string.charAt(i + 1) == ' ')) {
      i++;
    }
    return i;
  }

  /** Adds a range, cut at line breaks, without blanks at its ends and without block headers. */
  private static void hide(SourceText text, int from, int to, List<TextRange> hidden) {
    int start = from;
    while (start < to) {
      int stop = text.string().indexOf('\n', start);
      stop = stop < 0 || stop > to ? to : stop;
      int a = start;
      int b = stop;
      while (a < b && text.string().charAt(a) == ' ') {
        a++;
      }
      while (b > a && text.string().charAt(b - 1) == ' ') {
        b--;
      }
      if (b > a && !isHarmless(text.string().substring(a, b))) {
        hidden.add(new TextRange(a, b));
      }
      start = stop + 1;
    }
  }

  /** The head of a block scalar, or the mark of a missing value, which a person has to see. */
  private static boolean isHarmless(String value) {
    return value.matches("[|>][-+0-9]*") || value.replaceAll("[\"']", "").equals(Recovery.LEFT_OUT);
  }
}
