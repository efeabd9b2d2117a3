package io.github.ingressdesigner.workspace.disk;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.Workspace.SaveMark;
import io.github.ingressdesigner.workspace.disk.FileStore.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The open files of a workspace and their files on disk: opening, saving, and what happens when
 * somebody else changes one. All methods belong to the UI thread; the disk is only touched by the
 * io executor.
 */
public final class DiskFiles implements AutoCloseable {
  /** Told on the UI thread. */
  public interface Listener {
    /** The text had no unsaved changes, so it became what stands on disk now; undo goes back. */
    void reloaded(FileId file);

    /** Somebody else changed the file, and the text has unsaved changes: both must be merged. */
    void conflict(FileId file, Collision collision);

    void deleted(FileId file);

    /** After the two before: the file is again what the text began with. */
    void restored(FileId file);

    /** Something could not be read; the message is for people. */
    void failed(Path path, String message);
  }

  /** What both sides are, and the way to merge them. */
  public record Collision(ThreeWay threeWay, Loaded disk) {}

  private final Workspace workspace;
  private final FileStore store;
  private final FileWatcher watcher;
  private final Executor io;
  private final Executor ui;
  private final Listener listener;

  /** What each file was when it and the text were last the same. */
  private final Map<FileId, Loaded> bases = new HashMap<>();

  /** Saves of a file that wait for the one under way. */
  private final Map<FileId, Queue<Consumer<FileId>>> saving = new HashMap<>();

  public DiskFiles(
      Workspace workspace, FileStore store, Executor io, Executor ui, Listener listener) {
    this.workspace = workspace;
    this.store = store;
    this.io = io;
    this.ui = ui;
    this.listener = listener;
    watcher = new FileWatcher(store, news -> ui.execute(() -> heard(news)));
  }

  /**
   * Begins to watch for changes from outside.
   *
   * @param loop runs the one task that goes on until {@link #close()}
   */
  public void watch(Executor loop) {
    watcher.start(loop);
  }

  /** Looks once for changes from outside, when the window gets the focus say. */
  public void look() {
    io.execute(watcher::look);
  }

  /** What the file was when it was last read or saved; empty for untitled texts. */
  public Optional<Loaded> base(FileId file) {
    return Optional.ofNullable(bases.get(file));
  }

  /** Opens a file, or finds it open already. */
  public void open(Path path, Consumer<FileId> opened) {
    open(List.of(path), (same, file) -> opened.accept(file));
  }

  /**
   * Opens files, or finds them open already, one after the other: of Ingresses that say the same
   * the first counts, so the order must not hang on which file was read fastest.
   *
   * @param opened told each that could be opened
   */
  public void open(List<Path> paths, BiConsumer<Path, FileId> opened) {
    List<Path> closed =
        paths.stream().filter(path -> !workspace.isOpen(FileStore.idOf(path))).toList();
    paths.stream()
        .filter(path -> !closed.contains(path))
        .forEach(path -> opened.accept(path, FileStore.idOf(path)));
    if (!closed.isEmpty()) {
      io.execute(() -> closed.forEach(path -> load(path, opened)));
    }
  }

  private void load(Path path, BiConsumer<Path, FileId> opened) {
    FileId file = FileStore.idOf(path);
    try {
      Loaded loaded = store.load(path);
      ui.execute(
          () -> {
            if (!workspace.isOpen(file)) {
              workspace.open(file, loaded.bytes());
              remember(file, loaded);
            }
            opened.accept(path, file);
          });
    } catch (DiskException e) {
      ui.execute(() -> listener.failed(path, e.getMessage()));
    }
  }

  private void remember(FileId file, Loaded loaded) {
    bases.put(file, loaded);
    watcher.follow(file, loaded.stamp());
  }

  /** Closes a file, saved or not. */
  public void close(FileId file) {
    workspace.close(file);
    bases.remove(file);
    if (!file.isUntitled()) {
      watcher.unfollow(file);
    }
  }

  /**
   * Saves a file that has a name.
   *
   * @throws IllegalStateException for an untitled text
   */
  public void save(FileId file, Consumer<SaveResult> done) {
    if (file.isUntitled()) {
      throw new IllegalStateException("save of an untitled text: " + file.value());
    }
    inTurn(
        file,
        id -> {
          Path path = FileStore.pathOf(id);
          Optional<Loaded> base = base(id);
          write(
              id,
              id,
              bytes ->
                  base.isPresent()
                      ? store.save(path, bytes, base.get().stamp())
                      : store.create(path, bytes),
              done);
        });
  }

  /**
   * Saves under a name, which becomes the file's own.
   *
   * @param replace whether a person agreed that a file of that name is replaced
   */
  public void saveAs(FileId file, Path path, boolean replace, Consumer<SaveResult> done) {
    FileId to = FileStore.idOf(path);
    if (!to.equals(file) && workspace.isOpen(to)) {
      done.accept(
          new SaveResult.Failed(
              file, path + " is open here already. Close it first or choose another name."));
      return;
    }
    inTurn(
        file,
        id ->
            write(
                id,
                to,
                bytes -> replace ? store.replace(path, bytes) : store.create(path, bytes),
                done));
  }

  private interface Write {
    Stamp apply(byte[] bytes) throws IOException;
  }

  private void inTurn(FileId file, Consumer<FileId> save) {
    Queue<Consumer<FileId>> waiting = saving.get(file);
    if (waiting != null) {
      waiting.add(save);
    } else {
      saving.put(file, new ArrayDeque<>());
      save.accept(file);
    }
  }

  /**
   * @param now the name of the file after the save
   */
  private void finish(FileId file, FileId now, SaveResult result, Consumer<SaveResult> done) {
    Queue<Consumer<FileId>> waiting = saving.remove(file);
    done.accept(result);
    if (waiting != null && !waiting.isEmpty() && workspace.isOpen(now)) {
      Consumer<FileId> next = waiting.remove();
      saving.put(now, waiting);
      next.accept(now);
    }
  }

  private void write(FileId file, FileId to, Write write, Consumer<SaveResult> done) {
    SaveMark mark = workspace.beginSave(file);
    Optional<Loaded> base = base(file);
    io.execute(
        () -> {
          try {
            byte[] bytes = mark.bytes().encode();
            watcher.expect(to, Stamp.sha256(bytes));
            Stamp stamp = write.apply(bytes);
            ui.execute(() -> saved(mark, to, stamp, done));
          } catch (ChangedOnDiskException e) {
            SaveResult result = changed(file, mark.bytes(), base, e);
            ui.execute(() -> finish(file, file, result, done));
          } catch (IOException | RuntimeException e) {
            SaveResult result = new SaveResult.Failed(file, String.valueOf(e.getMessage()));
            ui.execute(() -> finish(file, file, result, done));
          }
        });
  }

  private void saved(SaveMark mark, FileId to, Stamp stamp, Consumer<SaveResult> done) {
    FileId file = mark.file();
    if (!to.equals(file) && workspace.isOpen(to)) {
      String message =
          FileStore.pathOf(to)
              + " was written, but it was opened here meanwhile. Close one of both.";
      finish(file, file, new SaveResult.Failed(file, message), done);
      return;
    }
    if (workspace.isOpen(file)) {
      if (!to.equals(file)) {
        bases.remove(file);
        if (!file.isUntitled()) {
          watcher.unfollow(file);
        }
        workspace.rename(file, to);
      }
      remember(to, new Loaded(mark.bytes(), stamp));
      workspace.markSaved(new SaveMark(to, mark.bytes(), mark.revision()));
    }
    finish(file, to, new SaveResult.Saved(to), done);
  }

  private SaveResult changed(
      FileId file, FileBytes mine, Optional<Loaded> base, ChangedOnDiskException why) {
    if (why.isDeleted()) {
      return new SaveResult.Deleted(file);
    }
    try {
      Loaded disk = store.load(FileStore.pathOf(file));
      return new SaveResult.Changed(file, collision(base, mine.text(), disk));
    } catch (DiskException e) {
      return new SaveResult.Failed(file, e.getMessage());
    }
  }

  private static Collision collision(Optional<Loaded> base, SourceText mine, Loaded disk) {
    SourceText old = base.map(b -> b.bytes().text()).orElse(SourceText.EMPTY);
    return new Collision(ThreeWay.of(old, mine, disk.bytes().text()), disk);
  }

  private void heard(FileWatcher.News news) {
    ifOpen(news.file(), () -> heard(news.file(), news.kind()));
  }

  private void heard(FileId file, FileWatcher.Kind kind) {
    switch (kind) {
      case CHANGED -> compare(file);
      case DELETED -> {
        workspace.forgetSaved(file);
        listener.deleted(file);
      }
      case RESTORED -> {
        Optional<FileBytes> base = base(file).map(Loaded::bytes);
        if (base.filter(b -> b.sameFile(workspace.bytes(file))).isPresent()) {
          workspace.markSaved(file);
        }
        listener.restored(file);
      }
    }
  }

  private void compare(FileId file) {
    SourceText mine = workspace.text(file);
    boolean dirty = workspace.isDirty(file);
    Optional<Loaded> base = base(file);
    Path path = FileStore.pathOf(file);
    io.execute(
        () -> {
          try {
            Loaded disk = store.load(path);
            if (dirty) {
              Collision collision = collision(base, mine, disk);
              ui.execute(() -> ifSame(file, mine, () -> collide(file, collision)));
            } else {
              TextEdits edits = LineDiff.edits(mine, disk.bytes().text());
              ui.execute(() -> ifSame(file, mine, () -> reload(file, disk, edits)));
            }
          } catch (DiskException e) {
            ui.execute(() -> listener.failed(path, e.getMessage()));
          }
        });
  }

  /** Typing may have gone on meanwhile: then compare again. */
  private void ifSame(FileId file, SourceText text, Runnable then) {
    ifOpen(
        file,
        () -> {
          if (workspace.text(file) == text) {
            then.run();
          } else {
            compare(file);
          }
        });
  }

  private void collide(FileId file, Collision collision) {
    workspace.forgetSaved(file);
    listener.conflict(file, collision);
  }

  private void reload(FileId file, Loaded disk, TextEdits edits) {
    remember(file, disk);
    workspace.reload(file, disk.bytes(), edits);
    listener.reloaded(file);
  }

  /** The collision with the text as it is now: typing may have gone on since it was told. */
  public void refresh(FileId file, Collision collision, Consumer<Collision> then) {
    SourceText mine = workspace.text(file);
    if (mine == collision.threeWay().mine()) {
      then.accept(collision);
      return;
    }
    ThreeWay old = collision.threeWay();
    io.execute(
        () -> {
          ThreeWay now = ThreeWay.of(old.base(), mine, old.theirs());
          ui.execute(
              () -> ifOpen(file, () -> refresh(file, new Collision(now, collision.disk()), then)));
        });
  }

  private void ifOpen(FileId file, Runnable then) {
    if (workspace.isOpen(file)) {
      then.run();
    }
  }

  /** Answers a collision: the text on disk counts, unsaved changes can be brought back by undo. */
  public void takeTheirs(FileId file, Collision collision) {
    SourceText mine = workspace.text(file);
    Loaded disk = collision.disk();
    diff(
        file,
        mine,
        disk.bytes().text(),
        edits -> {
          if (workspace.text(file) == mine) {
            reload(file, disk, edits);
          } else {
            takeTheirs(file, collision);
          }
        });
  }

  /** Off the UI thread, since it takes long for large texts. */
  private void diff(FileId file, SourceText from, SourceText to, Consumer<TextEdits> then) {
    io.execute(
        () -> {
          TextEdits edits = LineDiff.edits(from, to);
          ui.execute(() -> ifOpen(file, () -> then.accept(edits)));
        });
  }

  /** Answers a collision: the next save replaces what stands on disk. */
  public void keepMine(FileId file, Collision collision) {
    remember(file, collision.disk());
    workspace.forgetSaved(file);
  }

  /**
   * Answers a collision: the text becomes the merged one, as a change that can be undone, and the
   * next save replaces what stands on disk. Where typing went on since the collision was told,
   * nothing is changed and the collision is told anew.
   */
  public void takeMerged(FileId file, Collision collision, SourceText merged) {
    diff(file, collision.threeWay().mine(), merged, edits -> merge(file, collision, edits));
  }

  private void merge(FileId file, Collision collision, TextEdits edits) {
    if (workspace.text(file) == collision.threeWay().mine()) {
      keepMine(file, collision);
      workspace.apply(
          new Change(
              "Merge " + file.name(), Change.Kind.RELOAD, Map.of(file, edits), Optional.empty()),
          this);
    } else {
      refresh(file, collision, now -> listener.conflict(file, now));
    }
  }

  @Override
  public void close() {
    watcher.close();
  }
}
