package io.github.ingressdesigner.workspace;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines by which one text differs from another. */
public final class LineDiff {
  /**
   * Lines {@code oldStart} (inside) to {@code oldEnd} (not inside) became lines {@code newStart} to
   * {@code newEnd}; counted from 0.
   */
  public record Region(int oldStart, int oldEnd, int newStart, int newEnd) {}

  /** Beyond this many differing lines, finding the fewest would take too long and too much room. */
  private static final int MOST_STEPS = 1_500;

  private LineDiff() {}

  /** Edits that make {@code after} of {@code before}, by whole lines. */
  public static TextEdits edits(SourceText before, SourceText after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    List<TextEdit> edits = new ArrayList<>();
    for (Region region : regions(old, now)) {
      edits.add(
          new TextEdit(
              region.oldStart() < old.size()
                  ? before.lines().startOf(region.oldStart())
                  : before.length(),
              String.join("", old.subList(region.oldStart(), region.oldEnd())),
              String.join("", now.subList(region.newStart(), region.newEnd()))));
    }
    return new TextEdits(edits);
  }

  /** Each line with its line break, so that a missing final one is a difference like any other. */
  public static List<String> lines(SourceText text) {
    LineIndex index = text.lines();
    List<String> lines = new ArrayList<>(index.lineCount());
    for (int line = 0; line < index.lineCount(); line++) {
      int end = line + 1 < index.lineCount() ? index.startOf(line + 1) : text.length();
      lines.add(text.string().substring(index.startOf(line), end));
    }
    return lines;
  }

  /** The regions that differ, in order. One region for all where there are very many. */
  public static List<Region> regions(List<String> old, List<String> now) {
    int least = Math.min(old.size(), now.size());
    int head = 0;
    while (head < least && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<String> oldCore = old.subList(head, old.size() - tail);
    List<String> newCore = now.subList(head, now.size() - tail);
    if (oldCore.isEmpty() && newCore.isEmpty()) {
      return List.of();
    }
    if (oldCore.isEmpty() || newCore.isEmpty()) {
      return List.of(whole(head, oldCore, newCore));
    }
    try {
      List<Region> regions = new ArrayList<>();
      for (Change change : new MyersDiff<String>().computeDiff(oldCore, newCore, new StepLimit())) {
        regions.add(
            new Region(
                head + change.startOriginal,
                head + change.endOriginal,
                head + change.startRevised,
                head + change.endRevised));
      }
      regions.sort(Comparator.comparingInt(Region::oldStart));
      return regions;
    } catch (TooDifferentException e) {
      return List.of(whole(head, oldCore, newCore));
    }
  }

  private static Region whole(int head, List<String> oldCore, List<String> newCore) {
    return new Region(head, head + oldCore.size(), head, head + newCore.size());
  }

  private static final class TooDifferentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDifferentException() {
      super("too different", null, false, false);
    }
  }

  private static final class StepLimit implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {
      if (value > MOST_STEPS) {
        throw new TooDifferentException();
      }
    }

    @Override
    public void diffEnd() {}
  }
}
