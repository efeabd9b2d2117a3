package io.github.ingressdesigner.ui.canvas;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Brings mouse, wheel and keys of the surface to pointer, camera and gestures. */
final class CanvasInput {
  private final GraphCanvas surface;
  private final CanvasViewModel model;
  private final GestureRunner gestures;
  private final Pointer pointer;
  private final CanvasMenu menu;
  private boolean spaceHeld;
  private boolean keyboardLast;

  CanvasInput(
      GraphCanvas surface,
      CanvasViewModel model,
      GestureRunner gestures,
      Pointer pointer,
      CanvasMenu menu) {
    this.surface = surface;
    this.model = model;
    this.gestures = gestures;
    this.pointer = pointer;
    this.menu = menu;
    surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointer.leave());
    surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    surface.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    surface.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    surface.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    surface.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
    surface
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              keyboardLast = surface.isFocusVisible();
              model.overlays().repaint();
            });
  }

  /** Whether the selected element shows a focus ring: the keyboard was used last. */
  boolean showsFocus() {
    return surface.isFocused() && keyboardLast;
  }

  private void pressed(MouseEvent event) {
    keyboardLast = false;
    surface.requestFocus();
    menu.hide();
    if (event.getButton() == MouseButton.SECONDARY) {
      return;
    }
    boolean pan = event.getButton() == MouseButton.MIDDLE || spaceHeld;
    Pointer.Adding adding =
        event.isShortcutDown()
            ? Pointer.Adding.TOGGLE
            : event.isShiftDown() ? Pointer.Adding.RANGE : Pointer.Adding.NONE;
    pointer.press(event.getX(), event.getY(), pan, event.getClickCount(), adding);
    cursor();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    pointer.dragTo(event.getX(), event.getY());
    cursor();
    event.consume();
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.SECONDARY) {
      pointer.release(event.getX(), event.getY());
      cursor();
      event.consume();
    }
  }

  private void moved(MouseEvent event) {
    pointer.move(event.getX(), event.getY());
    cursor();
  }

  private void cursor() {
    Optional<Hit> hit = model.hovered();
    boolean handle =
        hit.map(Hit::part)
            .filter(p -> p == Hit.Part.PORT || p == Hit.Part.PLUS || p == Hit.Part.CHIP)
            .isPresent();
    surface.setCursor(
        model.drag().isPresent()
            ? Cursor.CLOSED_HAND
            : spaceHeld ? Cursor.OPEN_HAND : handle ? Cursor.HAND : Cursor.DEFAULT);
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown()) {
      if (event.getDeltaY() != 0) {
        double factor = event.getDeltaY() > 0 ? Camera.STEP : 1 / Camera.STEP;
        model.zoomBy(factor, event.getX(), event.getY());
      }
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      model.pan(event.getDeltaY(), 0);
    } else {
      model.pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
      spaceHeld = true;
      cursor();
      event.consume();
      return;
    }
    Optional<Gesture> gesture = CanvasKeys.gesture(event);
    if (gesture.isEmpty()) {
      return;
    }
    keyboardLast = true;
    event.consume();
    if (gesture.get() == Gesture.CANCEL && pointer.cancel()) {
      return;
    }
    gestures.run(gesture.get());
    model.overlays().repaint();
  }

  private void keyTyped(KeyEvent event) {
    CanvasKeys.letter(event)
        .ifPresent(
            gesture -> {
              keyboardLast = true;
              event.consume();
              gestures.run(gesture);
            });
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      spaceHeld = false;
      cursor();
    }
  }

  private void menuRequested(ContextMenuEvent event) {
    event.consume();
    if (event.isKeyboardTrigger()) {
      menu.showAtSelection(surface);
      return;
    }
    Camera camera = model.camera();
    Optional<Hit> hit =
        new HitTest(model.picture(), model.zoom())
            .at(camera.drawingX(event.getX()), camera.drawingY(event.getY()));
    // A menu on one of several selected elements is for all of them.
    hit.filter(h -> !model.isSelected(h.item()))
        .ifPresentOrElse(
            h -> model.select(h.item()),
            () -> {
              if (hit.isEmpty()) {
                model.deselect();
              }
            });
    menu.show(surface, event.getScreenX(), event.getScreenY());
  }
}
