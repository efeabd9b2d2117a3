package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Role;
import java.util.Optional;

/** From far, a card beside the row that is looked at says what a name would say from near. */
final class FoundCard {
  private static final double WIDTH = 308;
  private static final double HEIGHT = 80;

  private final Pen pen;
  private final CanvasViewModel model;

  /**
   * @param pen in the pixels of the screen
   */
  FoundCard(Pen pen, CanvasViewModel model) {
    this.pen = pen;
    this.model = model;
  }

  void paint() {
    if (model.zoom() < Detail.NAMES_FROM) {
      model
          .found()
          .flatMap(Found::current)
          .flatMap(model.picture()::row)
          .ifPresent(row -> paint(row, model.found().orElseThrow()));
    }
  }

  private void paint(RowBox row, Found found) {
    Box at = model.camera().toScreen(row.box());
    Box ring = new Box(at.x(), at.centerY() - 5, at.width(), 10);
    pen.stroke(Role.ACCENT, 2, false);
    pen.g.strokeRoundRect(ring.x(), ring.y(), ring.width(), ring.height(), 6, 6);
    double x = Math.min(ring.right() + 30, model.viewWidth() - WIDTH - 12);
    double below = ring.bottom() + 16;
    double y = below + HEIGHT > model.viewHeight() - 8 ? ring.y() - 16 - HEIGHT : below;
    Box card = new Box(Math.max(8, x), Math.max(GraphPainter.HEADS, y), WIDTH, HEIGHT);
    pen.g.strokeLine(
        ring.right(), ring.centerY(), card.x() + 12, y < ring.y() ? card.bottom() : card.y());
    pen.fill(card.moveTo(card.x() + 2, card.y() + 3), 6, Role.SHADOW);
    pen.node(card, 6, Role.RAISED, Role.ACCENT, 1, false);
    words(card, row, found);
  }

  private void words(Box card, RowBox row, Found found) {
    HostBox host = model.picture().hostOf(row);
    double left = card.x() + 12;
    double right = card.right() - 12;
    String namespace = host.node().namespace().orElse("");
    pen.text(namespace, left, card.y() + 18, pen.fonts.small, Role.TEXT2);
    String number = Messages.text("canvas.search.card", found.at() + 1, found.rows().size());
    pen.textRight(number, right, card.y() + 18, pen.fonts.small, Role.TEXT2);
    String enter = Messages.text("canvas.search.enter");
    pen.textRight(enter, right, card.y() + 41, pen.fonts.small, Role.ACCENT);
    String name = host.node().isCatchAll() ? Messages.text("canvas.anyHost") : host.node().host();
    double room = right - left - pen.fonts.small(enter) - 12;
    pen.text(pen.fonts.fit(name, room, 12), left, card.y() + 41, pen.fonts.name(12), Role.HOST);
    route(row, left, right, card.y() + 65);
  }

  private void route(RowBox row, double left, double right, double baseline) {
    double x = left;
    Optional<PathNode> path =
        row.row() instanceof PathNode node ? Optional.of(node) : Optional.empty();
    if (path.isPresent()) {
      Box tag = new Box(x, baseline - 13, 46, 18);
      pen.fill(tag, 4, Role.TAG);
      String type = NodePainter.typeTag(path.get());
      pen.textCentered(type, tag.centerX(), tag.y() + 12.8, pen.fonts.small, Role.TEXT2);
      x = tag.right() + 8;
    }
    String target = model.picture().backendOf(row).map(b -> "→ " + b.node().label()).orElse("");
    String from = path.map(PathNode::path).orElse(Messages.text("canvas.defaultBackend"));
    double half = (right - x - 8) / 2;
    String shownFrom = pen.fonts.fit(from, half, 12);
    pen.text(shownFrom, x, baseline, pen.fonts.name(12), Role.PATH);
    double behind = x + pen.fonts.name(shownFrom) * 12 / 13 + 10;
    pen.text(
        pen.fonts.fit(target, right - behind, 12),
        behind,
        baseline,
        pen.fonts.name(12),
        Role.BACKEND);
  }
}
