package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys that work on whole lines: comment, duplicate, move. */
final class LineCommands {
  private LineCommands() {}

  /** Ctrl+/: puts {@code # } before the lines, or takes it off where all have one. */
  static TextCommand toggleComment(SourceText text, TextRange selection) {
    List<Integer> lines =
        Indenter.linesOf(text, selection).stream().filter(l -> !isBlank(text, l)).toList();
    boolean off = !lines.isEmpty() && lines.stream().allMatch(l -> isComment(text, l));
    int column = lines.stream().mapToInt(l -> spaces(text, l)).min().orElse(0);
    List<TextEdit> edits = new ArrayList<>();
    for (int line : lines) {
      int start = text.lines().startOf(line);
      if (off) {
        int hash = start + spaces(text, line);
        boolean space = hash + 1 < text.length() && text.string().charAt(hash + 1) == ' ';
        edits.add(new TextEdit(hash, space ? "# " : "#", ""));
      } else {
        edits.add(TextEdit.insert(start + column, "# "));
      }
    }
    return Indenter.lineCommand(
        Messages.text("editor.undo.comment"), new TextEdits(edits), selection);
  }

  /** Ctrl+D: the lines of the selection once more below; the selection goes along. */
  static TextCommand duplicate(SourceText text, TextRange selection) {
    TextRange block = whole(text, selection);
    String copy = "\n" + text.slice(block);
    return new TextCommand(
        Messages.text("editor.undo.duplicate"),
        false,
        TextEdits.of(TextEdit.insert(block.end(), copy)),
        selection.start() + copy.length(),
        selection.end() + copy.length());
  }

  /** Alt+Up or Alt+Down: changes places with the line above or below; empty at the border. */
  static Optional<TextCommand> move(SourceText text, TextRange selection, int direction) {
    List<Integer> lines = Indenter.linesOf(text, selection);
    TextRange block = whole(text, selection);
    LineIndex index = text.lines();
    int other = direction < 0 ? lines.getFirst() - 1 : lines.getLast() + 1;
    if (other < 0 || other >= index.lineCount()) {
      return Optional.empty();
    }
    String neighbour = text.slice(new TextRange(index.startOf(other), index.endOf(other)));
    String moved = text.slice(block);
    TextRange both =
        direction < 0
            ? new TextRange(index.startOf(other), block.end())
            : new TextRange(block.start(), index.endOf(other));
    String swapped = direction < 0 ? moved + "\n" + neighbour : neighbour + "\n" + moved;
    int shift = direction * (neighbour.length() + 1);
    return Optional.of(
        new TextCommand(
            Messages.text("editor.undo.moveLines"),
            false,
            TextEdits.of(new TextEdit(both.start(), text.slice(both), swapped)),
            selection.start() + shift,
            selection.end() + shift));
  }

  /** Home: first the first character that is no space, then column 0. */
  static int home(SourceText text, int caret) {
    int line = text.lines().lineOf(caret);
    int start = text.lines().startOf(line);
    int first = Math.min(start + spaces(text, line), text.lines().endOf(line));
    return caret == first ? start : first;
  }

  private static TextRange whole(SourceText text, TextRange selection) {
    List<Integer> lines = Indenter.linesOf(text, selection);
    return new TextRange(
        text.lines().startOf(lines.getFirst()), text.lines().endOf(lines.getLast()));
  }

  private static boolean isBlank(SourceText text, int line) {
    return LexWindow.line(text, line).isBlank();
  }

  private static boolean isComment(SourceText text, int line) {
    return LexWindow.line(text, line).stripLeading().startsWith("#");
  }

  private static int spaces(SourceText text, int line) {
    return YamlLexer.indentOf(LexWindow.line(text, line));
  }
}
