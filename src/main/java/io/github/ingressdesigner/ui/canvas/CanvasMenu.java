package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** The context menu: all gestures of an element with their keys. */
final class CanvasMenu {
  private final CanvasViewModel model;
  private final Consumer<Gesture> run;
  private final ContextMenu menu = new ContextMenu();

  CanvasMenu(CanvasViewModel model, Consumer<Gesture> run) {
    this.model = model;
    this.run = run;
    menu.setId("canvas-menu");
  }

  /** Shows the menu at a point of the screen. */
  void show(Node owner, double screenX, double screenY) {
    menu.getItems().setAll(items());
    menu.show(owner, screenX, screenY);
  }

  /** Shows the menu below the selected element. */
  void showAtSelection(Node owner) {
    showBelow(owner, model.selected(), items());
  }

  /** Offers annotations below the element that they change. */
  void showChips(Node owner, Item item, List<Chip> chips) {
    showBelow(owner, Optional.of(item), chipItems(chips));
  }

  private void showBelow(Node owner, Optional<Item> item, List<MenuItem> items) {
    Box box =
        item.flatMap(model.picture()::boxOf)
            .map(model.camera()::toScreen)
            .orElse(new Box(16, 24, 0, 0));
    Point2D point = owner.localToScreen(box.x() + 12, box.bottom());
    if (point != null) {
      menu.getItems().setAll(items);
      menu.show(owner, point.getX(), point.getY());
    }
  }

  void hide() {
    menu.hide();
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    Optional<Item> selected = model.selected();
    Optional<String> locked = selected.flatMap(model.commands()::locked);
    locked.ifPresent(
        reason -> {
          MenuItem why = new MenuItem(reason);
          why.setDisable(true);
          items.add(why);
          items.add(new SeparatorMenuItem());
        });
    boolean open = locked.isEmpty();
    if (selected.isEmpty()) {
      items.add(item("canvas.menu.addHost", Gesture.ADD_HOST, "Shift+Insert", true));
      items.add(item("canvas.menu.setDefault", Gesture.SET_DEFAULT, "", true));
      items.add(item("canvas.menu.paste", Gesture.PASTE, "Shortcut+V", true));
    } else {
      switch (selected.get()) {
        case Item.Host host -> host(items, open);
        case Item.Row row when Entries.isPath(row.at()) -> path(items, open);
        case Item.Row row -> {
          items.add(item("canvas.menu.editService", Gesture.EDIT, "Enter", open));
          items.add(item("canvas.menu.reroute", Gesture.REROUTE, "R", open));
          items.add(new SeparatorMenuItem());
          items.add(item("canvas.menu.delete", Gesture.DELETE, "Delete", open));
        }
        case Item.Backend backend -> {
          items.add(item("canvas.menu.editService", Gesture.EDIT, "Enter", open));
          items.add(item("canvas.menu.delete", Gesture.DELETE, "Delete", open));
        }
      }
    }
    List<Chip> chips = selected.map(this::chips).orElse(List.of());
    if (!chips.isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.add(
          new Menu(
              Messages.text("canvas.menu.annotations"),
              null,
              chipItems(chips).toArray(MenuItem[]::new)));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.search", Gesture.SEARCH, "Shortcut+F", true));
    items.add(item("canvas.menu.zoom100", Gesture.ZOOM_100, "Shortcut+0", true));
    items.add(item("canvas.menu.fit", Gesture.FIT, "F", true));
    return items;
  }

  private void path(List<MenuItem> items, boolean open) {
    items.add(item("canvas.menu.editPath", Gesture.EDIT, "Enter", open));
    items.add(item("canvas.menu.nextType", Gesture.NEXT_TYPE, "Alt+Right", open));
    items.add(item("canvas.menu.reroute", Gesture.REROUTE, "R", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.addPath", Gesture.ADD_PATH, "Insert", open));
    items.add(item("canvas.menu.duplicate", Gesture.DUPLICATE, "Shortcut+D", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.up", Gesture.UP_IN_FILE, "Alt+Up", open));
    items.add(item("canvas.menu.down", Gesture.DOWN_IN_FILE, "Alt+Down", open));
    items.add(item("canvas.menu.hostAbove", Gesture.TO_HOST_ABOVE, "Alt+Shift+Up", open));
    items.add(item("canvas.menu.hostBelow", Gesture.TO_HOST_BELOW, "Alt+Shift+Down", open));
    items.add(item("canvas.menu.cut", Gesture.CUT, "Shortcut+X", open));
    items.add(item("canvas.menu.copy", Gesture.COPY, "Shortcut+C", true));
    boolean cut = !model.cut().isEmpty();
    String paste = cut ? "canvas.menu.pasteBefore" : "canvas.menu.pasteBehind";
    items.add(item(paste, Gesture.PASTE, "Shortcut+V", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.delete", Gesture.DELETE, "Delete", open));
  }

  private void host(List<MenuItem> items, boolean open) {
    items.add(item("canvas.menu.editHost", Gesture.EDIT, "Enter", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.addPath", Gesture.ADD_PATH, "Insert", open));
    items.add(item("canvas.menu.addHost", Gesture.ADD_HOST, "Shift+Insert", true));
    items.add(item("canvas.menu.setDefault", Gesture.SET_DEFAULT, "", true));
    items.add(item("canvas.menu.duplicate", Gesture.DUPLICATE, "Shortcut+D", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.up", Gesture.UP_IN_FILE, "Alt+Up", open));
    items.add(item("canvas.menu.down", Gesture.DOWN_IN_FILE, "Alt+Down", open));
    items.add(item("canvas.menu.copy", Gesture.COPY, "Shortcut+C", true));
    items.add(item("canvas.menu.paste", Gesture.PASTE, "Shortcut+V", open));
    items.add(new SeparatorMenuItem());
    items.add(item("canvas.menu.delete", Gesture.DELETE, "Delete", open));
  }

  private List<Chip> chips(Item item) {
    return switch (item) {
      case Item.Host host ->
          model.picture().host(host.name()).map(h -> h.node().chips()).orElse(List.of());
      case Item.Row row ->
          model
              .picture()
              .row(row.at())
              .map(r -> r.row() instanceof PathNode path ? path.chips() : List.<Chip>of())
              .orElse(List.of());
      case Item.Backend _ -> List.of();
    };
  }

  private List<MenuItem> chipItems(List<Chip> chips) {
    return chips.stream()
        .map(
            chip -> {
              MenuItem item = new MenuItem(chip.label());
              item.setMnemonicParsing(false);
              item.setOnAction(event -> model.showText(chip.at()));
              return item;
            })
        .toList();
  }

  private MenuItem item(String key, Gesture gesture, String keys, boolean enabled) {
    MenuItem item = new MenuItem(Messages.text(key));
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(!enabled);
    item.setOnAction(event -> run.accept(gesture));
    return item;
  }
}
