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

  /** Characters that are compared at once. */
  private static final int CHUNK = 4096;

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

  /**
   * The regions that differ, in order. Only lines between the first and the last difference are
   * taken apart, so that one edit in a large text costs little.
   */
  public static List<Region> regions(SourceText before, SourceText after) {
    int first = mismatch(before.string(), after.string());
    if (first < 0) {
      return List.of();
    }
    int head = before.lines().lineOf(first);
    int headStart = before.lines().startOf(head);
    int tail = commonEnd(before.string(), after.string(), headStart);
    List<Region> regions = new ArrayList<>();
    for (Region r :
        regions(
            core(before, head, before.length() - tail), core(after, head, after.length() - tail))) {
      regions.add(
          new Region(
              r.oldStart() + head, r.oldEnd() + head, r.newStart() + head, r.newEnd() + head));
    }
    return regions;
  }

  /** The lines from one line to the last that begins at or before an offset. */
  private static List<String> core(SourceText text, int line, int last) {
    List<String> lines = new ArrayList<>();
    for (int i = line; i < text.lines().lineCount() && text.lines().startOf(i) <= last; i++) {
      int end = i + 1 < text.lines().lineCount() ? text.lines().startOf(i + 1) : text.length();
      lines.add(text.string().substring(text.lines().startOf(i), end));
    }
    return lines;
  }

  /** The first offset at which two texts differ; -1 where they are equal. */
  private static int mismatch(String a, String b) {
    int least = Math.min(a.length(), b.length());
    int at = 0;
    while (at < least && a.regionMatches(at, b, at, Math.min(CHUNK, least - at))) {
      at += Math.min(CHUNK, least - at);
    }
    while (at < least && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at == a.length() && at == b.length() ? -1 : at;
  }

  /** How many characters at the end are equal, none of them before {@code from}. */
  private static int commonEnd(String a, String b, int from) {
    int least = Math.min(a.length(), b.length()) - from;
    int same = 0;
    while (same + CHUNK <= least
        && a.regionMatches(a.length() - same - CHUNK, b, b.length() - same - CHUNK, CHUNK)) {
      same += CHUNK;
    }
    while (same < least && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
      same++;
    }
    return same;
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
