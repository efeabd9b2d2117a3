package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** A small card over the drawing that asks for what a new element needs. Enter adds, Esc leaves. */
final class PromptCard {
  private final Pane layer;
  private final Runnable giveFocusBack;
  private Optional<VBox> open = Optional.empty();

  PromptCard(Pane layer, Runnable giveFocusBack) {
    this.layer = layer;
    this.giveFocusBack = giveFocusBack;
  }

  boolean isOpen() {
    return open.isPresent();
  }

  /**
   * @param first gets the focus
   * @param tryIt does it and returns nothing, or returns the reason why it cannot be
   */
  void open(
      String title,
      String doIt,
      Box near,
      Node first,
      Supplier<Optional<String>> tryIt,
      Node... rows) {
    close();
    Label heading = new Label(title);
    heading.getStyleClass().add("strong");
    Label refusal = new Label();
    refusal.getStyleClass().add("canvas-field-refusal");
    refusal.setWrapText(true);
    refusal.setManaged(false);
    refusal.setVisible(false);
    Button add = new Button(doIt);
    add.getStyleClass().add("accent");
    add.setId("canvas-prompt-do");
    Button cancel = new Button(Messages.text("canvas.prompt.cancel"));
    cancel.getStyleClass().add("flat");
    HBox buttons = new HBox(add, cancel);
    buttons.getStyleClass().add("canvas-prompt-row");
    VBox card = new VBox(heading);
    card.getStyleClass().addAll("popover-card", "canvas-prompt");
    card.getChildren().addAll(rows);
    card.getChildren().addAll(refusal, buttons);
    Runnable attempt =
        () -> {
          Optional<String> reason = tryIt.get();
          reason.ifPresent(refusal::setText);
          refusal.setManaged(reason.isPresent());
          refusal.setVisible(reason.isPresent());
          if (reason.isEmpty()) {
            close();
            giveFocusBack.run();
          } else {
            place(card, near);
          }
        };
    add.setOnAction(event -> attempt.run());
    cancel.setOnAction(event -> leave());
    card.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
          } else if (event.getCode() == KeyCode.ENTER && event.getTarget() != cancel) {
            event.consume();
            attempt.run();
          }
        });
    open = Optional.of(card);
    layer.getChildren().add(card);
    first.requestFocus();
    place(card, near);
    card.layoutBoundsProperty().addListener((property, was, is) -> keepInside(card));
  }

  private void place(VBox card, Box near) {
    card.applyCss();
    card.autosize();
    double width = card.prefWidth(-1);
    double height = card.prefHeight(width);
    double x = Math.max(8, Math.min(near.x(), layer.getWidth() - width - 8));
    double y = near.bottom() + 8;
    if (y + height > layer.getHeight() - 8) {
      y = Math.max(8, Math.min(y, layer.getHeight() - height - 8));
    }
    card.relocate(Math.rint(x), Math.rint(y));
  }

  private void keepInside(VBox card) {
    double over = card.getLayoutY() + card.getHeight() - (layer.getHeight() - 8);
    if (over > 0) {
      card.setLayoutY(Math.max(8, Math.rint(card.getLayoutY() - over)));
    }
  }

  private void leave() {
    close();
    giveFocusBack.run();
  }

  void close() {
    open.ifPresent(layer.getChildren()::remove);
    open = Optional.empty();
  }
}
