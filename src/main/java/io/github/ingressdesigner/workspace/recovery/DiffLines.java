package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.LineDiff;
import java.util.ArrayList;
import java.util.List;

/** Two texts as one list of lines for people: what is gone, what is new, and some lines around. */
public final class DiffLines {
  /** What a line is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** Stands for equal lines that are left out. */
    GAP
  }

  /**
   * @param number of the line, from 1: in the old text where it is gone, else in the new; for a
   *     gap, how many lines are left out
   * @param text without line break; values of Secrets veiled
   */
  public record Line(Kind kind, int number, String text) {}

  private DiffLines() {}

  /**
   * The lines that differ; empty where the texts are equal. Values of Secrets are compared, but not
   * shown.
   *
   * @param around how many equal lines stay above and below a difference, at least 0
   */
  public static List<Line> of(SourceText before, SourceText after, int around) {
    List<LineDiff.Region> regions = LineDiff.regions(before, after);
    if (regions.isEmpty()) {
      return List.of();
    }
    Shown old = new Shown(before);
    Shown now = new Shown(after);
    List<Line> lines = new ArrayList<>();
    int at = 0;
    for (LineDiff.Region region : regions) {
      int from = Math.max(at, region.newStart() - around);
      gap(lines, from - at);
      now.add(lines, Kind.SAME, from, region.newStart());
      old.add(lines, Kind.REMOVED, region.oldStart(), region.oldEnd());
      now.add(lines, Kind.ADDED, region.newStart(), region.newEnd());
      int next = next(regions, region, now.count());
      at = Math.min(region.newEnd() + around, next);
      now.add(lines, Kind.SAME, region.newEnd(), at);
    }
    gap(lines, now.count() - at);
    return lines;
  }

  private static int next(List<LineDiff.Region> regions, LineDiff.Region region, int count) {
    int index = regions.indexOf(region) + 1;
    return index < regions.size() ? regions.get(index).newStart() : count;
  }

  private static void gap(List<Line> lines, int count) {
    if (count > 0) {
      lines.add(new Line(Kind.GAP, count, ""));
    }
  }

  /** A text whose secret values are veiled; it has the same lines. */
  private static final class Shown {
    private final SourceText text;
    private final List<String> lines;

    Shown(SourceText text) {
      this.text = text;
      lines = VeiledText.of(text.string()).lines().toList();
    }

    /** An empty last line is no line to show. */
    int count() {
      int count = text.lines().lineCount();
      return text.lines().startOf(count - 1) == text.length() ? count - 1 : count;
    }

    void add(List<Line> into, Kind kind, int from, int to) {
      for (int line = from; line < Math.min(to, count()); line++) {
        into.add(new Line(kind, line + 1, line < lines.size() ? lines.get(line) : ""));
      }
    }
  }
}
