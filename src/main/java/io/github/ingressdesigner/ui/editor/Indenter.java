package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;

/** Indentation by key: Enter, Tab and Shift+Tab. Spaces only; the step is the file's own. */
final class Indenter {
  private static final int SAMPLE_LINES = 300;
  private static final int DEFAULT_STEP = 2;

  private Indenter() {}

  /** The smallest step by which the beginning of a text goes deeper; 2 where it never does. */
  static int step(SourceText text) {
    int step = Integer.MAX_VALUE;
    int before = -1;
    int lines = Math.min(text.lines().lineCount(), SAMPLE_LINES);
    for (int line = 0; line < lines; line++) {
      int indent = LexWindow.indent(text, line);
      if (indent < 0) {
        continue;
      }
      if (before >= 0 && indent - before > 1) {
        step = Math.min(step, indent - before);
      }
      before = Blocks.keyColumn(text, line);
    }
    return step > 8 ? DEFAULT_STEP : step;
  }

  /** Enter: a new line, indented as what stands before the caret asks for. */
  static TextCommand enter(SourceText text, TextRange selection) {
    LineIndex lines = text.lines();
    int line = lines.lineOf(selection.start());
    String before = text.slice(new TextRange(lines.startOf(line), selection.start()));
    int end = selection.end();
    while (end < text.length() && text.string().charAt(end) == ' ') {
      end++;
    }
    boolean closes = end < text.length() && "]}".indexOf(text.string().charAt(end)) >= 0;
    int indent = newIndent(text, line, before);
    String inserted = "\n" + " ".repeat(indent);
    int caret = selection.start() + inserted.length();
    if (closes && opensFlow(before)) {
      inserted += "\n" + " ".repeat(YamlLexer.indentOf(before));
    }
    String removed = text.slice(new TextRange(selection.start(), end));
    return new TextCommand(
        Messages.text("editor.undo.typing"),
        true,
        TextEdits.of(new TextEdit(selection.start(), removed, inserted)),
        caret,
        caret);
  }

  private static int newIndent(SourceText text, int line, String before) {
    int own = YamlLexer.indentOf(before);
    if (before.isBlank()) {
      return own;
    }
    LexState start = LexWindow.before(text, line);
    if (start.mode() != LexState.Mode.NORMAL) {
      return own;
    }
    YamlLexer.Line read = YamlLexer.lex(before, start);
    List<Token> tokens =
        read.tokens().stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList();
    if (tokens.isEmpty()) {
      return own;
    }
    int column = keyColumn(before);
    Token last = tokens.getLast();
    String lastText = before.substring(last.start(), last.end());
    boolean colon = lastText.equals(":") && last.kind() == Token.Kind.PUNCTUATION;
    if (colon && start.flow().isEmpty()) {
      return Math.max(childIndent(text, line, column), 0);
    }
    if (read.next().mode() == LexState.Mode.LITERAL || opensFlow(before)) {
      return column + step(text);
    }
    boolean hasKey = tokens.stream().anyMatch(t -> t.kind() == Token.Kind.KEY);
    return hasKey ? column : own;
  }

  /** Where children of the key at a column stand: as those that are there, else one step deeper. */
  private static int childIndent(SourceText text, int line, int column) {
    for (int i = line + 1; i < text.lines().lineCount() && i < line + 50; i++) {
      int indent = LexWindow.indent(text, i);
      if (indent >= 0) {
        boolean dash = Blocks.keyColumn(text, i) > indent;
        return indent > column || dash && indent == column ? indent : column + step(text);
      }
    }
    return column + step(text);
  }

  private static boolean opensFlow(String before) {
    String stripped = before.stripTrailing();
    return stripped.endsWith("{") || stripped.endsWith("[");
  }

  private static int keyColumn(String before) {
    int column = YamlLexer.indentOf(before);
    while (column + 1 < before.length()
        && before.charAt(column) == '-'
        && before.charAt(column + 1) == ' ') {
      column++;
      while (column < before.length() && before.charAt(column) == ' ') {
        column++;
      }
    }
    return column;
  }

  /** Tab: spaces to the next step, or the selected lines one step deeper. */
  static TextCommand indent(SourceText text, TextRange selection) {
    int step = step(text);
    LineIndex lines = text.lines();
    if (lines.lineOf(selection.start()) == lines.lineOf(selection.end())) {
      int column = lines.columnOf(selection.start());
      String spaces = " ".repeat(step - column % step);
      int caret = selection.start() + spaces.length();
      return new TextCommand(
          Messages.text("editor.undo.typing"),
          true,
          TextEdits.of(new TextEdit(selection.start(), text.slice(selection), spaces)),
          caret,
          caret);
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int line : linesOf(text, selection)) {
      if (lines.endOf(line) > lines.startOf(line)) {
        edits.add(TextEdit.insert(lines.startOf(line), " ".repeat(step)));
      }
    }
    return lineCommand(Messages.text("editor.undo.indent"), new TextEdits(edits), selection);
  }

  /** Shift+Tab: the lines of the selection one step less deep, as far as they have spaces. */
  static TextCommand outdent(SourceText text, TextRange selection) {
    int step = step(text);
    LineIndex lines = text.lines();
    List<TextEdit> edits = new ArrayList<>();
    for (int line : linesOf(text, selection)) {
      int start = lines.startOf(line);
      int spaces = 0;
      while (spaces < step
          && start + spaces < lines.endOf(line)
          && text.string().charAt(start + spaces) == ' ') {
        spaces++;
      }
      if (spaces > 0) {
        edits.add(new TextEdit(start, " ".repeat(spaces), ""));
      }
    }
    return lineCommand(Messages.text("editor.undo.outdent"), new TextEdits(edits), selection);
  }

  /** The lines that a selection touches; one that ends at a line's start leaves that line out. */
  static List<Integer> linesOf(SourceText text, TextRange selection) {
    int first = text.lines().lineOf(selection.start());
    int last = text.lines().lineOf(selection.end());
    if (last > first && text.lines().startOf(last) == selection.end()) {
      last--;
    }
    List<Integer> all = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      all.add(line);
    }
    return all;
  }

  static TextCommand lineCommand(String label, TextEdits edits, TextRange selection) {
    return new TextCommand(
        label, false, edits, edits.shift(selection.start()), edits.shift(selection.end()));
  }
}
