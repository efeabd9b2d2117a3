package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Role;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws the gutter over the left edge of the area: bars, line numbers and fold arrows. */
final class GutterLayer {
  private static final double BAR = 3;

  private final Canvas canvas = new Canvas();
  private final FileEditor editor;

  GutterLayer(FileEditor editor) {
    this.editor = editor;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  Canvas canvas() {
    return canvas;
  }

  /**
   * @param hovered whether the mouse is over the gutter, so that open blocks show their arrows too
   */
  void paint(Viewport view, LinePaint lines, Metrics metrics, boolean dark, boolean hovered) {
    SourceText text = editor.text();
    int count = text.lines().lineCount();
    double width = metrics.gutterWidth(count);
    double edge = metrics.numberEdge(count);
    canvas.setWidth(width);
    canvas.setHeight(view.height());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(Role.CANVAS.color(dark));
    g.fillRect(0, 0, width, view.height());
    g.setFont(metrics.small);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.BASELINE);
    for (Viewport.Line line : view.lines()) {
      if (line.index() >= count) {
        continue;
      }
      lines
          .background(line.index())
          .ifPresent(
              role -> {
                g.setFill(role.color(dark));
                g.fillRect(0, line.y(), width, line.height());
              });
      lines
          .bar(line.index())
          .ifPresent(
              role -> {
                g.setFill(role.color(dark));
                g.fillRect(0, line.y(), BAR, line.height());
              });
      boolean current = line.index() == lines.caretLine();
      g.setFill((current ? Role.TEXT : Role.TEXT3).color(dark));
      g.fillText(Integer.toString(line.index() + 1), edge, line.y() + 14.3 * metrics.scale);
      boolean folded = editor.folding().isFolded(line.index());
      if (folded || hovered && Blocks.isHeader(text, line.index())) {
        arrow(g, edge + 11, line.y() + 5 * metrics.scale, metrics.scale, folded, dark);
      }
    }
  }

  private static void arrow(
      GraphicsContext g, double x, double y, double scale, boolean folded, boolean dark) {
    g.setStroke(Role.TEXT3.color(dark));
    g.setLineWidth(1);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    double s = 10.0 / 24 * scale;
    g.beginPath();
    if (folded) {
      g.moveTo(x + 9 * s, y + 6 * s);
      g.lineTo(x + 15 * s, y + 12 * s);
      g.lineTo(x + 9 * s, y + 18 * s);
    } else {
      g.moveTo(x + 6 * s, y + 9 * s);
      g.lineTo(x + 12 * s, y + 15 * s);
      g.lineTo(x + 18 * s, y + 9 * s);
    }
    g.stroke();
  }
}
