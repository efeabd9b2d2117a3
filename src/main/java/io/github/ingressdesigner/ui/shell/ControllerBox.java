package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Chooses the controller that decides, or leaves it to the files. */
final class ControllerBox implements ControllerDesk.Choosing {
  /**
   * @param dialect empty: as the files say
   */
  private record Item(Optional<Dialect> dialect) {}

  private static final Item FILES = new Item(Optional.empty());

  private final ComboBox<Item> combo = new ComboBox<>();
  private final Tooltip tooltip = new Tooltip();
  private String deciding = "";
  private boolean showing;

  ControllerBox() {
    combo.getStyleClass().add("toolbar-combo");
    combo.setAccessibleText(Messages.text("shell.toolbar.controller"));
    combo.setTooltip(tooltip);
    combo.setCellFactory(list -> new Cell(false));
    combo.setButtonCell(new Cell(true));
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
  }

  ComboBox<?> node() {
    return combo;
  }

  /**
   * @param choose told at each change by a person; empty: as the files say
   */
  void offer(List<Dialect> dialects, Consumer<Optional<Dialect>> choose) {
    List<Item> items = new ArrayList<>();
    items.add(FILES);
    dialects.forEach(dialect -> items.add(new Item(Optional.of(dialect))));
    combo.getItems().setAll(items);
    combo.setVisibleRowCount(items.size());
    combo.setValue(FILES);
    combo
        .valueProperty()
        .addListener(
            (property, was, is) -> {
              if (!showing && is != null) {
                choose.accept(is.dialect());
              }
            });
  }

  @Override
  public void show(Optional<Dialect> chosen, Dialect now, String reason) {
    showing = true;
    deciding = now.displayName();
    combo.setValue(
        combo.getItems().stream()
            .filter(item -> item.dialect().map(Dialect::id).equals(chosen.map(Dialect::id)))
            .findFirst()
            .orElse(FILES));
    // The cell of the button is drawn anew though its item may be the same.
    combo.setButtonCell(new Cell(true));
    tooltip.setText(deciding + ". " + reason);
    showing = false;
  }

  private final class Cell extends ListCell<Item> {
    private final boolean button;

    Cell(boolean button) {
      this.button = button;
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setText("");
      } else if (button) {
        setText(
            item.dialect().isPresent()
                ? deciding
                : Messages.text("shell.controller.auto", deciding));
      } else {
        setText(
            item.dialect()
                .map(Dialect::displayName)
                .orElseGet(() -> Messages.text("shell.controller.asFiles")));
      }
    }
  }
}
