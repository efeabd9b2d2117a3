package io.github.ingressdesigner.ui.common;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A file of a list that can be ticked: a check box, its name and a word on its state. */
public final class TickCell<T> extends ListCell<T> {
  /**
   * What a cell shows.
   *
   * @param isFixed whether its tick cannot be changed
   * @param spoken the same for screen readers
   */
  public record Shown(
      String name, String state, boolean isTicked, boolean isFixed, String spoken) {}

  private final Function<T, Shown> shown;
  private final CheckBox box = new CheckBox();
  private final Label name = new Label();
  private final Label state = new Label();
  private final HBox row = new HBox(box, name, state);

  /**
   * @param tick told when a tick is set or taken away by the mouse
   */
  public TickCell(Function<T, Shown> shown, BiConsumer<T, Boolean> tick) {
    this.shown = shown;
    row.getStyleClass().add("commit-row");
    state.getStyleClass().add("small-text");
    state.setMinWidth(Region.USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    HBox.setHgrow(name, Priority.ALWAYS);
    setPrefWidth(0);
    box.setFocusTraversable(false);
    box.setOnAction(event -> tick.accept(getItem(), box.isSelected()));
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    Shown now = shown.apply(item);
    box.setSelected(now.isTicked());
    box.setDisable(now.isFixed());
    name.setText(now.name());
    state.setText(now.state());
    setAccessibleText(now.spoken());
    setGraphic(row);
  }
}
