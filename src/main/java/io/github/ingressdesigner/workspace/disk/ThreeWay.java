package io.github.ingressdesigner.workspace.disk;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.LineDiff.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A text changed on both sides since they were the same. Lines changed on one side only, or alike
 * on both, merge by themselves; the rest are conflicts to choose in.
 *
 * @param base what both began with
 * @param mine the text in the editor
 * @param theirs the text on disk
 * @param parts in order; together they are the merged text
 */
public record ThreeWay(SourceText base, SourceText mine, SourceText theirs, List<Part> parts) {
  /** A run of lines. */
  public sealed interface Part {}

  /**
   * Lines that are settled; each holds its line break.
   *
   * @param changed whether one side changed them, or both alike
   */
  public record Settled(List<String> lines, boolean changed) implements Part {
    public Settled {
      lines = List.copyOf(lines);
    }
  }

  /** Lines that both sides changed, each in its own way. */
  public record Conflict(List<String> base, List<String> mine, List<String> theirs)
      implements Part {
    public Conflict {
      base = List.copyOf(base);
      mine = List.copyOf(mine);
      theirs = List.copyOf(theirs);
    }
  }

  /** The answer to a conflict. */
  public enum Choice {
    MINE,
    THEIRS
  }

  public ThreeWay {
    parts = List.copyOf(parts);
  }

  public static ThreeWay of(SourceText base, SourceText mine, SourceText theirs) {
    return new ThreeWay(base, mine, theirs, new Merger(base, mine, theirs).merge());
  }

  public List<Conflict> conflicts() {
    return parts.stream().filter(Conflict.class::isInstance).map(Conflict.class::cast).toList();
  }

  /** Whether it merges without a question. */
  public boolean isClean() {
    return conflicts().isEmpty();
  }

  /** The merged text with an answer for each conflict. */
  public SourceText merged(Function<Conflict, Choice> choose) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      List<String> lines =
          switch (part) {
            case Settled settled -> settled.lines();
            case Conflict conflict ->
                switch (choose.apply(conflict)) {
                  case MINE -> conflict.mine();
                  case THEIRS -> conflict.theirs();
                };
          };
      append(text, lines);
    }
    return SourceText.of(text.toString());
  }

  /** Where a last line without a break came to stand in the middle, the break is added. */
  private static void append(StringBuilder text, List<String> lines) {
    for (String line : lines) {
      boolean open = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
      text.append(open && !line.isEmpty() ? "\n" : "").append(line);
    }
  }

  private static final class Merger {
    private final List<String> base;
    private final List<String> mine;
    private final List<String> theirs;
    private final List<Region> myRegions;
    private final List<Region> theirRegions;
    private final List<Part> parts = new ArrayList<>();
    private int myNext;
    private int theirNext;
    private int done;

    Merger(SourceText base, SourceText mine, SourceText theirs) {
      this.base = LineDiff.lines(base);
      this.mine = LineDiff.lines(mine);
      this.theirs = LineDiff.lines(theirs);
      myRegions = LineDiff.regions(this.base, this.mine);
      theirRegions = LineDiff.regions(this.base, this.theirs);
    }

    List<Part> merge() {
      while (myNext < myRegions.size() || theirNext < theirRegions.size()) {
        mergeCluster();
      }
      settle(base.subList(done, base.size()), false);
      return parts;
    }

    /** Takes the next region and all that touch it, of either side. */
    private void mergeCluster() {
      int myFirst = myNext;
      int theirFirst = theirNext;
      int start = Math.min(nextStart(myRegions, myNext), nextStart(theirRegions, theirNext));
      int end = start;
      boolean grown = true;
      while (grown) {
        grown = false;
        while (nextStart(myRegions, myNext) <= end) {
          end = Math.max(end, myRegions.get(myNext++).oldEnd());
          grown = true;
        }
        while (nextStart(theirRegions, theirNext) <= end) {
          end = Math.max(end, theirRegions.get(theirNext++).oldEnd());
          grown = true;
        }
      }
      settle(base.subList(done, start), false);
      List<String> old = base.subList(start, end);
      List<String> my = side(mine, myRegions, myFirst, myNext, start, end);
      List<String> their = side(theirs, theirRegions, theirFirst, theirNext, start, end);
      if (myNext == myFirst || my.equals(their)) {
        settle(their, true);
      } else if (theirNext == theirFirst) {
        settle(my, true);
      } else {
        parts.add(new Conflict(old, my, their));
      }
      done = end;
    }

    private static int nextStart(List<Region> regions, int next) {
      return next < regions.size() ? regions.get(next).oldStart() : Integer.MAX_VALUE;
    }

    /** What base lines start to end became on one side; all its regions there lie inside. */
    private List<String> side(
        List<String> lines, List<Region> regions, int first, int next, int start, int end) {
      if (first == next) {
        return base.subList(start, end);
      }
      Region head = regions.get(first);
      Region tail = regions.get(next - 1);
      return lines.subList(
          head.newStart() - (head.oldStart() - start), tail.newEnd() + (end - tail.oldEnd()));
    }

    private void settle(List<String> lines, boolean changed) {
      if (lines.isEmpty()) {
        return;
      }
      if (!parts.isEmpty()
          && parts.getLast() instanceof Settled(List<String> before, boolean alike)
          && alike == changed) {
        List<String> joined = new ArrayList<>(before);
        joined.addAll(lines);
        parts.set(parts.size() - 1, new Settled(joined, changed));
      } else {
        parts.add(new Settled(lines, changed));
      }
    }
  }
}
