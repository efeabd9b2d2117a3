package io.github.ingressdesigner.ui.canvas;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A list of known values below a field: typing filters it, arrows and clicks put a value into the
 * field.
 */
final class Suggestions {
  private static final int MOST_ROWS = 6;
  private static final double ROW = 26;

  private final TextField field;
  private final Supplier<List<String>> known;
  private final ListView<String> list = new ListView<>();
  private boolean taking;

  /**
   * @param onChange told the text of the field whenever it changes
   */
  Suggestions(TextField field, Supplier<List<String>> known, Consumer<String> onChange) {
    this.field = field;
    this.known = known;
    list.getStyleClass().add("canvas-suggestions");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setMinHeight(0);
    field
        .textProperty()
        .addListener(
            (property, was, is) -> {
              if (!taking) {
                filter(is);
              }
              onChange.accept(is);
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(event -> take(list.getSelectionModel().getSelectedItem()));
    field.focusedProperty().addListener((property, was, is) -> show(is));
    filter("");
    show(field.isFocused());
  }

  private void show(boolean wanted) {
    boolean visible = wanted && !list.getItems().isEmpty();
    list.setVisible(visible);
    list.setManaged(visible);
  }

  ListView<String> node() {
    return list;
  }

  private void filter(String typed) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    List<String> all = known.get();
    List<String> fitting =
        all.stream().filter(value -> value.toLowerCase(Locale.ROOT).contains(part)).toList();
    boolean chosen = all.contains(typed);
    list.getItems().setAll(chosen || fitting.isEmpty() ? all : fitting);
    double height = Math.min(MOST_ROWS, list.getItems().size()) * ROW + 2;
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    show(field.isFocused());
  }

  private void key(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (by == 0 || event.isAltDown() || list.getItems().isEmpty()) {
      return;
    }
    int now = list.getItems().indexOf(field.getText());
    int next = now < 0 ? (by > 0 ? 0 : list.getItems().size() - 1) : now + by;
    if (next >= 0 && next < list.getItems().size()) {
      take(list.getItems().get(next));
    }
    event.consume();
  }

  private void take(String value) {
    if (value == null) {
      return;
    }
    taking = true;
    field.setText(value);
    field.positionCaret(value.length());
    taking = false;
    list.getSelectionModel().select(value);
    list.scrollTo(value);
    field.requestFocus();
  }
}
