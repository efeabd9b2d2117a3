package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import io.github.ingressdesigner.workspace.settings.RequestsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the earlier requests of the tester for the folder of the open files, and brings them back
 * with it. Requests asked of texts without a file are not kept.
 */
final class HistoryDesk {
  private final AppModel model;
  private final TesterView tester;
  private final Threads threads;
  private final RequestsFile file;
  private Optional<Path> folder = Optional.empty();
  private boolean loading;
  private boolean scheduled;
  private boolean failed;

  HistoryDesk(AppModel model, TesterView tester, Threads threads, AppFolders folders) {
    this.model = model;
    this.tester = tester;
    this.threads = threads;
    file = new RequestsFile(folders);
    tester.onHistory(this::changed);
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {}

              @Override
              public void filesChanged() {
                follow();
              }
            });
  }

  /** The folder of the first file that has one; without any the last one stays. */
  private void follow() {
    Optional<Path> now =
        model.workspace().files().stream()
            .filter(id -> !id.isUntitled())
            .map(FileStore::pathOf)
            .map(path -> path.toAbsolutePath().getParent())
            .findFirst();
    if (now.isPresent() && !now.equals(folder)) {
      flush();
      folder = now;
      loading = true;
      Path of = now.get();
      threads
          .io()
          .execute(
              () -> {
                List<String> lines = file.load(of);
                threads.ui().execute(() -> loaded(of, lines));
              });
    }
  }

  private void loaded(Path of, List<String> lines) {
    if (folder.filter(of::equals).isPresent()) {
      tester.setHistory(lines);
      loading = false;
    }
  }

  private void changed() {
    if (folder.isPresent() && !loading && !scheduled) {
      scheduled = true;
      threads.later().execute(this::flush);
    }
  }

  private void flush() {
    if (!scheduled || folder.isEmpty()) {
      return;
    }
    scheduled = false;
    Path of = folder.get();
    List<String> lines = tester.history();
    threads.io().execute(() -> save(of, lines));
  }

  /** Has written what was not written yet when it returns: the program ends. */
  void close() {
    if (scheduled && folder.isPresent()) {
      scheduled = false;
      save(folder.get(), tester.history());
    }
  }

  private void save(Path of, List<String> lines) {
    try {
      file.save(of, lines);
    } catch (IOException e) {
      threads.ui().execute(() -> tell(e));
    }
  }

  /** Once: it will fail again with each request. */
  private void tell(IOException e) {
    if (!failed) {
      failed = true;
      model.actions().say(Severity.WARNING, Messages.text("shell.history.failed", e.getMessage()));
    }
  }
}
