package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.ui.common.Role;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;

/** A graphics context with our colours and faces, in the drawing's coordinates. */
final class Pen {
  static final double[] DASHES = {4, 3};
  private static final double[] SOLID = {};

  final GraphicsContext g;
  final Fonts fonts;
  private final boolean dark;
  private final double scale;

  Pen(GraphicsContext g, Fonts fonts, boolean dark, double scale) {
    this.g = g;
    this.fonts = fonts;
    this.dark = dark;
    this.scale = scale;
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setTextBaseline(VPos.BASELINE);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineCap(StrokeLineCap.BUTT);
  }

  Color color(Role role) {
    return role.color(dark);
  }

  double scale() {
    return scale;
  }

  /** So many pixels on screen, in the drawing. */
  double screen(double pixels) {
    return pixels / scale;
  }

  /** A line no thinner on screen than one pixel. */
  double line(double width) {
    return Math.max(width, 1 / scale);
  }

  void text(String text, double x, double baseline, Font font, Role role) {
    g.setTextAlign(TextAlignment.LEFT);
    put(text, x, baseline, font, role);
  }

  void textCentered(String text, double x, double baseline, Font font, Role role) {
    g.setTextAlign(TextAlignment.CENTER);
    put(text, x, baseline, font, role);
  }

  void textRight(String text, double x, double baseline, Font font, Role role) {
    g.setTextAlign(TextAlignment.RIGHT);
    put(text, x, baseline, font, role);
  }

  private void put(String text, double x, double baseline, Font font, Role role) {
    g.setFont(font);
    g.setFill(color(role));
    g.fillText(text, x, baseline);
  }

  /** A rounded rectangle whose edge of one pixel lies inside the box, a thicker one on its rim. */
  void node(Box box, double radius, Role fill, Role edge, double width, boolean dashed) {
    double inset = width <= 1 ? 0.5 : 0;
    double x = box.x() + inset;
    double y = box.y() + inset;
    double w = box.width() - 2 * inset;
    double h = box.height() - 2 * inset;
    g.setFill(color(fill));
    g.fillRoundRect(x, y, w, h, 2 * radius, 2 * radius);
    stroke(edge, width, dashed);
    g.strokeRoundRect(x, y, w, h, 2 * radius, 2 * radius);
    g.setLineDashes(SOLID);
  }

  void fill(Box box, double radius, Role role) {
    g.setFill(color(role));
    g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
  }

  /** A ring outside of a node, so many pixels away from it. */
  void ring(Box box, double radius, double away, double width, Role role) {
    Box outer = box.grow(away);
    stroke(role, width, false);
    double r = 2 * (radius + away);
    g.strokeRoundRect(outer.x(), outer.y(), outer.width(), outer.height(), r, r);
  }

  void stroke(Role role, double width, boolean dashed) {
    g.setStroke(color(role));
    g.setLineWidth(line(width));
    g.setLineDashes(dashed ? DASHES : SOLID);
  }
}
