package io.github.ingressdesigner.ui.dialogs;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card with a title, a body and answers. An answer closes it before it acts. */
public final class Sheet {
  private final VBox card = new VBox();
  private final VBox body = new VBox();
  private final HBox answers = new HBox();
  private Runnable close = () -> {};
  private Runnable escape = () -> {};

  /**
   * @param title what it is about, one short sentence
   */
  public Sheet(String title) {
    Label head = new Label(title);
    head.getStyleClass().addAll("title", "sheet-title");
    head.setWrapText(true);
    card.getStyleClass().add("sheet");
    body.getStyleClass().add("sheet-body");
    answers.getStyleClass().add("sheet-answers");
    answers.setAlignment(Pos.CENTER_RIGHT);
    VBox.setVgrow(body, Priority.ALWAYS);
    card.getChildren().addAll(head, body, answers);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(title);
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    body.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
  }

  /** Buttons of a choice would keep Enter for themselves, though the space bar is theirs. */
  private void enter(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ToggleButton) {
      answers.getChildren().stream()
          .filter(node -> node instanceof Button button && button.isDefaultButton())
          .findFirst()
          .ifPresent(
              button -> {
                event.consume();
                ((Button) button).fire();
              });
    }
  }

  /** A paragraph. */
  public Sheet text(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("sheet-text");
    label.setMinHeight(Region.USE_PREF_SIZE);
    body.getChildren().add(label);
    return this;
  }

  public Sheet content(Node node) {
    body.getChildren().add(node);
    VBox.setVgrow(node, Priority.ALWAYS);
    return this;
  }

  /** For a sheet that holds more than a few lines. */
  public Sheet wide() {
    card.getStyleClass().add("wide");
    return this;
  }

  /** For a sheet with a shape of its own. */
  public Sheet style(String styleClass) {
    card.getStyleClass().add(styleClass);
    return this;
  }

  /** The answer for Enter. */
  public Sheet accent(String label, Runnable action) {
    Button button = answer(label, action);
    button.getStyleClass().add("accent");
    button.setDefaultButton(true);
    return this;
  }

  /** The answer for Enter cannot be given while this is true. */
  public Sheet acceptUnless(ObservableBooleanValue wrong) {
    answers.getChildren().stream()
        .filter(node -> node instanceof Button button && button.isDefaultButton())
        .forEach(
            node -> {
              node.setDisable(wrong.get());
              wrong.addListener((property, was, is) -> node.setDisable(is));
            });
    return this;
  }

  public Sheet plain(String label, Runnable action) {
    answer(label, action);
    return this;
  }

  /** The answer for Escape, which changes nothing. */
  public Sheet cancel(String label, Runnable action) {
    answer(label, action);
    escape = action;
    return this;
  }

  /** What Escape does where no answer is for it. */
  public Sheet onEscape(Runnable action) {
    escape = action;
    return this;
  }

  /** Something beside the answers that does not close the sheet. */
  public Sheet aside(Node node) {
    answers.getChildren().addFirst(node);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    answers.getChildren().add(1, space);
    return this;
  }

  private Button answer(String label, Runnable action) {
    Button button = new Button(label);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> answer(action));
    answers.getChildren().add(button);
    return button;
  }

  private void answer(Runnable action) {
    close.run();
    action.run();
  }

  /** Gives the answer for Enter, unless it cannot be given now. */
  public void accept() {
    answers.getChildren().stream()
        .filter(node -> node instanceof Button button && button.isDefaultButton())
        .findFirst()
        .ifPresent(button -> ((Button) button).fire());
  }

  /** Escape was pressed. */
  public void escape() {
    answer(escape);
  }

  /** What takes the sheet off the screen. */
  public void setOnClose(Runnable close) {
    this.close = close;
  }

  public Region node() {
    return card;
  }

  /** Gives the focus to the first field or choice of the body, else to the answer for Enter. */
  public void requestFocus() {
    Node first = firstFocusable(body);
    if (first == null) {
      first =
          answers.getChildren().stream()
              .filter(node -> node instanceof Button button && button.isDefaultButton())
              .findFirst()
              .orElseGet(() -> answers.getChildren().getLast());
    }
    first.requestFocus();
  }

  private static @org.jspecify.annotations.Nullable Node firstFocusable(Node node) {
    if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
      return node;
    }
    if (node instanceof javafx.scene.Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
