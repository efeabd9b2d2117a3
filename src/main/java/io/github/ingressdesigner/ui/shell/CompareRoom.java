package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.compare.CompareDesk;
import io.github.ingressdesigner.ui.compare.CompareView;
import io.github.ingressdesigner.ui.compare.Mode;
import io.github.ingressdesigner.ui.dialogs.ControllerSheet;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes room for the comparison: it takes the place of explorer, YAML and drawer, which come back
 * as they were when it closes.
 */
final class CompareRoom implements CompareDesk {
  private final AppModel model;
  private final MainWindow window;
  private final CompareView view;
  private final TesterView tester;
  private final Threads threads;
  private final FilePicker picker;
  private final Supplier<List<Dialect>> controllers;
  private final DiskFiles disk;
  private Before before = new Before(true, true, true);

  private record Before(boolean explorer, boolean yaml, boolean drawer) {}

  /**
   * @param controllers all of them with their settings of the folder
   */
  CompareRoom(
      AppModel model,
      MainWindow window,
      TesterView tester,
      Threads threads,
      FilePicker picker,
      Supplier<List<Dialect>> controllers,
      DiskFiles disk) {
    this.model = model;
    this.window = window;
    this.tester = tester;
    this.threads = threads;
    this.picker = picker;
    this.controllers = controllers;
    this.disk = disk;
    view = new CompareView(model, this);
    window.panes().setReview(view.node());
    view.shownProperty().bind(window.panes().reviewShownProperty());
    window.drawer().setOnCompare(this::toggle);
    view.shownProperty().addListener((property, was, is) -> window.drawer().showCompare(is));
  }

  void addTo(Commands commands) {
    commands.add("compareControllers", this::isOpen, () -> show(Mode.CONTROLLERS));
    commands.add("compareChanges", this::isOpen, () -> show(Mode.CHANGES));
    commands.add("compareUnreachable", this::isOpen, () -> show(Mode.UNREACHABLE));
    commands.add("nextDifference", this::isShown, view::next);
    commands.add("previousDifference", this::isShown, view::previous);
    commands.add("closeCompare", this::isShown, this::close);
  }

  private boolean isOpen() {
    return !model.workspace().files().isEmpty();
  }

  private boolean isShown() {
    return window.panes().reviewShownProperty().get();
  }

  private void toggle() {
    if (isShown()) {
      close();
    } else {
      show(view.modeProperty().get());
    }
  }

  private void show(Mode mode) {
    view.modeProperty().set(mode);
    if (!isShown()) {
      PaneLayout panes = window.panes();
      before =
          new Before(
              panes.explorerShownProperty().get(),
              panes.yamlShownProperty().get(),
              panes.drawerShownProperty().get());
      panes.reviewShownProperty().set(true);
      panes.explorerShownProperty().set(false);
      panes.yamlShownProperty().set(false);
      panes.drawerShownProperty().set(false);
    }
    view.focusList();
  }

  /** Looks whether something changed outside of the window. */
  void reload() {
    view.refresh();
  }

  @Override
  public void close() {
    if (isShown()) {
      PaneLayout panes = window.panes();
      panes.explorerShownProperty().set(before.explorer());
      panes.yamlShownProperty().set(before.yaml());
      panes.drawerShownProperty().set(before.drawer());
      panes.reviewShownProperty().set(false);
      MainWindow.focus(window.rooms().graph());
    }
  }

  @Override
  public List<Dialect> controllers() {
    return controllers.get();
  }

  @Override
  public Optional<FileBytes> saved(FileId file) {
    return disk.base(file).map(FileStore.Loaded::bytes);
  }

  @Override
  public void askSettings(Dialect dialect, Consumer<DialectConfig> keep) {
    window
        .overlay()
        .show(ControllerSheet.create(dialect, Messages.text("shell.compare.settingsHere"), keep));
  }

  @Override
  public void openInTester(Request request) {
    String url = request.scheme() + "://" + request.host() + request.target();
    tester.ask(request, url);
    window.panes().drawerShownProperty().set(true);
    window.drawer().showWhy();
    tester.focusUrl();
  }

  @Override
  public void export(String name, String text) {
    Optional<Path> folder =
        model.workspace().files().stream()
            .filter(file -> !file.isUntitled())
            .findFirst()
            .map(file -> FileStore.pathOf(file).getParent());
    picker.fileToSave(folder, name).ifPresent(path -> write(path, text));
  }

  private void write(Path path, String text) {
    threads
        .io()
        .execute(
            () -> {
              try {
                new FileStore().replace(path, text.getBytes(StandardCharsets.UTF_8));
                say(Severity.INFO, Messages.text("shell.compare.exported", path));
              } catch (DiskException e) {
                say(Severity.ERROR, e.getMessage());
              }
            });
  }

  private void say(Severity severity, String message) {
    threads.ui().execute(() -> model.actions().say(severity, message));
  }
}
