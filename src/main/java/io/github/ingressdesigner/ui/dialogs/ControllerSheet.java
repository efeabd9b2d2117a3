package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings of a controller that change routing, each with what it changes. */
public final class ControllerSheet {
  private final Dialect dialect;
  private final Map<Setting, String> values = new LinkedHashMap<>();
  private final BooleanProperty wrong = new SimpleBooleanProperty();
  private final Map<Setting, Label> problems = new LinkedHashMap<>();

  private ControllerSheet(Dialect dialect) {
    this.dialect = dialect;
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
    if (dialect.settings().isEmpty()) {
      return sheet
          .text(Messages.text("dialogs.controller.none"))
          .cancel(Messages.text("dialogs.close"), () -> {});
    }
    VBox rows = new VBox();
    rows.getStyleClass().add("controller-settings");
    dialect.settings().forEach(setting -> rows.getChildren().add(row(setting)));
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("controller-scroll");
    check();
    return sheet
        .text(where)
        .content(scroll)
        .cancel(Messages.text("dialogs.cancel"), () -> {})
        .accent(Messages.text("dialogs.controller.keep"), () -> keep.accept(config()))
        .acceptUnless(wrong);
  }

  private DialectConfig config() {
    // What is not known here was written by someone who knew more, or another version.
    DialectConfig config = dialect.config();
    for (Map.Entry<Setting, String> entry : values.entrySet()) {
      String key = entry.getKey().key();
      config =
          entry.getValue().isEmpty() ? config.without(key) : config.with(key, entry.getValue());
    }
    return config;
  }

  private Node row(Setting setting) {
    String now = dialect.config().get(setting.key(), "");
    values.put(setting, now);
    Label key = new Label(setting.key());
    key.getStyleClass().addAll("mono", "controller-key");
    Node control =
        switch (setting.kind()) {
          case FLAG -> choice(setting, List.of("true", "false"), now);
          case CHOICE -> choice(setting, setting.choices(), now);
          case NUMBER, TEXT -> field(setting, now);
        };
    key.setLabelFor(control);
    HBox head = new HBox(key, control);
    head.getStyleClass().add("controller-row");
    HBox.setHgrow(key, Priority.ALWAYS);
    key.setMaxWidth(Double.MAX_VALUE);
    Label help = new Label(setting.help());
    help.getStyleClass().add("label-text");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    Label problem = new Label();
    problem.getStyleClass().add("controller-problem");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    problems.put(setting, problem);
    VBox row = new VBox(head, help, problem);
    row.getStyleClass().add("controller-setting");
    return row;
  }

  private ComboBox<String> choice(Setting setting, List<String> choices, String now) {
    String unset = unset(setting);
    ComboBox<String> combo = new ComboBox<>();
    List<String> all = new ArrayList<>();
    all.add(unset);
    all.addAll(choices);
    if (!now.isEmpty() && !all.contains(now)) {
      all.add(now);
    }
    combo.getItems().setAll(all);
    combo.setValue(now.isEmpty() ? unset : now);
    combo.setAccessibleText(setting.key());
    combo.getStyleClass().add("controller-control");
    combo
        .valueProperty()
        .addListener((property, was, is) -> set(setting, is == null || is.equals(unset) ? "" : is));
    return combo;
  }

  private static String unset(Setting setting) {
    return setting.initial().isEmpty()
        ? Messages.text("dialogs.controller.unset")
        : Messages.text("dialogs.controller.default", setting.initial());
  }

  private TextField field(Setting setting, String now) {
    TextField field = new TextField(now);
    field.setPromptText(unset(setting));
    field.setAccessibleText(setting.key());
    field.getStyleClass().add("controller-control");
    field.textProperty().addListener((property, was, is) -> set(setting, is.strip()));
    return field;
  }

  private void set(Setting setting, String value) {
    values.put(setting, value);
    check();
  }

  private void check() {
    boolean any = false;
    for (Map.Entry<Setting, String> entry : values.entrySet()) {
      Optional<String> problem =
          entry.getValue().isEmpty() ? Optional.empty() : entry.getKey().problem(entry.getValue());
      Label label = problems.get(entry.getKey());
      label.setText(problem.orElse(""));
      label.setVisible(problem.isPresent());
      any |= problem.isPresent();
    }
    wrong.set(any);
  }
}
