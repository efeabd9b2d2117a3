package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One setting: its key, what it changes, its value, its default and the way back to that. */
final class SettingRow {
  private final Setting setting;
  private final BiConsumer<Setting, String> changed;
  private final HBox row = new HBox();
  private final Label mark = new Label(Messages.text("dialogs.controller.changed"));
  private final Label problem = new Label();
  private final Button reset;
  private final Runnable showDefault;
  private String value;

  /**
   * @param value empty where it is not set
   * @param changed told the value after each change; empty: not set
   */
  SettingRow(Setting setting, String value, BiConsumer<Setting, String> changed) {
    this.setting = setting;
    this.value = value;
    this.changed = changed;
    reset =
        Icons.button(
            Feather.ROTATE_CCW,
            Messages.text("dialogs.controller.reset", setting.key()),
            this::reset);
    Label key = new Label(setting.key());
    key.getStyleClass().addAll("mono", "controller-key");
    mark.getStyleClass().addAll("badge", "changed");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(key, mark);
    head.getStyleClass().add("controller-head");
    Label help = wrapping(setting.help(), "label-text");
    VBox words = new VBox(head, help);
    words.getStyleClass().add("controller-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Entry entry =
        switch (setting.kind()) {
          case FLAG -> flag();
          case CHOICE -> choice();
          case NUMBER, TEXT -> field();
        };
    showDefault = entry.showDefault();
    Control control = entry.control();
    key.setLabelFor(control);
    control.setAccessibleText(setting.key());
    control.setAccessibleHelp(setting.help());
    control.getStyleClass().add("controller-control");
    Label initial = wrapping(initialText(), "small-text");
    problem.getStyleClass().add("controller-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    VBox side = new VBox(control, initial, problem);
    side.getStyleClass().add("controller-side");
    row.getChildren().addAll(words, side, ControllerSheet.slot(reset));
    row.getStyleClass().add("controller-setting");
    show();
  }

  private String initialText() {
    if (setting.kind() == Setting.Kind.FLAG) {
      return Messages.text(
          "dialogs.controller.default",
          Messages.text(initialFlag() ? "dialogs.controller.on" : "dialogs.controller.off"));
    }
    return setting.initial().isEmpty()
        ? Messages.text("dialogs.controller.unset")
        : Messages.text("dialogs.controller.default", setting.initial());
  }

  private static Label wrapping(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private boolean initialFlag() {
    return isOn(setting.initial(), false);
  }

  private boolean isOn(String text, boolean otherwise) {
    return DialectConfig.of(setting.key(), text).isOn(setting.key(), otherwise);
  }

  /** Where the value is entered, and how it shows the default. */
  private record Entry(Control control, Runnable showDefault) {}

  private Entry flag() {
    CheckBox box = new CheckBox(Messages.text("dialogs.controller.on"));
    box.setSelected(isOn(value, initialFlag()));
    box.selectedProperty().addListener((property, was, is) -> set(Boolean.toString(is)));
    return new Entry(box, () -> box.setSelected(initialFlag()));
  }

  private Entry choice() {
    ComboBox<String> combo = new ComboBox<>();
    List<String> all = new ArrayList<>(setting.choices());
    if (!value.isEmpty() && !all.contains(value)) {
      all.add(value);
    }
    combo.getItems().setAll(all);
    combo.setValue(value.isEmpty() ? setting.initial() : value);
    combo
        .valueProperty()
        .addListener((property, was, is) -> set(Optional.ofNullable(is).orElse("")));
    return new Entry(combo, () -> combo.setValue(setting.initial()));
  }

  private Entry field() {
    TextField field = new TextField(value);
    field.setPromptText(setting.initial());
    field.textProperty().addListener((property, was, is) -> set(is.strip()));
    return new Entry(field, () -> field.setText(""));
  }

  private void set(String typed) {
    value = setting.isInitial(typed) ? "" : typed;
    show();
    changed.accept(setting, value);
  }

  private void show() {
    boolean different = isChanged();
    mark.setVisible(different);
    // A value that is written although it is the default can be taken out of the file too.
    reset.setVisible(!value.isEmpty());
    Optional<String> wrong = wrong();
    problem.setText(wrong.orElse(""));
    problem.setVisible(wrong.isPresent());
    problem.setManaged(wrong.isPresent());
  }

  Node node() {
    return row;
  }

  /** Leaves it to the controller. */
  void reset() {
    showDefault.run();
    set("");
  }

  boolean isChanged() {
    return !value.isEmpty() && !setting.isInitial(value);
  }

  boolean isWrong() {
    return wrong().isPresent();
  }

  private Optional<String> wrong() {
    return value.isEmpty() ? Optional.empty() : setting.problem(value);
  }

  /** Whether key or help hold all the words, which are in lower case. */
  boolean holds(List<String> words) {
    String text = (setting.key() + " " + setting.help()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
