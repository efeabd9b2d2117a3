package io.github.ingressdesigner.ui.start;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** A template as a graph of a few small shapes, 130 by 36. */
final class TemplatePicture extends Pane {
  private static final double ROW = 8;
  private static final double MIDDLE = 18;
  private static final double ABOVE = 8;
  private static final double BELOW = 28;

  TemplatePicture(Template template) {
    setMinSize(130, 36);
    setPrefSize(130, 36);
    setMaxSize(130, 36);
    setMouseTransparent(true);
    switch (template) {
      case TWO_SERVICES -> {
        curve(23, MIDDLE, 35, ABOVE, "mini-edge");
        curve(23, MIDDLE, 35, BELOW, "mini-edge");
        line(59, 71, ABOVE, "mini-edge");
        line(59, 71, BELOW, "mini-edge");
        box(0, MIDDLE, 22, "mini-host");
        box(35, ABOVE, 24, "mini-path");
        box(35, BELOW, 24, "mini-path");
        pill(71, ABOVE, "mini-backend");
        pill(71, BELOW, "mini-backend");
      }
      case TLS -> oneRow("\ud83d\udd12", 0);
      case WILDCARD -> oneRow("*", 10);
      case CANARY -> {
        line(22, 32, MIDDLE, "mini-edge");
        curve(56, MIDDLE, 71, ABOVE, "mini-edge");
        curve(56, MIDDLE, 71, BELOW, "mini-changed-edge");
        box(0, MIDDLE, 22, "mini-host");
        box(32, MIDDLE, 24, "mini-path");
        pill(71, ABOVE, "mini-backend");
        pill(71, BELOW, "mini-changed");
      }
      case DEFAULT_BACKEND -> {
        line(22, 71, ABOVE, "mini-edge");
        line(22, 71, BELOW, "mini-dashed-edge");
        box(0, ABOVE, 22, "mini-host");
        box(0, BELOW, 22, "mini-any-host");
        pill(71, ABOVE, "mini-backend");
        pill(71, BELOW, "mini-backend");
      }
      case REDIRECT -> {
        line(22, 44, MIDDLE, "mini-edge");
        box(0, MIDDLE, 22, "mini-host");
        Label code = new Label("\u21aa 308");
        code.getStyleClass().addAll("type-tag", "mini-tag");
        code.relocate(44, MIDDLE - 10);
        getChildren().add(code);
      }
    }
  }

  private void oneRow(String sign, double lift) {
    line(26, 40, MIDDLE, "mini-edge");
    line(64, 78, MIDDLE, "mini-edge");
    add(new Rectangle(0.5, MIDDLE - 6.5, 25, 13), "mini-host", 3);
    box(40, MIDDLE, 24, "mini-path");
    add(new Rectangle(78.5, MIDDLE - 4, 15, ROW), "mini-backend", 4);
    if (lift > 0) {
      Label label = new Label(sign);
      label.getStyleClass().add("mini-sign");
      label.setMinSize(26, 14);
      label.relocate(0, MIDDLE - lift);
      getChildren().add(label);
    } else {
      add(new Rectangle(10, MIDDLE - 1.5, 6, 4.5), "mini-lock", 1);
      add(new javafx.scene.shape.Arc(13, MIDDLE - 1.5, 2, 2.5, 0, 180), "mini-lock-arc", 0);
    }
  }

  private void box(double x, double y, double width, String style) {
    add(new Rectangle(x + 0.5, y - ROW / 2, width - 1, ROW), style, 2);
  }

  private void pill(double x, double y, String style) {
    add(new Rectangle(x + 0.5, y - ROW / 2, 22, ROW), style, 4);
  }

  private void line(double from, double to, double y, String style) {
    add(new Line(from, y, to, y), style, 0);
  }

  private void curve(double x1, double y1, double x2, double y2, String style) {
    double middle = (x1 + x2) / 2;
    add(new CubicCurve(x1, y1, middle, y1, middle, y2, x2, y2), style, 0);
  }

  private void add(Shape shape, String style, double radius) {
    shape.getStyleClass().add(style);
    if (shape instanceof Rectangle rectangle) {
      rectangle.setArcWidth(2 * radius);
      rectangle.setArcHeight(2 * radius);
    }
    getChildren().add(shape);
  }
}
