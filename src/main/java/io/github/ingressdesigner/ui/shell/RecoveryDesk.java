package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.RecoverySheet;
import io.github.ingressdesigner.ui.shell.Notices.Choice;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.recovery.Journal;
import io.github.ingressdesigner.workspace.recovery.Recovery;
import io.github.ingressdesigner.workspace.recovery.Recovery.Candidate;
import io.github.ingressdesigner.workspace.recovery.Recovery.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers what an earlier run left unsaved: to restore, to look at, or to drop for good. */
final class RecoveryDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);
  private static final String KEY = "recovery";

  private final AppModel model;
  private final DiskFiles disk;
  private final Optional<Journal> journal;
  private final Threads threads;
  private final Path stateFolder;
  private final MainWindow window;
  private Optional<Recovery> found = Optional.empty();
  private int untitled;

  /**
   * @param journal takes over what is restored; empty where none can be written
   */
  RecoveryDesk(
      AppModel model,
      DiskFiles disk,
      Optional<Journal> journal,
      Threads threads,
      Path stateFolder,
      MainWindow window) {
    this.model = model;
    this.disk = disk;
    this.journal = journal;
    this.threads = threads;
    this.stateFolder = stateFolder;
    this.window = window;
  }

  /** Looks for unsaved work, and shows a bar if there is any. */
  void look() {
    threads
        .io()
        .execute(
            () -> {
              Recovery recovery = Recovery.find(stateFolder, new FileStore());
              threads.ui().execute(() -> offer(recovery));
            });
  }

  private void offer(Recovery recovery) {
    close();
    found = Optional.of(recovery);
    List<Candidate> candidates = recovery.candidates();
    if (candidates.isEmpty()) {
      close();
      return;
    }
    String names =
        candidates.stream().map(c -> c.file().name()).distinct().collect(Collectors.joining(", "));
    String text = Messages.text("shell.recovery.text", candidates.size(), names);
    if (candidates.stream().anyMatch(Candidate::secretsLeftOut)) {
      text += " " + Messages.text("shell.recovery.secrets");
    }
    window
        .notices()
        .show(
            KEY,
            Severity.WARNING,
            text,
            List.of(
                Choice.of(Messages.text("shell.recovery.restore"), () -> restore(candidates)),
                Choice.more(Messages.text("shell.recovery.show"), () -> show(candidates)),
                Choice.of(Messages.text("shell.recovery.discard"), () -> discard(candidates))));
  }

  private void show(List<Candidate> candidates) {
    window
        .overlay()
        .show(
            RecoverySheet.create(
                candidates,
                () -> {
                  window.notices().dismiss(KEY);
                  restore(candidates);
                },
                () -> {
                  window.notices().dismiss(KEY);
                  discard(candidates);
                }));
  }

  private void restore(List<Candidate> candidates) {
    Recovery recovery = found.orElseThrow();
    threads
        .io()
        .execute(
            () -> {
              List<Candidate> now = candidates.stream().map(recovery::again).toList();
              threads.ui().execute(() -> now.forEach(this::restore));
            });
  }

  private void restore(Candidate candidate) {
    if (candidate.file().isUntitled() || candidate.state() == State.LOOSE) {
      put(openEmpty(candidate.file().name()), candidate);
    } else {
      disk.open(FileStore.pathOf(candidate.file()), file -> put(file, candidate));
    }
  }

  private FileId openEmpty(String name) {
    FileId file;
    do {
      file = Paths.untitled(++untitled, name);
    } while (model.workspace().isOpen(file));
    model.workspace().open(file, FileBytes.of(SourceText.EMPTY));
    return file;
  }

  /** As a change, so that the text counts as unsaved and undo shows what it was before. */
  private void put(FileId file, Candidate candidate) {
    Change change =
        new Change(
            Messages.text("shell.recovery.change", file.name()),
            Change.Kind.RELOAD,
            Map.of(file, LineDiff.edits(model.workspace().text(file), candidate.text())),
            Optional.empty());
    model.workspace().apply(change, this);
    model.activeFileProperty().set(Optional.of(file));
    journal.ifPresent(j -> j.takeOver(candidate));
    if (candidate.state() != State.EXACT) {
      String key = candidate.state() == State.MOVED ? "moved" : "loose";
      model.actions().say(Severity.WARNING, Messages.text("shell.recovery." + key, file.name()));
    }
    if (candidate.text().string().contains(Recovery.LEFT_OUT)) {
      model
          .actions()
          .say(
              Severity.WARNING,
              Messages.text("shell.recovery.leftOut", file.name(), Recovery.LEFT_OUT));
    }
  }

  private void discard(List<Candidate> candidates) {
    Recovery recovery = found.orElseThrow();
    threads
        .io()
        .execute(
            () -> {
              try {
                for (Candidate candidate : candidates) {
                  recovery.discard(candidate);
                }
              } catch (IOException e) {
                LOG.error("Discarding unsaved work failed", e);
                threads
                    .ui()
                    .execute(
                        () ->
                            model
                                .actions()
                                .say(
                                    Severity.ERROR,
                                    Messages.text("shell.recovery.failed", e.getMessage())));
              }
            });
  }

  /** Lets go of what was found; what nobody answered is offered again. */
  void close() {
    found.ifPresent(
        recovery -> {
          try {
            recovery.close();
          } catch (IOException e) {
            LOG.error("Letting go of recovered work failed", e);
          }
        });
    found = Optional.empty();
  }
}
