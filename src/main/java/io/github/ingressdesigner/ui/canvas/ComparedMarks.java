package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.common.Compared.Mark;
import io.github.ingressdesigner.ui.common.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws where requests go on the other side of a comparison: a dashed line from their row to the
 * other backend, and the numbers of the differences on the row.
 */
final class ComparedMarks {
  static final ComparedMarks NONE = new ComparedMarks(Optional.empty());

  /** Numbers on one row; more are only counted. */
  private static final int MOST_NUMBERS = 3;

  private static final double PORT = 8;
  private static final double BESIDE = 5;
  private static final double[] DASHES = {5, 4};

  private final Optional<Compared> compared;
  private final Map<Location, List<Mark>> byRow = new HashMap<>();

  ComparedMarks(Optional<Compared> compared) {
    this.compared = compared;
    for (Mark mark : compared.map(Compared::marks).orElse(List.of())) {
      anchor(mark).ifPresent(at -> byRow.computeIfAbsent(at, k -> new ArrayList<>()).add(mark));
    }
  }

  /** The row whose requests go elsewhere; the other side's where the own side has none. */
  private static Optional<Location> anchor(Mark mark) {
    return mark.row().or(mark::otherRow);
  }

  /** The differences of a row, in the order of their numbers. */
  List<Mark> of(Location row) {
    return byRow.getOrDefault(row, List.of());
  }

  private boolean isChosen(Mark mark) {
    return compared.flatMap(Compared::chosen).filter(n -> n == mark.number()).isPresent();
  }

  /**
   * @param rows those in view
   */
  void paint(Pen pen, Picture picture, List<RowBox> rows) {
    if (byRow.isEmpty()) {
      return;
    }
    for (RowBox row : rows) {
      lines(pen, picture, row);
    }
    for (RowBox row : rows) {
      List<Mark> marks = of(row.row().at());
      if (!marks.isEmpty()) {
        numbers(pen, row.box(), marks);
      }
    }
  }

  private void lines(Pen pen, Picture picture, RowBox row) {
    Set<Box> drawn = new HashSet<>();
    List<Mark> chosenLast = new ArrayList<>(of(row.row().at()));
    chosenLast.sort((a, b) -> Boolean.compare(isChosen(a), isChosen(b)));
    for (Mark mark : chosenLast) {
      Optional<BackendBox> target = target(picture, mark);
      boolean chosen = isChosen(mark);
      if (target.isPresent()) {
        if (drawn.add(target.get().box()) || chosen) {
          boolean own =
              picture.backendOf(row).filter(b -> b.box().equals(target.get().box())).isPresent();
          line(pen, row.box(), target.get().box(), own ? -BESIDE : 0, chosen);
        }
      } else if (chosen) {
        answer(pen, row.box(), mark.otherAnswer());
      }
    }
  }

  private static Optional<BackendBox> target(Picture picture, Mark mark) {
    if (mark.otherBackend().isEmpty()) {
      return Optional.empty();
    }
    return mark.otherRow()
        .flatMap(picture::row)
        .flatMap(picture::backendOf)
        .or(() -> named(picture.layout(), mark.otherBackend().get()));
  }

  private static Optional<BackendBox> named(Layout layout, String name) {
    String label = name.substring(name.indexOf('/') + 1);
    return layout.backends().stream()
        .filter(b -> b.node().label().equals(label))
        .filter(b -> b.node().namespace().map(n -> name.equals(n + "/" + label)).orElse(true))
        .findFirst();
  }

  /**
   * @param aside moves it away from the own line to the same backend
   */
  private static void line(Pen pen, Box from, Box to, double aside, boolean chosen) {
    double x = from.right() + PORT;
    double y = from.centerY() + aside;
    double endX = to.x() - 7;
    double endY = to.centerY() + aside;
    pen.stroke(Role.CHANGED, chosen ? 3 : 2, false);
    pen.g.setLineDashes(DASHES);
    pen.g.beginPath();
    pen.g.moveTo(x, y);
    double half = (to.x() - x) / 2;
    pen.g.bezierCurveTo(x + half, y, endX - half, endY, endX, endY);
    pen.g.stroke();
    pen.g.setLineDashes();
    pen.g.setFill(pen.color(Role.CHANGED));
    double tip = to.x() - 1;
    double size = chosen ? 6 : 4;
    pen.g.fillPolygon(
        new double[] {tip, tip - 2 * size, tip - 2 * size},
        new double[] {endY, endY - size, endY + size},
        3);
  }

  /** What answers where no backend does, beside the port. */
  private static void answer(Pen pen, Box from, String text) {
    double width = pen.fonts.small(text) + 12;
    Box box = new Box(from.right() + PORT, from.y() - 14, width, 18);
    pen.node(box, 9, Role.CANVAS, Role.CHANGED, 1.5, true);
    pen.textCentered(text, box.centerX(), box.y() + 13, pen.fonts.smallStrong, Role.CHANGED);
  }

  private void numbers(Pen pen, Box row, List<Mark> marks) {
    boolean chosen = marks.stream().anyMatch(this::isChosen);
    List<String> shown =
        new ArrayList<>(
            marks.stream()
                .sorted((a, b) -> Boolean.compare(isChosen(b), isChosen(a)))
                .limit(MOST_NUMBERS)
                .map(Mark::number)
                .sorted()
                .map(n -> Integer.toString(n))
                .toList());
    if (marks.size() > MOST_NUMBERS) {
      shown.add("+" + (marks.size() - MOST_NUMBERS));
    }
    String text = String.join(" ", shown);
    double width = Math.max(20, pen.fonts.small(text) + 12);
    // The corner itself is the place of problems.
    Box pill = new Box(row.right() - 26 - width, row.y() - 7, width, 18);
    pen.node(pill, 9, chosen ? Role.CHANGED : Role.CHANGED_BG, Role.CHANGED, chosen ? 2 : 1, false);
    pen.textCentered(
        text,
        pill.centerX(),
        pill.y() + 13,
        pen.fonts.smallStrong,
        chosen ? Role.CANVAS : Role.CHANGED);
  }
}
