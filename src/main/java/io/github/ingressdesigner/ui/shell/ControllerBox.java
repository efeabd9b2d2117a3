package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.shell.ControllerState.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Shows which controller decides and who says so; its menu chooses another one. */
final class ControllerBox implements ControllerDesk.Choosing {
  private final Commands commands;
  private final MenuButton button = new MenuButton();
  private final Label name = new Label();
  private final Label origin = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final Button settings;
  private final Region mark = new Region();
  private final StackPane settingsBox;
  private List<Dialect> dialects = List.of();
  private Consumer<Optional<Dialect>> choose = dialect -> {};
  private Consumer<Boolean> keep = kept -> {};

  ControllerBox(Commands commands) {
    this.commands = commands;
    name.getStyleClass().add("controller-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    origin.getStyleClass().add("controller-origin");
    HBox text = new HBox(name, origin);
    text.getStyleClass().add("controller-text");
    button.setGraphic(text);
    button.getStyleClass().add("controller-button");
    button.setTooltip(tooltip);
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
    settings = Icons.button(Feather.SLIDERS, "", () -> commands.run("controllerSettings"));
    mark.getStyleClass().add("controller-mark");
    mark.setMouseTransparent(true);
    mark.setVisible(false);
    settingsBox = new StackPane(settings, mark);
    settingsBox.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(mark, Pos.TOP_RIGHT);
  }

  MenuButton node() {
    return button;
  }

  /** The button of the settings, with a mark where they are not the defaults. */
  Node settingsNode() {
    return settingsBox;
  }

  /**
   * @param choose told at each choice of a person; empty: as the files say
   * @param keep told whether the settings file shall name the one that decides
   */
  void offer(List<Dialect> dialects, Consumer<Optional<Dialect>> choose, Consumer<Boolean> keep) {
    this.dialects = dialects;
    this.choose = choose;
    this.keep = keep;
  }

  /** Opens the menu. */
  void open() {
    button.requestFocus();
    button.show();
  }

  @Override
  public void show(ControllerState state) {
    name.setText(state.deciding().displayName());
    origin.setText(originText(state));
    tooltip.setText(
        state.deciding().displayName()
            + ". "
            + state.reason()
            + "  "
            + KeyMap.text("chooseController"));
    button.setAccessibleText(
        String.join(
            ", ", Messages.text("shell.toolbar.controller"), name.getText(), origin.getText()));
    button.getItems().setAll(items(state));
    showMark(state.changed());
  }

  private static String originText(ControllerState state) {
    if (!state.standsFor().isEmpty()) {
      return Messages.text("shell.controller.standsFor", state.standsFor());
    }
    return Messages.text(
        switch (state.origin()) {
          case PERSON -> "shell.controller.byYou";
          case SETTINGS_FILE -> "shell.controller.bySettings";
          case FILES -> "shell.controller.byFiles";
          case PREFERENCE -> "shell.controller.byDefault";
        });
  }

  private void showMark(List<String> changed) {
    mark.setVisible(!changed.isEmpty());
    String title = commands.get("controllerSettings").title();
    String text =
        changed.isEmpty()
            ? title
            : Messages.text(
                "shell.controller.changed", title, changed.size(), String.join(", ", changed));
    settings.setAccessibleText(text);
    settings.getTooltip().setText(text + "  " + KeyMap.text("controllerSettings"));
  }

  private List<MenuItem> items(ControllerState state) {
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    items.add(
        radio(
            group,
            Messages.text("shell.controller.asFiles", state.byFiles().displayName()),
            state.origin() != Origin.PERSON,
            () -> choose.accept(Optional.empty())));
    items.add(new SeparatorMenuItem());
    for (Dialect dialect : dialects) {
      boolean chosen =
          state.origin() == Origin.PERSON && dialect.id().equals(state.deciding().id());
      items.add(
          radio(group, dialect.displayName(), chosen, () -> choose.accept(Optional.of(dialect))));
    }
    items.add(new SeparatorMenuItem());
    CheckMenuItem kept = new CheckMenuItem(Messages.text("shell.controller.keep"));
    kept.setMnemonicParsing(false);
    kept.setSelected(state.kept());
    kept.setDisable(!state.canKeep());
    kept.setOnAction(event -> keep.accept(!state.kept()));
    items.add(kept);
    items.add(new SeparatorMenuItem());
    items.add(command("controllerSettings"));
    items.add(command("showControllers"));
    return items;
  }

  private static RadioMenuItem radio(
      ToggleGroup group, String text, boolean selected, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(selected);
    item.setOnAction(event -> action.run());
    return item;
  }

  private MenuItem command(String id) {
    MenuItem item = new MenuItem(commands.get(id).title());
    KeyMap.of(id).stream().findFirst().ifPresent(item::setAccelerator);
    item.setOnAction(event -> commands.run(id));
    return item;
  }
}
