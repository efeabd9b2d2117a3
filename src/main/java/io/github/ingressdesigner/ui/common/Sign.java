package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.render.Shape;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/** The status signs, told apart by shape alone; drawn in a square of 14 units. */
public enum Sign {
  WINS(Shape.WINS.path, Role.TRACED),
  BEATEN(Shape.BEATEN.path, Role.DIM),
  NO_MATCH(Shape.NO_MATCH.path, Role.DIM),
  ERROR(
      "M4.6 1.2 L9.4 1.2 L12.8 4.6 L12.8 9.4 L9.4 12.8 L4.6 12.8 L1.2 9.4 L1.2 4.6 Z M7 4 L7 7.6 M7"
          + " 9.8 L7 9.9",
      Role.ERROR),
  WARNING("M7 1.4 L13 12.2 L1 12.2 Z M7 5.2 L7 8.4 M7 10.2 L7 10.3", Role.WARNING),
  INFO("M7 1 A6 6 0 1 1 6.99 1 Z M7 6.6 L7 9.8 M7 4.3 L7 4.4", Role.INFO);

  /** The outline as an SVG path in a square of 14 units, to be stroked 1.4 wide. */
  public final String path;

  /** The colour that goes with it. */
  public final Role role;

  Sign(String path, Role role) {
    this.path = path;
    this.role = role;
  }

  /** A node of 14 by 14 pixels with style class {@code sign} and {@code sign-<name>}. */
  public Node node(String accessibleText) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.setFill(null);
    shape.setStrokeWidth(1.4);
    shape.setStrokeLineCap(StrokeLineCap.ROUND);
    shape.getStyleClass().add("sign-shape");
    Region square =
        new Region() {
          {
            getChildren().add(shape);
          }

          @Override
          protected void layoutChildren() {}
        };
    square.setMinSize(14, 14);
    square.setPrefSize(14, 14);
    square.setMaxSize(14, 14);
    square
        .getStyleClass()
        .addAll("sign", "sign-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    square.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    square.setAccessibleText(accessibleText);
    return square;
  }

  /** Draws the sign with its upper left corner at a point. */
  public void draw(GraphicsContext g, double x, double y, Color color) {
    g.save();
    g.translate(x, y);
    g.setStroke(color);
    g.setLineWidth(1.4);
    g.setLineCap(StrokeLineCap.ROUND);
    g.beginPath();
    g.appendSVGPath(path);
    g.stroke();
    g.restore();
  }
}
