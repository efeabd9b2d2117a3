package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.HeadChange;
import io.github.ingressdesigner.ui.common.Role;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws the gutter over the left edge of the area: bars, line numbers and fold arrows. */
final class GutterLayer {
  static final double BAR = 3;

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
      change(g, line, text, metrics.changeBar(count), dark);
      boolean current = line.index() == lines.caretLine();
      g.setFill((current ? Role.TEXT : Role.TEXT3).color(dark));
      g.fillText(Integer.toString(line.index() + 1), edge, line.y() + 14.3 * metrics.scale);
      boolean folded = editor.folding().isFolded(line.index());
      if (folded || hovered && Blocks.isHeader(text, line.index())) {
        arrow(g, edge + 11, line.y() + 5 * metrics.scale, metrics.scale, folded, dark);
      }
    }
  }

  /** A bar where lines are new or other, a notch where lines are gone. */
  private void change(
      GraphicsContext g, Viewport.Line line, SourceText text, double x, boolean dark) {
    int start = text.lines().startOf(line.index());
    int end = text.lines().endOf(line.index());
    for (HeadChange change : editor.marks().changes()) {
      if (change.range().start() > end) {
        return;
      }
      g.setFill(Role.CHANGED.color(dark));
      if (change.isRemoval()) {
        if (change.range().start() == start || end == text.length() && start < end) {
          double y = change.range().start() == start ? line.y() : line.y() + line.height();
          g.fillPolygon(new double[] {x, x + 7, x}, new double[] {y - 4, y, y + 4}, 3);
        }
      } else if (change.range().end() > start) {
        g.fillRect(x, line.y(), BAR, line.height());
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
