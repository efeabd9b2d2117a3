package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The field for searching the drawing: what is not found is dimmed, never hidden. */
final class SearchBar {
  private final CanvasViewModel model;
  private final Runnable giveFocusBack;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final HBox box = new HBox();

  /**
   * @param giveFocusBack to the drawing
   */
  SearchBar(CanvasViewModel model, Runnable giveFocusBack) {
    this.model = model;
    this.giveFocusBack = giveFocusBack;
    field.setId("graph-search");
    field.setPromptText(Messages.text("canvas.search.prompt"));
    field.setAccessibleText(Messages.text("canvas.search.name"));
    field.setTooltip(new Tooltip(Messages.text("canvas.search.help")));
    HBox.setHgrow(field, Priority.SOMETIMES);
    field.setPrefWidth(300);
    field.setMaxWidth(330);
    field.setMinWidth(120);
    count.getStyleClass().add("canvas-search-count");
    count.setMinWidth(0);
    count.setId("graph-search-count");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label(Messages.text("canvas.search.keys"));
    keys.getStyleClass().add("canvas-search-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    box.getStyleClass().add("canvas-search");
    box.getChildren()
        .addAll(
            Icons.of(Feather.SEARCH, 16),
            field,
            count,
            space,
            keys,
            Icons.button(
                Feather.CHEVRON_UP, Messages.text("canvas.search.previous"), () -> step(-1)),
            Icons.button(Feather.CHEVRON_DOWN, Messages.text("canvas.search.next"), () -> step(1)),
            Icons.button(Feather.X, Messages.text("canvas.search.close"), this::close));
    field.textProperty().addListener((property, was, is) -> search());
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show(false);
  }

  Region node() {
    return box;
  }

  void open() {
    show(true);
    field.requestFocus();
    field.selectAll();
    search();
  }

  void close() {
    boolean focused = box.isFocusWithin();
    show(false);
    model.search(Query.of(""));
    if (focused) {
      giveFocusBack.run();
    }
  }

  boolean isOpen() {
    return box.isVisible();
  }

  private void show(boolean shown) {
    box.setVisible(shown);
    box.setManaged(shown);
  }

  private void search() {
    model.search(Query.of(field.getText()));
    tell();
  }

  void step(int by) {
    model.stepFound(by);
    tell();
  }

  /** Tells again how many there are: the text may have changed. */
  void tell() {
    int rows = model.found().map(found -> found.rows().size()).orElse(0);
    int at = model.found().map(Found::at).orElse(-1);
    String text =
        model.found().isEmpty()
            ? ""
            : at < 0
                ? Messages.text("canvas.search.found", rows)
                : Messages.text("canvas.search.at", at + 1, rows);
    count.setText(text);
    count.setAccessibleText(text);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
      event.consume();
      if (model.found().flatMap(Found::current).isEmpty()) {
        step(1);
      }
      model.goToFound();
      giveFocusBack.run();
    } else if (event.getCode() == KeyCode.F3 || isArrow(event)) {
      event.consume();
      step(event.isShiftDown() || event.getCode() == KeyCode.UP ? -1 : 1);
    }
  }

  private boolean isArrow(KeyEvent event) {
    return event.getTarget() == field
        && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN);
  }
}
