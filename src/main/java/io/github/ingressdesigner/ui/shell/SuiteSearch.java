package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.suite.SuiteFile;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the suites on disk: in the folder that was opened and below it, and beside files that were
 * opened alone. Off the JavaFX thread, one search at a time.
 */
final class SuiteSearch {
  private final FileStore store = new FileStore();
  private final AppModel model;
  private final Threads threads;
  private final Consumer<List<SuiteFile>> found;
  private Optional<Path> folder = Optional.empty();
  private boolean looking;
  private boolean again;

  SuiteSearch(AppModel model, Threads threads, Consumer<List<SuiteFile>> found) {
    this.model = model;
    this.threads = threads;
    this.found = found;
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {}

              @Override
              public void filesChanged() {
                look();
              }
            });
  }

  void setFolder(Path opened) {
    folder = Optional.of(opened);
    look();
  }

  void look() {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    Optional<Path> root = folder;
    Set<Path> beside = new LinkedHashSet<>();
    for (FileId file : model.workspace().files()) {
      if (!file.isUntitled()) {
        Path path = FileStore.pathOf(file).toAbsolutePath();
        if (root.filter(path::startsWith).isEmpty()) {
          beside.add(path.getParent());
        }
      }
    }
    boolean none = model.workspace().files().isEmpty();
    threads
        .io()
        .execute(
            () -> {
              List<String> failed = new ArrayList<>();
              List<SuiteFile> suites = none ? List.of() : read(root, beside, failed);
              threads.ui().execute(() -> show(suites, failed));
            });
  }

  private void show(List<SuiteFile> suites, List<String> failed) {
    looking = false;
    failed.forEach(message -> model.actions().say(Severity.ERROR, message));
    found.accept(suites);
    if (again) {
      again = false;
      look();
    }
  }

  private List<SuiteFile> read(Optional<Path> root, Set<Path> beside, List<String> failed) {
    Set<Path> paths = new LinkedHashSet<>();
    root.map(SuiteFiles::below).ifPresent(paths::addAll);
    beside.forEach(at -> paths.addAll(SuiteFiles.in(at)));
    List<SuiteFile> suites = new ArrayList<>();
    for (Path path : paths) {
      try {
        suites.add(new SuiteFile(FileStore.idOf(path), store.load(path).bytes().text()));
      } catch (DiskException e) {
        failed.add(Messages.text("shell.tests.unreadable", path.getFileName(), e.getMessage()));
      }
    }
    return suites;
  }
}
