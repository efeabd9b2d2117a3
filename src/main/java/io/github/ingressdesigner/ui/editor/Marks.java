package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.HeadChange;
import io.github.ingressdesigner.workspace.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is drawn over and under the text of one file. Ranges move with the text as it is edited, so
 * marks stay in place until the next snapshot brings fresh ones.
 */
final class Marks {
  /** A problem and where it stands now. */
  record ProblemMark(TextRange range, Problem problem) {}

  private List<TextRange> selected = List.of();
  private List<TextRange> traced = List.of();
  private List<TextRange> hits = List.of();
  private Optional<TextRange> currentHit = Optional.empty();
  private Optional<Brackets.Pair> brackets = Optional.empty();
  private List<ProblemMark> problems = List.of();
  private List<HeadChange> changes = List.of();
  private long version;

  /** Rises with every change, for whoever paints. */
  long version() {
    return version;
  }

  /** Lines of the selected element. */
  List<TextRange> selected() {
    return selected;
  }

  void setSelected(List<TextRange> ranges) {
    selected = List.copyOf(ranges);
    version++;
  }

  /** Lines that decide about the traced request. */
  List<TextRange> traced() {
    return traced;
  }

  void setTraced(List<TextRange> ranges) {
    traced = List.copyOf(ranges);
    version++;
  }

  /** What the find bar found. */
  List<TextRange> hits() {
    return hits;
  }

  Optional<TextRange> currentHit() {
    return currentHit;
  }

  void setHits(List<TextRange> ranges, Optional<TextRange> current) {
    hits = List.copyOf(ranges);
    currentHit = current;
    version++;
  }

  Optional<Brackets.Pair> brackets() {
    return brackets;
  }

  void setBrackets(Optional<Brackets.Pair> pair) {
    if (!pair.equals(brackets)) {
      brackets = pair;
      version++;
    }
  }

  /** In order of their places. */
  List<ProblemMark> problems() {
    return problems;
  }

  void setProblems(List<ProblemMark> marks) {
    problems = List.copyOf(marks);
    version++;
  }

  /** Lines that differ from git's HEAD, in order. */
  List<HeadChange> changes() {
    return changes;
  }

  void setChanges(List<HeadChange> list) {
    changes = List.copyOf(list);
    version++;
  }

  /** The problems that touch an offset. */
  List<ProblemMark> problemsAt(int offset) {
    return problems.stream().filter(p -> p.range().touches(offset)).toList();
  }

  void shift(TextEdits edits) {
    selected = shift(selected, edits);
    traced = shift(traced, edits);
    hits = shift(hits, edits);
    currentHit = currentHit.map(range -> shift(range, edits));
    brackets = Optional.empty();
    List<ProblemMark> moved = new ArrayList<>(problems.size());
    problems.forEach(p -> moved.add(new ProblemMark(shift(p.range(), edits), p.problem())));
    problems = List.copyOf(moved);
    changes =
        changes.stream().map(c -> new HeadChange(shift(c.range(), edits), c.before())).toList();
    version++;
  }

  private static List<TextRange> shift(List<TextRange> ranges, TextEdits edits) {
    return ranges.isEmpty() ? ranges : ranges.stream().map(range -> shift(range, edits)).toList();
  }

  private static TextRange shift(TextRange range, TextEdits edits) {
    int start = edits.shift(range.start());
    return new TextRange(start, Math.max(start, edits.shift(range.end())));
  }
}
