package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A text of the element with what is known to choose from: anything else can be typed too, as the
 * object may be in no open file. Typing narrows the list.
 */
final class Choice {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ComboBox<String> box = new ComboBox<>();
  private final Label problem = Parts.problem();
  private final VBox node;
  private final Supplier<List<String>> known;
  private final Function<String, Optional<String>> rule;
  private final Consumer<String> commit;
  private String shown = "";
  private boolean showing;

  /**
   * @param known what to choose from, asked when the list opens
   * @param rule why a text cannot be
   * @param commit takes a text that can be, and that differs
   */
  Choice(
      String name,
      Supplier<List<String>> known,
      Function<String, Optional<String>> rule,
      Consumer<String> commit) {
    this.known = known;
    this.rule = rule;
    this.commit = commit;
    Label label = Parts.label(name);
    label.setLabelFor(box);
    box.setEditable(true);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(60);
    box.getStyleClass().addAll("inspector-field", "inspector-choice");
    box.getEditor().getStyleClass().add("mono");
    box.setAccessibleText(name);
    box.setVisibleRowCount(8);
    problem.setGraphic(Sign.ERROR.node(""));
    node = new VBox(label, box, problem);
    node.getStyleClass().add("inspector-entry");
    box.setOnShowing(event -> box.getItems().setAll(fitting()));
    box.getEditor().textProperty().addListener((property, was, is) -> typed());
    box.valueProperty()
        .addListener(
            (property, was, is) -> {
              if (!showing && is != null) {
                write(is);
              }
            });
    box.focusedProperty()
        .addListener(
            (property, was, focused) -> {
              if (!focused) {
                leave();
              }
            });
    box.getEditor().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    check();
  }

  Region node() {
    return node;
  }

  ComboBox<String> box() {
    return box;
  }

  /** Takes the room that is left beside others. */
  Choice grow() {
    HBox.setHgrow(node, javafx.scene.layout.Priority.ALWAYS);
    return this;
  }

  /** Shows what the text says now; what is being typed stays. */
  void show(String value) {
    boolean typing = box.isFocused() && !text().equals(shown);
    shown = value;
    if (!typing && !text().equals(value)) {
      showing = true;
      box.setValue(value);
      box.getEditor().setText(value);
      showing = false;
    }
    check();
  }

  private String text() {
    return Optional.ofNullable(box.getEditor().getText()).orElse("");
  }

  private List<String> fitting() {
    List<String> all = known.get();
    String part = text().strip().toLowerCase(Locale.ROOT);
    List<String> fitting =
        all.stream().filter(value -> value.toLowerCase(Locale.ROOT).contains(part)).toList();
    return text().equals(shown) || fitting.isEmpty() ? all : fitting;
  }

  private void typed() {
    check();
    if (box.isShowing() && !showing) {
      List<String> fitting = fitting();
      if (!fitting.equals(box.getItems())) {
        showing = true;
        String text = text();
        box.getItems().setAll(fitting);
        box.getEditor().setText(text);
        box.getEditor().end();
        showing = false;
      }
    }
  }

  private void check() {
    Optional<String> wrong = text().equals(shown) ? Optional.empty() : rule.apply(text());
    box.pseudoClassStateChanged(WRONG, wrong.isPresent());
    Parts.say(problem, wrong);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !box.isShowing()) {
      write(text());
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !box.isShowing()) {
      box.show();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !box.isShowing() && !text().equals(shown)) {
      box.getEditor().setText(shown);
      event.consume();
    }
  }

  private void leave() {
    if (rule.apply(text()).isPresent()) {
      show(shown);
      box.getEditor().setText(shown);
    } else {
      write(text());
    }
  }

  private void write(String text) {
    if (!text.equals(shown) && rule.apply(text).isEmpty()) {
      commit.accept(text);
    }
  }
}
