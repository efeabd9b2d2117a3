package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * A text of the element under its name. What cannot be is told while it is typed, and never
 * written; Enter or leaving the field writes, Escape takes back.
 */
final class Entry {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final CustomTextField field = new CustomTextField();
  private final Label problem = Parts.problem();
  private final VBox node;
  private final Function<String, Optional<String>> rule;
  private final Consumer<String> commit;
  private String shown = "";

  /**
   * @param rule why a text cannot be
   * @param commit takes a text that can be, and that differs
   */
  Entry(String name, Function<String, Optional<String>> rule, Consumer<String> commit) {
    this.rule = rule;
    this.commit = commit;
    Label label = Parts.label(name);
    label.setLabelFor(field);
    field.getStyleClass().addAll("mono", "inspector-field");
    field.setAccessibleText(name);
    node = new VBox(label, field, problem);
    node.getStyleClass().add("inspector-entry");
    field.textProperty().addListener((property, was, is) -> check());
    field
        .focusedProperty()
        .addListener(
            (property, was, focused) -> {
              if (!focused) {
                leave();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    check();
  }

  Entry prompt(String text) {
    field.setPromptText(text);
    return this;
  }

  Region node() {
    return node;
  }

  CustomTextField field() {
    return field;
  }

  /** Shows what the text says now; what is being typed stays. */
  void show(String value) {
    boolean typing = field.isFocused() && !field.getText().equals(shown);
    shown = value;
    if (!typing && !field.getText().equals(value)) {
      field.setText(value);
    }
    check();
  }

  private void check() {
    Optional<String> wrong =
        field.getText().equals(shown) ? Optional.empty() : rule.apply(field.getText());
    field.pseudoClassStateChanged(WRONG, wrong.isPresent());
    field.setRight(wrong.map(Sign.ERROR::node).orElse(null));
    Parts.say(problem, wrong);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      write();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
      field.setText(shown);
      event.consume();
    }
  }

  /** A wrong text must not look as if it were written. */
  private void leave() {
    if (rule.apply(field.getText()).isPresent()) {
      field.setText(shown);
    } else {
      write();
    }
  }

  private void write() {
    String text = field.getText();
    if (!text.equals(shown) && rule.apply(text).isEmpty()) {
      commit.accept(text);
    }
  }
}
