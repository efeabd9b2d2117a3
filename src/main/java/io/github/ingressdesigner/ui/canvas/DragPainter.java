package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.ui.canvas.Drag.Drop;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a drag: the ghost at the pointer, rings around legal targets, and what letting go does. */
final class DragPainter {
  private static final double NOTE_WIDTH = 300;
  private static final double NOTE_LINE = 16;

  /** More lines than this would only darken the drawing. */
  private static final int MOST_LINES = 100;

  private final Pen pen;
  private final CanvasViewModel model;

  DragPainter(Pen pen, CanvasViewModel model) {
    this.pen = pen;
    this.model = model;
  }

  void paint(Drag drag, List<BackendBox> backends) {
    Optional<RowBox> row = model.picture().row(drag.lead());
    if (row.isEmpty()) {
      return;
    }
    switch (drag.kind()) {
      case REROUTE -> lines(drag, backends);
      case MOVE -> carry(drag, row.get());
    }
    note(drag).ifPresent(text -> note(text, drag, refused(drag)));
  }

  private void lines(Drag drag, List<BackendBox> backends) {
    targets(drag, backends);
    drag.rows().stream()
        .limit(MOST_LINES)
        .flatMap(at -> model.picture().row(at).stream())
        .forEach(row -> line(drag, row));
    port(drag.x(), drag.y());
  }

  private void targets(Drag drag, List<BackendBox> backends) {
    Commands commands = model.commands();
    for (BackendBox backend : backends) {
      Item.Backend item = new Item.Backend(backend.node().key());
      if (Drops.reroute(commands, drag.rows(), item) instanceof Step.Do) {
        boolean over = drag.drop() instanceof Drop.OnBackend on && on.key().equals(item.key());
        pen.ring(backend.box(), NodePainter.BACKEND_RADIUS, 3, over ? 3 : 1.5, Role.ACCENT);
      }
    }
  }

  private void line(Drag drag, RowBox row) {
    double x = row.box().right();
    double y = row.box().centerY();
    double half = Math.max(20, Math.abs(drag.x() - x) / 2);
    pen.stroke(Role.ACCENT, 2.5, false);
    pen.g.beginPath();
    pen.g.moveTo(x, y);
    pen.g.bezierCurveTo(x + half, y, drag.x() - half, drag.y(), drag.x(), drag.y());
    pen.g.stroke();
    port(x, y);
  }

  private void port(double x, double y) {
    pen.g.setFill(pen.color(Role.CANVAS));
    pen.g.fillOval(x - 5, y - 5, 10, 10);
    pen.stroke(Role.ACCENT, 2, false);
    pen.g.strokeOval(x - 5, y - 5, 10, 10);
  }

  private void carry(Drag drag, RowBox row) {
    if (drag.drop() instanceof Drop.IntoHost into && into.step() instanceof Step.Do) {
      Box marker = into.marker();
      if (marker.height() <= 2) {
        pen.fill(marker, 1, Role.ACCENT);
        pen.g.fillOval(marker.x() - 4, marker.centerY() - 4, 8, 8);
      } else {
        pen.ring(marker, NodePainter.HOST_RADIUS, 3, 3, Role.ACCENT);
      }
    }
    Box ghost = new Box(drag.x() - 24, drag.y() - Sizes.PATH_HEIGHT / 2, row.box().width(), 32);
    for (int i = Math.min(3, drag.rows().size()) - 1; i > 0; i--) {
      Box behind = ghost.moveTo(ghost.x() + 5 * i, ghost.y() + 5 * i);
      pen.node(behind, NodePainter.PATH_RADIUS, Role.RAISED, Role.ACCENT, 1, false);
    }
    pen.fill(ghost.moveTo(ghost.x() + 2, ghost.y() + 3), NodePainter.PATH_RADIUS, Role.SHADOW);
    pen.node(ghost, NodePainter.PATH_RADIUS, Role.RAISED, Role.ACCENT, 2, false);
    if (row.row() instanceof PathNode path) {
      Box tag = HitTest.tag(ghost);
      pen.fill(tag, 4, Role.TAG);
      pen.textCentered(
          NodePainter.typeTag(path), tag.centerX(), tag.y() + 12.8, pen.fonts.small, Role.TEXT2);
      pen.text(
          pen.fonts.fit(path.path(), ghost.width() - Sizes.PATH_TEXT - 10, 13),
          ghost.x() + Sizes.PATH_TEXT,
          ghost.y() + 20.6,
          pen.fonts.name(13),
          Role.PATH);
    }
    if (drag.rows().size() > 1) {
      count(ghost, drag.rows().size());
    }
  }

  /** How many go along, at the corner of the ghost. */
  private void count(Box ghost, int rows) {
    String text = Integer.toString(rows);
    double width = 14 + pen.fonts.small(text);
    Box badge = new Box(ghost.right() - width + 8, ghost.y() - 9, width, 18);
    pen.fill(badge, 9, Role.ACCENT);
    pen.textCentered(text, badge.centerX(), badge.y() + 13, pen.fonts.smallStrong, Role.ON_ACCENT);
  }

  private static boolean refused(Drag drag) {
    return step(drag).filter(Step.Refuse.class::isInstance).isPresent();
  }

  private static Optional<Step> step(Drag drag) {
    return switch (drag.drop()) {
      case Drop.OnBackend on -> Optional.of(on.step());
      case Drop.IntoHost into -> Optional.of(into.step());
      case Drop.Nowhere nowhere -> Optional.empty();
      case Drop.NewBackend ask -> Optional.empty();
    };
  }

  /** What letting go would do, or why it would do nothing. */
  private Optional<String> note(Drag drag) {
    return switch (drag.drop()) {
      case Drop.Nowhere nowhere -> Optional.empty();
      case Drop.NewBackend ask -> Optional.of(Messages.text("canvas.drop.newBackend"));
      case Drop.OnBackend on -> note(on.step(), backendLabel(on.key()), "canvas.drop.reroute");
      case Drop.IntoHost into ->
          note(
              into.step(),
              into.host().isEmpty() ? Messages.text("canvas.anyHost") : into.host(),
              into.step() instanceof Step.Do(var intent, var told)
                      && intent instanceof io.github.ingressdesigner.intent.Intent.Reorder
                  ? "canvas.drop.reorder"
                  : "canvas.drop.move");
    };
  }

  private Optional<String> note(Step step, String target, String key) {
    return switch (step) {
      case Step.Do todo -> Optional.of(Messages.text(key, target));
      case Step.Refuse refuse -> Optional.of(refuse.reason());
      case Step.Nothing nothing -> Optional.empty();
    };
  }

  private String backendLabel(String key) {
    return model.picture().backend(key).map(b -> b.node().label()).orElse(key);
  }

  private void note(String text, Drag drag, boolean refused) {
    List<String> lines = wrap(text);
    double width = lines.stream().mapToDouble(pen.fonts::small).max().orElse(0) + 20;
    double height = lines.size() * NOTE_LINE + 10;
    Box view = model.camera().view(model.viewWidth(), model.viewHeight());
    double x = Math.min(drag.x() + 14, view.right() - width - 8);
    double y = drag.y() + 26;
    if (y + height > view.bottom() - 8) {
      y = drag.y() - 26 - height;
    }
    Box box = new Box(Math.max(view.x() + 4, x), y, width, height);
    pen.fill(box.moveTo(box.x() + 2, box.y() + 3), 6, Role.SHADOW);
    pen.node(box, 6, Role.RAISED, refused ? Role.ERROR : Role.LINE_STRONG, 1, false);
    for (int i = 0; i < lines.size(); i++) {
      pen.text(
          lines.get(i),
          box.x() + 10,
          box.y() + 16.5 + i * NOTE_LINE,
          pen.fonts.small,
          refused ? Role.ERROR : Role.TEXT);
    }
  }

  private List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && pen.fonts.small(line + " " + word) > NOTE_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
