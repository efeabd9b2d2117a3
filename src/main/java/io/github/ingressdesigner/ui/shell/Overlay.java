package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.dialogs.Sheet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What lies over the window: sheets one at a time (others wait), and light pop-ups such as the
 * command palette. While something is shown, it keeps the focus; afterwards the focus goes back.
 */
final class Overlay {
  private final StackPane root;
  private final Region veil = new Region();
  private final Deque<Sheet> waiting = new ArrayDeque<>();
  private Optional<Shown> shown = Optional.empty();

  private record Shown(Node node, Runnable focus, Runnable escape, Optional<Node> before) {}

  /**
   * @param main what lies below
   */
  Overlay(Node main) {
    root = new StackPane(main, veil);
    veil.getStyleClass().add("veil");
    veil.setVisible(false);
    veil.setOnMousePressed(event -> shown.ifPresent(s -> s.focus().run()));
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && shown.isPresent()) {
            event.consume();
            shown.get().escape().run();
          }
        });
    root.sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is != null) {
                is.focusOwnerProperty()
                    .addListener((owner, before, now) -> keepFocus(Optional.ofNullable(now)));
              }
            });
  }

  StackPane node() {
    return root;
  }

  /** Whether something is shown that wants all keys. */
  boolean isShowing() {
    return shown.isPresent();
  }

  /** Shows a sheet, or keeps it until those before it are answered. */
  void show(Sheet sheet) {
    if (shown.isPresent()) {
      waiting.add(sheet);
      return;
    }
    sheet.setOnClose(this::close);
    veil.getStyleClass().setAll("veil", "dimming");
    open(sheet.node(), sheet::requestFocus, sheet::escape, Pos.CENTER);
  }

  /** Shows a light pop-up at the top; a click beside it, or Escape, closes it. */
  void showAtTop(Region node, Runnable focus) {
    if (shown.isEmpty()) {
      veil.getStyleClass().setAll("veil");
      veil.setOnMousePressed(event -> close());
      open(node, focus, this::close, Pos.TOP_CENTER);
    }
  }

  private void open(Region node, Runnable focus, Runnable escape, Pos place) {
    Optional<Node> before =
        Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner());
    shown = Optional.of(new Shown(node, focus, escape, before));
    StackPane.setAlignment(node, place);
    veil.setVisible(true);
    root.getChildren().add(node);
    node.applyCss();
    focus.run();
  }

  void close() {
    if (shown.isEmpty()) {
      return;
    }
    Shown last = shown.get();
    shown = Optional.empty();
    root.getChildren().remove(last.node());
    veil.setVisible(false);
    veil.setOnMousePressed(event -> shown.ifPresent(s -> s.focus().run()));
    last.before().ifPresent(Node::requestFocus);
    Optional.ofNullable(waiting.poll()).ifPresent(this::show);
  }

  private void keepFocus(Optional<Node> owner) {
    shown.ifPresent(
        s -> {
          if (owner.isPresent() && !isInside(owner.get(), s.node())) {
            s.focus().run();
          }
        });
  }

  private static boolean isInside(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }
}
