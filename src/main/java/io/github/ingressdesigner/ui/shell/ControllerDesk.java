package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.ControllerChoice;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.ControllerSheet;
import io.github.ingressdesigner.ui.shell.ControllerState.Origin;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.routing.RoutingFile;
import io.github.ingressdesigner.workspace.routing.RoutingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which controller decides in this window: the one that a person chose, else the one of the
 * settings file beside the manifests, else what the files tell, else the one that a person prefers.
 * Switching is for looking and is not kept; settings are kept in the file.
 */
final class ControllerDesk {
  private static final String NOTICE = "controller";

  private final AppModel model;
  private final MainWindow window;
  private final Threads threads;
  private final Supplier<Dialect> preferred;
  private final RoutingFile store = new RoutingFile(new FileStore());
  private Resources seen = Resources.NONE;
  private ControllerChoice told = ControllerChoice.of(Resources.NONE);
  private RoutingSettings settings = RoutingSettings.NONE;
  private Optional<Path> folder = Optional.empty();
  private Optional<Path> file = Optional.empty();
  private Optional<Dialect> chosen = Optional.empty();
  private Optional<Choosing> toolbar = Optional.empty();
  private int writing;

  /** Where a person chooses. */
  interface Choosing {
    void show(ControllerState state);
  }

  /**
   * Follows the model from now on.
   *
   * @param preferred what decides where nothing tells
   */
  ControllerDesk(AppModel model, MainWindow window, Threads threads, Supplier<Dialect> preferred) {
    this.model = model;
    this.window = window;
    this.threads = threads;
    this.preferred = preferred;
    model.snapshotProperty().addListener((property, was, is) -> read(is.resources()));
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {}

              @Override
              public void filesChanged() {
                followFolder();
              }
            });
  }

  void connect(Choosing shown) {
    toolbar = Optional.of(shown);
    apply();
  }

  /** Looks what the files tell, off the JavaFX thread; the newest wins. */
  private void read(Resources resources) {
    if (resources != seen) {
      seen = resources;
      threads
          .analysis()
          .execute(
              () -> {
                ControllerChoice now = ControllerChoice.of(resources);
                threads.ui().execute(() -> told(resources, now));
              });
    }
  }

  private void told(Resources resources, ControllerChoice now) {
    if (resources == seen && !now.equals(told)) {
      told = now;
      apply();
    }
  }

  /** The folder of the first file that has one. */
  private void followFolder() {
    Optional<Path> now =
        model.workspace().files().stream()
            .filter(id -> !id.isUntitled())
            .map(FileId::value)
            .map(value -> Path.of(value).toAbsolutePath().getParent())
            .findFirst();
    if (!now.equals(folder)) {
      folder = now;
      chosen = Optional.empty();
      reload();
    }
  }

  /** Looks whether the settings file changed. */
  void reload() {
    Optional<Path> of = folder;
    threads
        .io()
        .execute(
            () -> {
              Optional<Path> found = of.flatMap(RoutingFile::find);
              try {
                RoutingSettings read =
                    found.isPresent() ? store.load(found.get()) : RoutingSettings.NONE;
                threads.ui().execute(() -> loaded(of, found, read));
              } catch (DiskException e) {
                threads.ui().execute(() -> model.actions().say(Severity.ERROR, e.getMessage()));
              }
            });
  }

  private void loaded(Optional<Path> of, Optional<Path> found, RoutingSettings read) {
    // What was read while a newer text is on its way is outdated.
    if (of.equals(folder) && writing == 0) {
      // Without a file the settings are those of this window.
      boolean changed = found.isPresent() || file.isPresent();
      boolean moved = !found.equals(file);
      file = found;
      if (changed && !read.equals(settings)) {
        settings = read;
        apply();
      } else if (moved) {
        apply();
      }
    }
  }

  /**
   * @param dialect empty: as the files say
   */
  void choose(Optional<Dialect> dialect) {
    chosen = dialect;
    apply();
  }

  /** Shows the settings of the controller that decides. */
  void showSettings() {
    Dialect dialect = deciding();
    String where =
        target()
            .map(path -> Messages.text("shell.controller.kept", path))
            .orElseGet(() -> Messages.text("shell.controller.notKept"));
    window.overlay().show(ControllerSheet.create(dialect, where, config -> keep(dialect, config)));
  }

  private Optional<Path> target() {
    return file.or(() -> folder.map(at -> at.resolve(RoutingFile.NAME)));
  }

  private void keep(Dialect dialect, DialectConfig config) {
    RoutingSettings changed = settings.with(dialect.id(), config);
    // Settings of a controller that nothing names would not count for the next reader.
    boolean unnamed = !told.told() && settings.controller().isEmpty();
    keep(
        chosen.isPresent() && unnamed && !config.values().isEmpty()
            ? changed.withController(Optional.of(dialect.id()))
            : changed);
  }

  /**
   * @param kept whether the settings file shall name the controller that decides now
   */
  void keepController(boolean kept) {
    keep(settings.withController(kept ? Optional.of(deciding().id()) : Optional.empty()));
  }

  /** Nothing is written until something differs. */
  private void keep(RoutingSettings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      apply();
      target().ifPresent(path -> write(path, changed));
    }
  }

  private void write(Path path, RoutingSettings kept) {
    writing++;
    threads
        .io()
        .execute(
            () -> {
              try {
                store.save(path, kept);
                threads
                    .ui()
                    .execute(
                        () -> {
                          writing--;
                          file = Optional.of(path);
                          apply();
                          say(Severity.INFO, Messages.text("shell.controller.saved", path));
                        });
              } catch (DiskException e) {
                threads
                    .ui()
                    .execute(
                        () -> {
                          writing--;
                          say(Severity.ERROR, e.getMessage());
                        });
              }
            });
  }

  private void say(Severity severity, String message) {
    model.actions().say(severity, message);
  }

  /** Each controller with its settings of this folder. */
  List<Dialect> all() {
    return Dialects.all().stream().map(settings::configured).toList();
  }

  private Dialect deciding() {
    return settings.configured(chosen.orElseGet(this::unchosen));
  }

  /** What decides where the person does not. */
  private Dialect unchosen() {
    return settings
        .controller()
        .flatMap(Dialects::find)
        .orElseGet(() -> told.told() ? told.dialect() : preferred.get());
  }

  private Origin origin() {
    if (chosen.isPresent()) {
      return Origin.PERSON;
    }
    if (settings.controller().flatMap(Dialects::find).isPresent()) {
      return Origin.SETTINGS_FILE;
    }
    return told.told() ? Origin.FILES : Origin.PREFERENCE;
  }

  private String reason(Origin origin) {
    return switch (origin) {
      case PERSON -> Messages.text("shell.controller.chosen");
      case SETTINGS_FILE ->
          file.map(path -> Messages.text("shell.controller.file", path))
              .orElseGet(() -> Messages.text("shell.controller.notKept"));
      case FILES, PREFERENCE -> told.reason();
    };
  }

  private void apply() {
    Dialect deciding = deciding();
    model.feed().setDialect(deciding);
    model.feed().setRules(settings.lint());
    Origin origin = origin();
    Optional<String> foreign = told.foreign().filter(name -> origin == Origin.FILES);
    ControllerState state =
        new ControllerState(
            deciding,
            origin,
            reason(origin),
            foreign.orElse(""),
            unchosen(),
            target().isPresent(),
            settings.controller().equals(Optional.of(deciding.id())));
    toolbar.ifPresent(bar -> bar.show(state));
    if (foreign.isPresent()) {
      window
          .notices()
          .show(
              NOTICE,
              Severity.WARNING,
              Messages.text("shell.controller.foreign", foreign.get(), told.reason()),
              List.of());
    } else {
      window.notices().dismiss(NOTICE);
    }
  }
}
