package io.github.ingressdesigner.ui.settings;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import io.github.ingressdesigner.workspace.settings.Settings;
import io.github.ingressdesigner.workspace.settings.Settings.ThemeChoice;
import io.github.ingressdesigner.workspace.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Every setting a person can change; each change counts at once. */
public final class SettingsView {
  /** Under this key of {@link Settings#other()} the controller for new windows is kept. */
  public static final String DIALECT = "dialect";

  private static final List<Double> SCALES = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

  private final SettingsStore store;
  private final VBox box = new VBox();

  /**
   * @param copy puts a text on the clipboard
   */
  public SettingsView(
      SettingsStore store, AppFolders folders, List<Dialect> dialects, Consumer<String> copy) {
    this.store = store;
    box.getStyleClass().add("settings");
    box.getChildren()
        .addAll(
            heading("settings.look"),
            row("settings.theme", theme()),
            row("settings.scale", scale()),
            motion(),
            heading("settings.work"),
            row("settings.controller", controller(dialects)),
            session(),
            heading("settings.places"),
            note("settings.places.note"),
            place("settings.place.config", folders.config(), copy),
            place("settings.place.state", folders.state(), copy),
            place("settings.place.cache", folders.cache(), copy));
  }

  public Parent node() {
    return box;
  }

  private HBox theme() {
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox();
    choices.getStyleClass().add("segmented");
    for (ThemeChoice choice : ThemeChoice.values()) {
      ToggleButton button =
          new ToggleButton(Messages.text("settings.theme." + choice.name().toLowerCase()));
      button.setToggleGroup(group);
      button.setUserData(choice);
      button.setId("theme-" + choice.name().toLowerCase());
      button.setSelected(store.get().theme() == choice);
      choices.getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              } else {
                store.update(settings -> settings.withTheme((ThemeChoice) is.getUserData()));
              }
            });
    choices.setMaxWidth(Region.USE_PREF_SIZE);
    return choices;
  }

  private ComboBox<Double> scale() {
    ComboBox<Double> combo =
        combo(SCALES, scale -> Messages.text("settings.scale.percent", Math.round(scale * 100)));
    combo.setValue(store.get().textScale());
    combo
        .valueProperty()
        .addListener((property, was, is) -> store.update(settings -> settings.withTextScale(is)));
    return combo;
  }

  private CheckBox motion() {
    return check(
        "settings.motion", store.get().reducedMotion(), (s, on) -> s.withReducedMotion(on));
  }

  private CheckBox session() {
    return check(
        "settings.session", store.get().restoreSession(), (s, on) -> s.withRestoreSession(on));
  }

  private interface Change {
    Settings apply(Settings settings, boolean on);
  }

  private CheckBox check(String key, boolean on, Change change) {
    CheckBox box = new CheckBox(Messages.text(key));
    box.setSelected(on);
    box.selectedProperty()
        .addListener((property, was, is) -> store.update(settings -> change.apply(settings, is)));
    return box;
  }

  private ComboBox<Dialect> controller(List<Dialect> dialects) {
    ComboBox<Dialect> combo = combo(dialects, Dialect::displayName);
    String chosen = store.get().other().getOrDefault(DIALECT, dialects.getFirst().id());
    combo.setValue(
        dialects.stream()
            .filter(dialect -> dialect.id().equals(chosen))
            .findFirst()
            .orElse(dialects.getFirst()));
    combo
        .valueProperty()
        .addListener(
            (property, was, is) -> store.update(settings -> settings.withOther(DIALECT, is.id())));
    return combo;
  }

  private static <T> ComboBox<T> combo(List<T> values, Function<T, String> text) {
    ComboBox<T> combo = new ComboBox<>();
    combo.getItems().setAll(values);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return Optional.ofNullable(value).map(text).orElse("");
          }

          @Override
          public T fromString(String string) {
            throw new UnsupportedOperationException("values are chosen, not typed: " + string);
          }
        });
    return combo;
  }

  private static Label heading(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().addAll("strong", "settings-heading");
    return label;
  }

  private static Label note(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("label-text");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static HBox row(String key, Node control) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("settings-label");
    label.setLabelFor(control);
    HBox row = new HBox(label, control);
    row.getStyleClass().add("settings-row");
    return row;
  }

  private static HBox place(String key, Path folder, Consumer<String> copy) {
    Label path = new Label(folder.toString());
    path.getStyleClass().addAll("mono", "settings-path");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    HBox row = row(key, path);
    row.getChildren()
        .add(
            Icons.button(
                Feather.COPY,
                Messages.text("settings.copy"),
                () -> copy.accept(folder.toString())));
    return row;
  }
}
