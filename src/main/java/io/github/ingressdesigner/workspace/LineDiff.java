package io.github.ingressdesigner.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.List;

/** The lines by which one text differs from another. */
final class LineDiff {
  private LineDiff() {}

  /** Edits that make {@code after} of {@code before}, by whole lines where possible. */
  static TextEdits edits(SourceText before, SourceText after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    List<TextEdit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int start = offset(before, delta.getSource().getPosition());
      edits.add(
          new TextEdit(
              start,
              String.join("", delta.getSource().getLines()),
              String.join("", delta.getTarget().getLines())));
    }
    return new TextEdits(edits);
  }

  /** Each line with its line break, so that a missing final one is a difference like any other. */
  static List<String> lines(SourceText text) {
    LineIndex index = text.lines();
    List<String> lines = new ArrayList<>(index.lineCount());
    for (int line = 0; line < index.lineCount(); line++) {
      int end = line + 1 < index.lineCount() ? index.startOf(line + 1) : text.length();
      lines.add(text.string().substring(index.startOf(line), end));
    }
    return lines;
  }

  private static int offset(SourceText text, int line) {
    return line < text.lines().lineCount() ? text.lines().startOf(line) : text.length();
  }
}
