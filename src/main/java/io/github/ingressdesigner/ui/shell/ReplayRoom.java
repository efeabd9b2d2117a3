package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitRevision;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.replay.ReplayDesk;
import io.github.ingressdesigner.ui.replay.ReplayView;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** Opens the window that replays recorded requests, and gives it files and threads. */
final class ReplayRoom implements ReplayDesk {
  private final Stage owner;
  private final AppModel model;
  private final MainWindow window;
  private final TesterView tester;
  private final Threads threads;
  private final FilePicker picker;
  private final Supplier<List<Dialect>> controllers;
  private final DiskFiles disk;
  private Optional<Stage> open = Optional.empty();

  /**
   * @param controllers all of them with their settings of the folder
   */
  ReplayRoom(
      Stage owner,
      AppModel model,
      MainWindow window,
      TesterView tester,
      Threads threads,
      FilePicker picker,
      Supplier<List<Dialect>> controllers,
      DiskFiles disk) {
    this.owner = owner;
    this.model = model;
    this.window = window;
    this.tester = tester;
    this.threads = threads;
    this.picker = picker;
    this.controllers = controllers;
    this.disk = disk;
  }

  void addTo(Commands commands) {
    commands.add("replay", () -> !model.workspace().files().isEmpty(), this::show);
  }

  /** Shows the window, or brings it to the front. */
  private void show() {
    if (open.isPresent()) {
      open.get().toFront();
      open.get().requestFocus();
      return;
    }
    ReplayView view = new ReplayView(model, this);
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(Messages.text("replay.title"));
    Scene scene = new Scene(view.root(), 1160, 680);
    model.theme().install(scene);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setOnHidden(
        event -> {
          view.close();
          open = Optional.empty();
        });
    open = Optional.of(stage);
    stage.show();
  }

  @Override
  public List<Path> chooseLogs() {
    return picker.logsToOpen(folder());
  }

  private Optional<Path> folder() {
    return model.workspace().files().stream()
        .filter(file -> !file.isUntitled())
        .findFirst()
        .map(file -> FileStore.pathOf(file).getParent());
  }

  @Override
  public Dialect controller() {
    return model.feed().dialect();
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
  public Resources committed(List<FileId> files) throws IOException {
    List<Path> paths =
        files.stream()
            .filter(file -> !file.isUntitled())
            .map(file -> FileStore.pathOf(file).toAbsolutePath().normalize())
            .toList();
    if (paths.isEmpty()) {
      throw new IOException(Messages.text("replay.failed.untitled"));
    }
    try {
      List<Manifests.Source> sources = new ArrayList<>();
      GitRevision.earlier(paths, "HEAD")
          .forEach(
              (path, bytes) ->
                  sources.add(
                      Manifests.Source.of(path.toString(), FileBytes.decode(bytes).text())));
      return Manifests.read(sources).resources();
    } catch (GitException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Executor worker() {
    return threads.io();
  }

  @Override
  public Executor ui() {
    return threads.ui();
  }

  @Override
  public void openInTester(Request request, String url) {
    tester.ask(request, url);
    window.panes().drawerShownProperty().set(true);
    window.drawer().showWhy();
    tester.focusUrl();
    owner.toFront();
  }
}
