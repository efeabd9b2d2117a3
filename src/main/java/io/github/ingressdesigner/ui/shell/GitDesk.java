package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitStatus;
import io.github.ingressdesigner.git.WorkTree;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.GitView;
import io.github.ingressdesigner.ui.common.GitView.FileChanges;
import io.github.ingressdesigner.ui.common.HeadChange;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.CommitSheet;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what git says of the open files: HEAD is read when files are opened or saved and when the
 * window comes to the front; the lines that differ are found anew after each edit. Both run off the
 * JavaFX thread, one at a time, and only the newest result counts.
 */
final class GitDesk {
  private static final Logger LOG = LoggerFactory.getLogger(GitDesk.class);
  private static final int AROUND = 3;

  private final FileStore store = new FileStore();
  private final AppModel model;
  private final Threads threads;
  private final MainWindow window;
  private Optional<Path> folder = Optional.empty();
  private Optional<GitStatus> status = Optional.empty();
  private Map<FileId, SourceText> heads = Map.of();
  private Map<FileId, FileChanges> changes = Map.of();
  private boolean reading;
  private boolean readAgain;
  private boolean comparing;
  private boolean compareAgain;
  private String told = "";

  GitDesk(AppModel model, Threads threads, MainWindow window) {
    this.model = model;
    this.threads = threads;
    this.window = window;
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {
                compare();
              }

              @Override
              public void renamed(FileId from, FileId to) {
                reload();
              }

              @Override
              public void filesChanged() {
                reload();
              }
            });
  }

  /** The folder that the explorer shows: its repository counts where no file has one. */
  void setFolder(Path shown) {
    folder = Optional.of(shown);
    reload();
  }

  /** The working tree around the first open file that has a folder. */
  private Optional<Path> inside() {
    return model.workspace().files().stream()
        .filter(file -> !file.isUntitled())
        .map(file -> Path.of(file.value()).toAbsolutePath().getParent())
        .findFirst()
        .or(() -> folder);
  }

  /** The working tree at hand; reads the disk. */
  Optional<WorkTree> tree() throws GitException {
    Optional<Path> inside = inside();
    return inside.isEmpty() ? Optional.empty() : WorkTree.around(inside.get());
  }

  /** Reads status and HEAD anew. */
  void reload() {
    if (reading) {
      readAgain = true;
      return;
    }
    Optional<Path> inside = inside();
    List<Path> files =
        model.workspace().files().stream()
            .filter(file -> !file.isUntitled())
            .map(file -> Path.of(file.value()))
            .toList();
    reading = true;
    threads
        .io()
        .execute(
            () -> {
              Read read = read(inside, files);
              threads.ui().execute(() -> readDone(read));
            });
  }

  private record Read(
      Optional<GitStatus> status, Map<FileId, SourceText> heads, Optional<String> failure) {}

  private static Read read(Optional<Path> inside, List<Path> files) {
    try {
      Optional<WorkTree> tree = inside.isEmpty() ? Optional.empty() : WorkTree.around(inside.get());
      if (tree.isEmpty()) {
        return new Read(Optional.empty(), Map.of(), Optional.empty());
      }
      Map<FileId, SourceText> heads = new HashMap<>();
      tree.get()
          .head(files)
          .forEach(
              (path, bytes) ->
                  heads.put(new FileId(path.toString()), FileBytes.decode(bytes).text()));
      return new Read(Optional.of(tree.get().status()), heads, Optional.empty());
    } catch (GitException e) {
      return new Read(Optional.empty(), Map.of(), Optional.of(e.getMessage()));
    }
  }

  private void readDone(Read read) {
    reading = false;
    status = read.status();
    heads = read.heads();
    // Said once: the window comes to the front often.
    if (read.failure().isPresent() && !read.failure().get().equals(told)) {
      model.actions().say(Severity.WARNING, read.failure().get());
    }
    told = read.failure().orElse("");
    publish();
    compare();
    if (readAgain) {
      readAgain = false;
      reload();
    }
  }

  /** Whether there is a repository in which something could be committed. */
  boolean hasTree() {
    return status.isPresent();
  }

  /**
   * Shows what differs from HEAD, to choose from; all texts are saved by now.
   *
   * @param routing shows what the changes mean for requests
   */
  void commit(Runnable routing) {
    threads
        .io()
        .execute(
            () -> {
              try {
                Optional<WorkTree> tree = tree();
                Optional<GitStatus> now =
                    tree.isEmpty() ? Optional.empty() : Optional.of(tree.get().status());
                threads.ui().execute(() -> choose(tree, now, routing));
              } catch (GitException e) {
                threads.ui().execute(() -> model.actions().say(Severity.ERROR, e.getMessage()));
              }
            });
  }

  private void choose(Optional<WorkTree> tree, Optional<GitStatus> now, Runnable routing) {
    if (tree.isEmpty() || now.isEmpty()) {
      model.actions().say(Severity.INFO, Messages.text("shell.git.none"));
      return;
    }
    if (now.get().changed().isEmpty()) {
      model.actions().say(Severity.INFO, Messages.text("shell.git.clean", now.get().branch()));
      return;
    }
    Set<Path> open =
        model.workspace().files().stream()
            .filter(file -> !file.isUntitled())
            .map(file -> Path.of(file.value()))
            .collect(Collectors.toUnmodifiableSet());
    List<CommitSheet.Entry> entries =
        now.get().changed().entrySet().stream()
            .map(
                e ->
                    new CommitSheet.Entry(
                        e.getKey(),
                        tree.get().root().relativize(e.getKey()).toString(),
                        e.getValue(),
                        open.contains(e.getKey())))
            .toList();
    window
        .overlay()
        .show(
            CommitSheet.create(
                now.get().branch(),
                CommitSheet.sorted(entries),
                (path, then) -> differ(tree.get(), path, then),
                routing,
                (files, message) -> commit(tree.get(), files, message)));
  }

  private void differ(WorkTree tree, Path path, Consumer<CommitSheet.Difference> then) {
    threads
        .io()
        .execute(
            () -> {
              CommitSheet.Difference difference = differ(tree, path);
              threads.ui().execute(() -> then.accept(difference));
            });
  }

  private CommitSheet.Difference differ(WorkTree tree, Path path) {
    try {
      byte[] old = tree.head(List.of(path)).getOrDefault(path, new byte[0]);
      SourceText now =
          store.stamp(path).isPresent() ? store.load(path).bytes().text() : SourceText.EMPTY;
      return CommitSheet.Difference.of(DiffLines.of(FileBytes.decode(old).text(), now, AROUND));
    } catch (GitException | DiskException e) {
      LOG.info("No difference of {} can be shown: {}", path, e.getMessage());
      return CommitSheet.Difference.failed(e.getMessage());
    }
  }

  private void commit(WorkTree tree, List<Path> files, String message) {
    threads
        .io()
        .execute(
            () -> {
              try {
                String id = tree.commit(files, message);
                threads
                    .ui()
                    .execute(
                        () -> {
                          model
                              .actions()
                              .say(
                                  Severity.INFO,
                                  Messages.text("shell.git.committed", files.size(), id));
                          reload();
                        });
              } catch (GitException e) {
                threads.ui().execute(() -> model.actions().say(Severity.ERROR, e.getMessage()));
              }
            });
  }

  private void compare() {
    if (comparing) {
      compareAgain = true;
      return;
    }
    Map<FileId, SourceText> base = heads;
    Map<FileId, FileChanges> known = changes;
    Map<FileId, SourceText> texts = new HashMap<>();
    for (FileId file : model.workspace().files()) {
      if (base.containsKey(file)) {
        texts.put(file, model.workspace().text(file));
      }
    }
    if (texts.isEmpty() && known.isEmpty()) {
      return;
    }
    comparing = true;
    threads
        .io()
        .execute(
            () -> {
              Map<FileId, FileChanges> found = new HashMap<>();
              texts.forEach(
                  (file, text) -> found.put(file, changes(known.get(file), base.get(file), text)));
              threads.ui().execute(() -> compared(found));
            });
  }

  private static FileChanges changes(
      @org.jspecify.annotations.Nullable FileChanges known, SourceText head, SourceText text) {
    if (known != null && known.text() == text && known.head() == head) {
      return known;
    }
    List<HeadChange> list = new ArrayList<>();
    for (LineDiff.Region region : LineDiff.regions(head, text)) {
      int start = offset(text, region.newStart());
      list.add(
          new HeadChange(
              new TextRange(start, offset(text, region.newEnd())),
              head.slice(
                  new TextRange(offset(head, region.oldStart()), offset(head, region.oldEnd())))));
    }
    return new FileChanges(text, head, list);
  }

  private static int offset(SourceText text, int line) {
    return line < text.lines().lineCount() ? text.lines().startOf(line) : text.length();
  }

  private void compared(Map<FileId, FileChanges> found) {
    comparing = false;
    changes = found;
    publish();
    if (compareAgain) {
      compareAgain = false;
      compare();
    }
  }

  private void publish() {
    window
        .status()
        .showBranch(
            status.map(GitStatus::branch).orElse(""),
            status.map(s -> s.changed().size()).orElse(0));
    model.gitProperty().set(new GitView(status, changes));
  }
}
