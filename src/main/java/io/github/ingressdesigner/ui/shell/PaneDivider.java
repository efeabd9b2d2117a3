package io.github.ingressdesigner.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A border between panes: a line of one pixel, wider for the pointer, to drag. */
final class PaneDivider extends Region {
  /** How far the pointer may be from the line, in pixels on each side. */
  private static final double REACH = 3;

  private final boolean upright;

  private PaneDivider(boolean upright, DoubleConsumer dragged, Runnable reset) {
    this.upright = upright;
    getStyleClass().addAll("pane-divider", upright ? "vertical" : "horizontal");
    setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          var point = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
          dragged.accept(upright ? point.getX() : point.getY());
          event.consume();
        });
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            reset.run();
          }
        });
  }

  static PaneDivider vertical(DoubleConsumer draggedToX, Runnable reset) {
    return new PaneDivider(true, draggedToX, reset);
  }

  static PaneDivider horizontal(DoubleConsumer draggedToY, Runnable reset) {
    return new PaneDivider(false, draggedToY, reset);
  }

  /** Puts the line at a coordinate across it, from start to end along it. */
  void placeAt(double across, double start, double end) {
    if (upright) {
      resizeRelocate(across - REACH, start, 2 * REACH + 1, end - start);
    } else {
      resizeRelocate(start, across - REACH, end - start, 2 * REACH + 1);
    }
  }
}
