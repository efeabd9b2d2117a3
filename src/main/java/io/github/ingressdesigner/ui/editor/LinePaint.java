package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Role;
import java.util.List;
import java.util.Optional;

/**
 * How whole lines are painted: the traced way over the selected element over the caret's line.
 *
 * @param caretLine -1 where none is shown
 */
record LinePaint(SourceText text, List<TextRange> traced, List<TextRange> selected, int caretLine) {
  /** The ground of a line, if it is not the plain one. */
  Optional<Role> background(int line) {
    if (has(traced, line)) {
      return Optional.of(Role.TRACED_BG);
    }
    return line == caretLine || has(selected, line) ? Optional.of(Role.SEL_LINE) : Optional.empty();
  }

  /** The bar at the left of a line. */
  Optional<Role> bar(int line) {
    if (has(traced, line)) {
      return Optional.of(Role.TRACED);
    }
    return has(selected, line) ? Optional.of(Role.ACCENT) : Optional.empty();
  }

  private boolean has(List<TextRange> ranges, int line) {
    int start = text.lines().startOf(line);
    int end = text.lines().endOf(line);
    for (TextRange range : ranges) {
      if (range.start() <= end && (range.end() > start || range.start() >= start)) {
        return true;
      }
    }
    return false;
  }
}
