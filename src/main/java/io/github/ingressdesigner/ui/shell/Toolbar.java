package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The row of 44 pixels at the top: files, history, controller, find action. */
final class Toolbar {
  private final HBox bar = new HBox();
  private final Commands commands;
  private final MenuButton open;
  private final Button save;
  private final Button undo;
  private final Button redo;
  private final ControllerBox controller;
  private final HBox cluster = new HBox();

  Toolbar(Commands commands, OpenMenu menu) {
    this.commands = commands;
    open = new MenuButton(Messages.text("shell.toolbar.open"), Icons.of(Feather.FOLDER, 16));
    open.getStyleClass().add("flat");
    open.setOnShowing(event -> open.getItems().setAll(menu.items()));
    open.getItems().setAll(menu.items());
    save = new Button(Messages.text("shell.toolbar.save"), Icons.of(Feather.SAVE, 16));
    save.getStyleClass().add("flat");
    save.setOnAction(event -> commands.run("save"));
    save.setTooltip(new Tooltip(withKeys(commands.get("save").title(), "save")));
    undo = Icons.button(Feather.ROTATE_CCW, "", () -> commands.run("undo"));
    redo = Icons.button(Feather.ROTATE_CW, "", () -> commands.run("redo"));
    controller = new ControllerBox(commands);
    bar.getStyleClass().add("toolbar");
    bar.getChildren()
        .addAll(
            open,
            save,
            separator(),
            undo,
            redo,
            separator(),
            controllerLabel(),
            controller.node(),
            controller.settingsNode(),
            separator(),
            cluster,
            space(),
            findAction());
    showHistory(Optional.empty(), Optional.empty());
  }

  Node node() {
    return bar;
  }

  /**
   * Shows where the cluster is chosen, and beside it what one does with it.
   *
   * @param box the choice
   */
  void showCluster(Node box) {
    cluster.getStyleClass().add("toolbar-cluster");
    cluster
        .getChildren()
        .setAll(box, action(Feather.DOWNLOAD, "pull"), action(Feather.UPLOAD_CLOUD, "apply"));
  }

  private Button action(Feather icon, String command) {
    String title = commands.get(command).title();
    Button button = Icons.button(icon, title, () -> commands.run(command));
    button.getTooltip().setText(withKeys(title, command));
    return button;
  }

  /** Where the controller is chosen. */
  ControllerBox controller() {
    return controller;
  }

  /** What undo and redo would do. */
  void showHistory(Optional<String> undoLabel, Optional<String> redoLabel) {
    show(undo, "undo", undoLabel);
    show(redo, "redo", redoLabel);
  }

  /** On the start page there is nothing to undo, so the buttons are away. */
  void setFileOpen(boolean fileOpen) {
    for (Node node : List.of(undo, redo, bar.getChildren().get(5))) {
      node.setVisible(fileOpen);
      node.setManaged(fileOpen);
    }
  }

  void setSaveEnabled(boolean enabled) {
    save.setDisable(!enabled);
  }

  private void show(Button button, String command, Optional<String> label) {
    button.setDisable(label.isEmpty());
    String text =
        label
            .map(what -> Messages.text("shell.toolbar." + command + ".what", what))
            .orElseGet(() -> Messages.text("shell.toolbar." + command + ".nothing"));
    button.getTooltip().setText(withKeys(text, command));
    button.setAccessibleText(text);
  }

  private String withKeys(String text, String command) {
    return text + "  " + KeyMap.text(command);
  }

  private Label controllerLabel() {
    Label label = new Label(Messages.text("shell.toolbar.controller"));
    label.getStyleClass().add("toolbar-label");
    label.setLabelFor(controller.node());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Button findAction() {
    HBox content = new HBox();
    Label text = new Label(Messages.text("shell.toolbar.find"));
    Label keys = new Label(KeyMap.text("palette"));
    keys.getStyleClass().add("key-hint");
    text.getStyleClass().add("find-action-text");
    content.getStyleClass().add("find-action-row");
    content.getChildren().addAll(Icons.of(Feather.SEARCH, 14), text, space(), keys);
    Button find = new Button("", content);
    find.getStyleClass().add("find-action");
    find.setAccessibleText(text.getText());
    find.setOnAction(event -> commands.run("palette"));
    return find;
  }

  private static Separator separator() {
    Separator separator = new Separator(Orientation.VERTICAL);
    separator.getStyleClass().add("toolbar-separator");
    return separator;
  }

  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
