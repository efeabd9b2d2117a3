package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.settings.SettingsView;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import io.github.ingressdesigner.workspace.settings.Settings;
import io.github.ingressdesigner.workspace.settings.Settings.Recent;
import io.github.ingressdesigner.workspace.settings.Settings.Session;
import io.github.ingressdesigner.workspace.settings.SettingsStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Lets the window follow the settings, and remembers in them what a person opened and chose. */
final class SettingsDesk {
  private final SettingsStore store;
  private final AppFolders folders;
  private final Theme theme;
  private Optional<Stage> open = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  SettingsDesk(SettingsStore store, AppFolders folders, Theme theme) {
    this.store = store;
    this.folders = folders;
    this.theme = theme;
    store.addListener(this::apply);
    apply(store.get());
  }

  static Theme.Choice themeOf(Settings settings) {
    return Theme.Choice.valueOf(settings.theme().name());
  }

  /** The controller that a window begins with. */
  Dialect dialect() {
    return Optional.ofNullable(store.get().other().get(SettingsView.DIALECT))
        .flatMap(Dialects::find)
        .orElse(Dialects.SPEC);
  }

  private void apply(Settings settings) {
    theme.choose(themeOf(settings));
    theme.textScaleProperty().set(settings.textScale());
    theme.setReducedMotion(settings.reducedMotion());
  }

  void chooseTheme(Theme.Choice choice) {
    store.update(s -> s.withTheme(Settings.ThemeChoice.valueOf(choice.name())));
  }

  List<Recent> recent() {
    return store.get().recent();
  }

  List<Path> recentPaths() {
    return recent().stream().map(entry -> Path.of(entry.path())).toList();
  }

  /** Told whenever the settings change. */
  void onRecent(Consumer<List<Recent>> show) {
    store.addListener(settings -> show.accept(settings.recent()));
  }

  void clearRecent() {
    store.update(settings -> settings.withRecent(List.of()));
  }

  void opened(Path path) {
    Recent now =
        new Recent(path.toString(), path.toFile().isDirectory(), InstantSource.system().instant());
    store.update(settings -> settings.withOpened(now));
  }

  /** The folder that is open. */
  Optional<Path> lastFolder() {
    return folder;
  }

  void setFolder(Path opened) {
    folder = Optional.of(opened);
  }

  /** What the last session had open, where it shall be restored. */
  List<Path> lastSession() {
    Settings settings = store.get();
    if (!settings.restoreSession()) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    Session session = settings.session();
    session.files().stream().map(Path::of).forEach(paths::add);
    session.folder().map(Path::of).ifPresent(paths::add);
    return paths.stream().filter(path -> path.toFile().exists()).toList();
  }

  /** Which of its files was in view. */
  Optional<Path> lastActive() {
    return store.get().session().active().map(Path::of);
  }

  /** Remembers which files are open; texts that have no file are not among them. */
  void rememberSession(AppModel model) {
    List<FileId> files = model.workspace().files();
    if (!files.isEmpty() && files.stream().allMatch(FileId::isUntitled)) {
      return;
    }
    Session session =
        new Session(
            folder.map(Path::toString).filter(f -> !files.isEmpty()),
            files.stream().filter(f -> !f.isUntitled()).map(FileId::value).toList(),
            model.activeFileProperty().get().filter(f -> !f.isUntitled()).map(FileId::value));
    if (!session.equals(store.get().session())) {
      store.update(settings -> settings.withSession(session));
    }
  }

  /** Shows the settings window, or brings it to the front. */
  void show(Stage owner, Consumer<String> copy) {
    if (open.isPresent()) {
      open.get().toFront();
      open.get().requestFocus();
      return;
    }
    SettingsView view = new SettingsView(store, folders, Dialects.all(), copy);
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(Messages.text("settings.title"));
    Scene scene = new Scene(view.node(), 560, 480);
    theme.install(scene);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setOnHidden(event -> open = Optional.empty());
    open = Optional.of(stage);
    stage.show();
  }

  void close() {
    store.close();
  }
}
