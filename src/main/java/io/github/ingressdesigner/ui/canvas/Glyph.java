package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.render.Shape;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Feather icons as strokes in a square of 24, for the canvas, which cannot hold nodes. */
enum Glyph {
  GLOBE(Shape.GLOBE),
  LOCK(Shape.LOCK),
  CLOCK(Shape.CLOCK),
  DOTS(Shape.DOTS),
  TURN(Shape.TURN),
  PLUS(Shape.PLUS);

  private final Shape shape;

  Glyph(Shape shape) {
    this.shape = shape;
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
    g.appendSVGPath(shape.path);
    g.stroke();
    g.restore();
  }
}
