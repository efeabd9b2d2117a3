package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses one of the two controllers, and its settings for this comparison. */
final class SidePicker {
  private final MenuButton menu = new MenuButton();
  private final Button settings;
  private final HBox box;
  private final CompareDesk desk;
  private final ObjectProperty<Optional<Dialect>> chosen;
  private final Supplier<Dialect> effective;
  private final Tooltip whole = new Tooltip();

  /**
   * @param name of the side, for people
   * @param chosen empty for what counts by itself
   * @param effective what counts
   */
  SidePicker(
      String name,
      CompareDesk desk,
      ObjectProperty<Optional<Dialect>> chosen,
      Supplier<Dialect> effective) {
    this.desk = desk;
    this.chosen = chosen;
    this.effective = effective;
    menu.setOnShowing(event -> menu.getItems().setAll(items()));
    menu.getItems().setAll(items());
    menu.getStyleClass().add("compare-side-menu");
    menu.setAccessibleText(name);
    menu.setTooltip(whole);
    settings =
        Icons.button(
            Feather.SETTINGS, Messages.text("compare.side.settings", name), this::askSettings);
    box = new HBox(menu, settings);
    box.getStyleClass().add("compare-side-box");
  }

  Node node() {
    return box;
  }

  void refresh() {
    Dialect dialect = effective.get();
    menu.setText(Finder.nameOf(dialect));
    whole.setText(Finder.nameOf(dialect));
    settings.setDisable(dialect.settings().isEmpty());
  }

  private void askSettings() {
    Dialect dialect = effective.get();
    desk.askSettings(dialect, config -> chosen.set(Optional.of(dialect.withConfig(config))));
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    MenuItem own = new MenuItem(Messages.text("compare.side.own"));
    own.setOnAction(event -> chosen.set(Optional.empty()));
    items.add(own);
    items.add(new SeparatorMenuItem());
    for (Dialect dialect : desk.controllers()) {
      MenuItem item = new MenuItem(dialect.displayName());
      item.setOnAction(event -> chosen.set(Optional.of(dialect)));
      items.add(item);
    }
    return items;
  }
}
