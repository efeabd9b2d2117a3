package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What is accepted, in the committed file of the folder. Its methods belong to the JavaFX thread,
 * the disk to the worker.
 */
final class Acceptance {
  private final AcceptedFile file = new AcceptedFile();
  private final Executor io;
  private final Executor ui;
  private final Runnable changed;
  private final Consumer<String> failed;
  private AcceptedDifferences accepted = AcceptedDifferences.NONE;
  private Optional<Path> place = Optional.empty();
  private Optional<FileId> followed = Optional.empty();
  private long asked;
  private int writing;

  /** Why the file could not be read the last time; the window looks again each time it is shown. */
  private String told = "";

  /** Something that is done to the file. */
  private interface Work {
    AcceptedDifferences on(Path place) throws DiskException;
  }

  /**
   * @param changed told after what is accepted changed
   * @param failed told a message for people
   */
  Acceptance(Executor io, Executor ui, Runnable changed, Consumer<String> failed) {
    this.io = io;
    this.ui = ui;
    this.changed = changed;
    this.failed = failed;
  }

  AcceptedDifferences accepted() {
    return accepted;
  }

  /** The file, which need not be there yet; empty where no open file has a folder. */
  Optional<Path> place() {
    return place;
  }

  /** Reads the file of the folder of an open file, where that is another one than before. */
  void follow(Optional<FileId> open) {
    if (!open.equals(followed)) {
      followed = open;
      place = Optional.empty();
      take(AcceptedDifferences.NONE);
      read();
    }
  }

  /** Reads it again: somebody else may have changed it. */
  void read() {
    // What is read while a change is on its way is outdated.
    if (writing == 0) {
      work(file::load, () -> {}, told);
    }
  }

  void accept(List<Difference> differences, String why) {
    write(at -> file.accept(at, differences, why));
  }

  void takeBack(List<Difference> differences) {
    write(at -> file.takeBack(at, differences));
  }

  private void write(Work work) {
    writing++;
    work(work, () -> writing--, "");
  }

  /**
   * @param known a message that need not be told again
   */
  private void work(Work work, Runnable done, String known) {
    long question = ++asked;
    if (followed.isEmpty()) {
      done.run();
      return;
    }
    Path folder = FileStore.pathOf(followed.get()).toAbsolutePath().getParent();
    io.execute(
        () -> {
          Path at = file.find(folder);
          try {
            AcceptedDifferences now = work.on(at);
            ui.execute(
                () -> {
                  done.run();
                  told = "";
                  answered(question, at, now);
                });
          } catch (DiskException e) {
            ui.execute(
                () -> {
                  done.run();
                  told = e.getMessage();
                  if (!told.equals(known)) {
                    failed.accept(told);
                  }
                  answered(question, at, accepted);
                });
          }
        });
  }

  private void answered(long question, Path at, AcceptedDifferences now) {
    if (question == asked) {
      place = Optional.of(at);
      take(now);
    }
  }

  private void take(AcceptedDifferences now) {
    accepted = now;
    changed.run();
  }
}
