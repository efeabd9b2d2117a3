package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** The settings of a controller that change routing, each with what it changes. */
public final class ControllerSheet {
  /** With fewer settings all are in view, and there is nothing to search. */
  private static final int SEARCHED_FROM = 6;

  private final Dialect dialect;
  private DialectConfig config;
  private final List<SettingRow> rows = new ArrayList<>();
  private final BooleanProperty wrong = new SimpleBooleanProperty();
  private final Button reset = new Button(Messages.text("dialogs.controller.resetAll"));
  private final Label none = new Label(Messages.text("dialogs.controller.noMatch"));

  private ControllerSheet(Dialect dialect) {
    this.dialect = dialect;
    config = dialect.config();
  }

  /**
   * @param where says where the settings are kept
   * @param keep takes what is set; what is left to the controller is not in it
   */
  public static Sheet create(Dialect dialect, String where, Consumer<DialectConfig> keep) {
    return new ControllerSheet(dialect).create(where, keep);
  }

  private Sheet create(String where, Consumer<DialectConfig> keep) {
    Sheet sheet =
        new Sheet(Messages.text("dialogs.controller.title", dialect.displayName())).wide();
    List<String> unknown = unknown();
    if (dialect.settings().isEmpty() && unknown.isEmpty()) {
      return sheet
          .text(Messages.text("dialogs.controller.none"))
          .accent(Messages.text("dialogs.close"), () -> {})
          .onEscape(() -> {});
    }
    VBox list = new VBox();
    list.getStyleClass().add("controller-settings");
    for (Setting setting : dialect.settings()) {
      SettingRow row = new SettingRow(setting, config.get(setting.key(), ""), this::set);
      rows.add(row);
      list.getChildren().add(row.node());
    }
    none.getStyleClass().add("label-text");
    show(none, false);
    list.getChildren().add(none);
    if (!unknown.isEmpty()) {
      list.getChildren().add(unknown(unknown));
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("controller-scroll");
    if (rows.size() >= SEARCHED_FROM) {
      sheet.content(search());
    }
    reset.setOnAction(event -> rows.forEach(SettingRow::reset));
    check();
    return sheet
        .content(scroll)
        .text(where)
        .aside(reset)
        .cancel(Messages.text("dialogs.cancel"), () -> {})
        .accent(Messages.text("dialogs.controller.keep"), () -> keep.accept(config))
        .acceptUnless(wrong);
  }

  private Node search() {
    CustomTextField field = new CustomTextField();
    field.setLeft(Icons.of(Feather.SEARCH, 14));
    field.setPromptText(Messages.text("dialogs.controller.search"));
    field.getStyleClass().add("controller-search");
    field.textProperty().addListener((property, was, is) -> narrow(is));
    return field;
  }

  private void narrow(String typed) {
    List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    boolean any = false;
    for (SettingRow row : rows) {
      boolean shown = row.holds(words);
      show(row.node(), shown);
      any |= shown;
    }
    show(none, !any);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private List<String> unknown() {
    Set<String> known =
        dialect.settings().stream().map(Setting::key).collect(Collectors.toUnmodifiableSet());
    return config.values().keySet().stream().filter(key -> !known.contains(key)).toList();
  }

  /** What the file holds and this controller does not know; it stays until it is removed. */
  private Node unknown(List<String> keys) {
    Label title = new Label(Messages.text("dialogs.controller.unknown"));
    title.getStyleClass().add("strong");
    VBox box = new VBox(title);
    box.getStyleClass().add("controller-unknown");
    for (String key : keys) {
      Label text = new Label(key + ": " + config.get(key, ""));
      text.getStyleClass().addAll("mono", "controller-unknown-key");
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox row = new HBox(text);
      row.getStyleClass().add("controller-row");
      row.getChildren()
          .add(
              Icons.button(
                  Feather.TRASH_2,
                  Messages.text("dialogs.controller.remove", key),
                  () -> {
                    config = config.without(key);
                    box.getChildren().remove(row);
                    show(box, box.getChildren().size() > 1);
                  }));
      box.getChildren().add(row);
    }
    return box;
  }

  private void set(Setting setting, String value) {
    config = value.isEmpty() ? config.without(setting.key()) : config.with(setting.key(), value);
    check();
  }

  private void check() {
    wrong.set(rows.stream().anyMatch(SettingRow::isWrong));
    reset.setDisable(rows.stream().noneMatch(SettingRow::isChanged));
  }

  /** Keeps the place of a control that is not always there. */
  static StackPane slot(Region node) {
    StackPane slot = new StackPane(node);
    slot.getStyleClass().add("controller-slot");
    return slot;
  }
}
