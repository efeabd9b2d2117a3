package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** The menu of a line; filled when it is about to be shown. */
public final class RowMenu {
  /** What the shell does with files. */
  public interface FileActions {
    /** Opens a file of the folder. */
    void open(FileId file);

    void save(FileId file);

    void close(FileId file);
  }

  private final TreeView<Row> tree;
  private final AppModel model;
  private final FileActions actions;

  RowMenu(TreeView<Row> tree, AppModel model, FileActions actions) {
    this.tree = tree;
    this.model = model;
    this.actions = actions;
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> menu.getItems().setAll(items()));
    tree.setContextMenu(menu);
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    Optional<Row> selected =
        Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    if (selected.isEmpty()) {
      return List.of(disabled("explorer.menu.none"));
    }
    Row row = selected.get();
    row.at()
        .flatMap(model.feed().current()::rangeOf)
        .ifPresent(
            range ->
                items.add(
                    item("explorer.menu.reveal", () -> model.actions().reveal(row.file(), range))));
    switch (row.kind()) {
      case FILE -> {
        items.add(item("explorer.menu.save", () -> actions.save(row.file())));
        items.add(item("explorer.menu.close", () -> actions.close(row.file())));
        items.add(item("explorer.menu.copyFile", () -> model.actions().copy(row.file().value())));
      }
      case CLOSED_FILE -> {
        items.add(item("explorer.menu.open", () -> actions.open(row.file())));
        items.add(item("explorer.menu.copyFile", () -> model.actions().copy(row.file().value())));
      }
      case INGRESS, HOST, PATH -> items.add(copyText(row));
      case DEFAULT_BACKEND, KIND -> {}
    }
    row.at()
        .ifPresent(
            at ->
                items.add(
                    item(
                        "explorer.menu.copyField",
                        () -> model.actions().copy(at.path().toString()))));
    return items;
  }

  private MenuItem copyText(Row row) {
    return item("explorer.menu.copyText", () -> model.actions().copy(row.text()));
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem disabled(String key) {
    MenuItem item = item(key, () -> {});
    item.setDisable(true);
    return item;
  }
}
