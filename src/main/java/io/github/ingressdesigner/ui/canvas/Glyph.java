package io.github.ingressdesigner.ui.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Feather icons as strokes in a square of 24, for the canvas, which cannot hold nodes. */
enum Glyph {
  GLOBE(
      "M2 12 A10 10 0 1 0 22 12 A10 10 0 1 0 2 12 Z M2 12 L22 12 M12 2 a15.3 15.3 0 0 1 4 10 15.3"
          + " 15.3 0 0 1 -4 10 15.3 15.3 0 0 1 -4 -10 15.3 15.3 0 0 1 4 -10 Z"),
  LOCK(
      "M5 11 L19 11 a2 2 0 0 1 2 2 L21 20 a2 2 0 0 1 -2 2 L5 22 a2 2 0 0 1 -2 -2 L3 13 a2 2 0 0 1 2"
          + " -2 Z M7 11 L7 7 a5 5 0 0 1 10 0 L17 11"),
  CLOCK("M2 12 A10 10 0 1 0 22 12 A10 10 0 1 0 2 12 Z M12 6 L12 12 L16 14"),
  DOTS(
      "M4 12 A1 1 0 1 0 6 12 A1 1 0 1 0 4 12 Z M11 12 A1 1 0 1 0 13 12 A1 1 0 1 0 11 12 Z M18 12 A1"
          + " 1 0 1 0 20 12 A1 1 0 1 0 18 12 Z"),
  TURN("M15 10 L20 15 L15 20 M4 4 L4 11 a4 4 0 0 0 4 4 L20 15"),
  PLUS("M12 5 L12 19 M5 12 L19 12");

  private final String path;

  Glyph(String path) {
    this.path = path;
  }

  /** Draws the icon with its upper left corner at a point, so many pixels wide and high. */
  void draw(GraphicsContext g, double x, double y, double size, double stroke, Color color) {
    double scale = size / 24;
    g.save();
    g.translate(x, y);
    g.scale(scale, scale);
    g.setStroke(color);
    g.setLineWidth(stroke);
    g.setLineDashes();
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.beginPath();
    g.appendSVGPath(path);
    g.stroke();
    g.restore();
  }
}
