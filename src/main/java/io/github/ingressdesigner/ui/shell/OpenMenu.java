package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What the button "Open" offers. */
final class OpenMenu {
  private static final int RECENT = 10;

  private final Commands commands;
  private final Supplier<List<Path>> recent;
  private final Consumer<Path> openRecent;

  OpenMenu(Commands commands, Supplier<List<Path>> recent, Consumer<Path> openRecent) {
    this.commands = commands;
    this.recent = recent;
    this.openRecent = openRecent;
  }

  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("openFiles", Feather.FILE_TEXT));
    items.add(item("openFolder", Feather.FOLDER));
    items.add(item("newFile", Feather.FILE_PLUS));
    items.add(item("openSample", Feather.GIT_COMMIT));
    List<Path> paths = recent.get();
    if (!paths.isEmpty()) {
      items.add(new SeparatorMenuItem());
      Menu menu = new Menu(Messages.text("shell.menu.recent"), Icons.of(Feather.CLOCK, 14));
      paths.stream().limit(RECENT).forEach(path -> menu.getItems().add(recentItem(path)));
      menu.getItems().addAll(new SeparatorMenuItem(), item("clearRecent", Feather.X));
      items.add(menu);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("saveAs", Feather.SAVE));
    items.add(item("saveAll", Feather.SAVE));
    items.add(item("closeFile", Feather.X));
    items.add(new SeparatorMenuItem());
    items.add(item("replay", Feather.REWIND));
    items.add(item("exportSvg", Feather.IMAGE));
    items.add(item("exportPng", Feather.IMAGE));
    items.add(new SeparatorMenuItem());
    items.add(item("settings", Feather.SETTINGS));
    items.add(item("quit", Feather.LOG_OUT));
    return items;
  }

  private MenuItem item(String id, Feather icon) {
    Command command = commands.get(id);
    MenuItem item = new MenuItem(command.title(), Icons.of(icon, 14));
    KeyMap.of(id).stream().findFirst().ifPresent(item::setAccelerator);
    item.setDisable(!command.isEnabled());
    item.setOnAction(event -> commands.run(id));
    return item;
  }

  private MenuItem recentItem(Path path) {
    MenuItem item = new MenuItem(Paths.shown(path));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> openRecent.accept(path));
    return item;
  }
}
