package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places chips below a node, in lines no wider than its column and no more than two; what has no
 * room there is counted by a last chip. Nodes with the same chips share the result.
 */
final class ChipPlaces {
  private static final int MOST_LINES = 2;

  private final TextWidths widths;
  private final double width;
  private final double nodeHeight;
  private final Map<List<Chip>, List<ChipBox>> known = new HashMap<>();

  /**
   * @param width of the column
   * @param nodeHeight height of the node above the chips
   */
  ChipPlaces(TextWidths widths, double width, double nodeHeight) {
    this.widths = widths;
    this.width = width;
    this.nodeHeight = nodeHeight;
  }

  /** Placed relative to the upper left corner of their node. */
  List<ChipBox> of(List<Chip> chips) {
    return chips.isEmpty() ? List.of() : known.computeIfAbsent(chips, this::place);
  }

  private List<ChipBox> place(List<Chip> chips) {
    List<ChipBox> placed = new ArrayList<>();
    for (Chip chip : chips) {
      ChipBox box = next(placed, chip.label(), List.of(chip));
      if (line(box) >= MOST_LINES) {
        break;
      }
      placed.add(box);
    }
    if (placed.size() < chips.size()) {
      ChipBox rest = rest(placed, chips);
      while (line(rest) >= MOST_LINES) {
        placed.removeLast();
        rest = rest(placed, chips);
      }
      placed.add(rest);
    }
    return List.copyOf(placed);
  }

  private ChipBox rest(List<ChipBox> placed, List<Chip> chips) {
    List<Chip> hidden = chips.subList(placed.size(), chips.size());
    return next(placed, "+" + hidden.size(), List.copyOf(hidden));
  }

  /** Behind those that are placed, or below them. */
  private ChipBox next(List<ChipBox> placed, String text, List<Chip> chips) {
    boolean arrow = hasArrow(text);
    double icon = arrow ? Sizes.CHIP_ICON : 0;
    double wide = Math.min(width, Math.ceil(widths.small(text) + icon + 2 * Sizes.CHIP_PADDING));
    double x = 0;
    double y = nodeHeight + Sizes.CHIP_BELOW;
    if (!placed.isEmpty()) {
      Box last = placed.getLast().box();
      x = last.right() + Sizes.CHIP_GAP;
      y = last.y();
      if (x + wide > width) {
        x = 0;
        y += Sizes.CHIP_HEIGHT + Sizes.CHIP_LINE_GAP;
      }
    }
    return new ChipBox(text, chips, arrow, new Box(x, y, wide, Sizes.CHIP_HEIGHT));
  }

  private int line(ChipBox chip) {
    double below = chip.box().y() - nodeHeight - Sizes.CHIP_BELOW;
    return (int) Math.round(below / (Sizes.CHIP_HEIGHT + Sizes.CHIP_LINE_GAP));
  }

  /** What changes the path on its way shows an arrow before its text. */
  private static boolean hasArrow(String chip) {
    return chip.startsWith("rewrite") || chip.startsWith("path-rewrite");
  }
}
