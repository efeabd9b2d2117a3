package io.github.ingressdesigner.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import org.fxmisc.richtext.CodeArea;

/**
 * What of a code area is on the screen: the lines that have a height, top to bottom, in pixels of
 * the area.
 *
 * @param lines never a folded one
 * @param textX where column 0 begins; negative when scrolled far to the right
 */
record Viewport(List<Line> lines, double textX, double width, double height) {
  /** One visible line; the first may begin above 0. */
  record Line(int index, double y, double height) {}

  static final Viewport NOTHING = new Viewport(List.of(), 0, 0, 0);

  Viewport {
    lines = List.copyOf(lines);
  }

  static Viewport of(CodeArea area, double gutterWidth, double lineHeight) {
    int count = area.getVisibleParagraphs().size();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = area.visibleParToAllParIndex(i);
      if (index < 0 || index >= area.getParagraphs().size() || area.isFolded(index)) {
        continue;
      }
      Optional<Bounds> bounds = area.getParagraphBoundsOnScreen(index).map(area::screenToLocal);
      if (bounds.isPresent() && bounds.get().getHeight() > 0) {
        double height = Math.max(lineHeight, bounds.get().getHeight());
        // The area cuts the first line at its upper edge, so count from the lower edge of the line.
        double y = lines.isEmpty() ? bounds.get().getMaxY() - height : bounds.get().getMinY();
        double top = Math.round(y);
        lines.add(new Line(index, top, Math.round(y + height) - top));
      }
    }
    double scroll = area.getEstimatedScrollX();
    return new Viewport(lines, gutterWidth - scroll, area.getWidth(), area.getHeight());
  }

  Optional<Line> line(int index) {
    return lines.stream().filter(line -> line.index() == index).findFirst();
  }

  Optional<Line> at(double y) {
    return lines.stream().filter(l -> y >= l.y() && y < l.y() + l.height()).findFirst();
  }

  int first() {
    return lines.isEmpty() ? 0 : lines.getFirst().index();
  }

  int last() {
    return lines.isEmpty() ? -1 : lines.getLast().index();
  }
}
