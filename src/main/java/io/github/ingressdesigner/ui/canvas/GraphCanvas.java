package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.ui.common.Fx;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** The surface that is drawn on: as large as its room, drawn once for each burst of changes. */
final class GraphCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final Runnable painter;
  private boolean waiting;

  /**
   * @param painter draws the whole surface
   */
  GraphCanvas(Runnable painter) {
    this.painter = painter;
    getChildren().add(canvas);
    getStyleClass().add("canvas-surface");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setMinSize(0, 0);
  }

  Canvas canvas() {
    return canvas;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
  }

  /** Draws soon; several calls before that draw once. */
  void repaint() {
    if (!waiting) {
      waiting = true;
      Fx.later(
          () -> {
            waiting = false;
            painter.run();
          });
    }
  }
}
