package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.FileStore.Loaded;
import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is not saved yet, so that it survives the end of the process. Follows a
 * workspace; its methods belong to the UI thread, writing is done by the io executor, one file
 * after the other.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** What is known of a file: the text it has on disk and the edits since then. */
  private record Tracked(SourceText base, SourceText text, TextEdits since) {}

  private final Workspace workspace;
  private final Function<FileId, Optional<Loaded>> bases;
  private final InstantSource clock;
  private final Executor io;
  private final Executor later;
  private final Consumer<String> trouble;
  private final InstanceFolder folder;
  private final Workspace.Listener listener = new Follow();
  private final Map<FileId, Tracked> tracked = new HashMap<>();
  private final Map<FileId, Path> written = new HashMap<>();
  private final Set<FileId> pending = new HashSet<>();

  /** Files whose newest state could not be written; only tasks of the queue touch it. */
  private final Set<FileId> unwritten = new HashSet<>();

  private final Queue<Runnable> queue = new ArrayDeque<>();
  private boolean scheduled;
  private boolean working;
  private boolean troubled;
  private int names;

  /**
   * @param stateFolder where journals of all running applications lie, each in a folder of its own
   * @param bases what a file was when it was read or saved last; empty for untitled texts
   * @param later runs a task on the UI thread, a second or so later
   * @param trouble is told once, on the io executor, with a message for people, when writing fails
   * @throws IOException if the folder cannot be made
   */
  public Journal(
      Path stateFolder,
      Workspace workspace,
      Function<FileId, Optional<Loaded>> bases,
      InstantSource clock,
      Executor io,
      Executor later,
      Consumer<String> trouble)
      throws IOException {
    this.workspace = workspace;
    this.bases = bases;
    this.clock = clock;
    this.io = io;
    this.later = later;
    this.trouble = trouble;
    folder = InstanceFolder.create(Recovery.folderIn(stateFolder));
    workspace.addListener(listener);
  }

  private final class Follow implements Workspace.Listener {
    @Override
    public void edited(Change change, Object origin) {
      change
          .edits()
          .forEach(
              (file, edits) -> {
                tracked.computeIfPresent(
                    file,
                    (id, old) ->
                        new Tracked(old.base(), workspace.text(id), old.since().then(edits)));
                soon(file);
              });
    }

    @Override
    public void filesChanged() {
      workspace.files().forEach(Journal.this::soon);
      written.keySet().forEach(Journal.this::soon);
    }
  }

  private void soon(FileId file) {
    boolean dirty = workspace.isOpen(file) && workspace.isDirty(file);
    if (dirty || written.containsKey(file)) {
      pending.add(file);
      if (!scheduled) {
        scheduled = true;
        later.execute(this::flush);
      }
    }
  }

  /** Writes what is pending now. */
  public void flush() {
    scheduled = false;
    for (FileId file : Set.copyOf(pending)) {
      if (workspace.isOpen(file) && workspace.isDirty(file)) {
        write(file);
      } else {
        forget(file);
      }
    }
    pending.clear();
  }

  private void write(FileId file) {
    Optional<Loaded> loaded = file.isUntitled() ? Optional.empty() : bases.apply(file);
    SourceText base = loaded.map(l -> l.bytes().text()).orElse(SourceText.EMPTY);
    String hash = loaded.map(l -> l.stamp().sha256()).orElse("");
    SourceText text = workspace.text(file);
    Tracked before = tracked.get(file);
    Optional<TextEdits> known =
        before != null && before.base() == base && before.text() == text
            ? Optional.of(before.since())
            : Optional.empty();
    Path path =
        written.computeIfAbsent(file, id -> folder.path().resolve(names++ + InstanceFolder.ENDING));
    Instant now = clock.instant();
    // Diffing takes long for large texts only, and is needed only after a save or reload.
    TextEdits since = known.orElseGet(() -> LineDiff.edits(base, text));
    tracked.put(file, new Tracked(base, text, since));
    inTurn(
        () -> {
          JournalEntry entry = new EntryWriter(base, text, since).write(file, now, hash);
          unwritten.add(file);
          PrivateFiles.write(path, entry.encode());
          unwritten.remove(file);
        });
  }

  private void forget(FileId file) {
    tracked.remove(file);
    Path path = written.remove(file);
    if (path != null) {
      inTurn(
          () -> {
            unwritten.remove(file);
            Files.deleteIfExists(path);
          });
    }
  }

  /**
   * What a candidate held is open again: writes it down as our own, and then drops the old journal.
   * Where ours cannot be written, the old one stays, to be offered again.
   */
  public void takeOver(Recovery.Candidate candidate) {
    workspace.files().forEach(this::soon);
    flush();
    inTurn(
        () -> {
          if (unwritten.isEmpty()) {
            Files.deleteIfExists(candidate.journal());
          }
        });
  }

  private interface Task {
    void run() throws IOException;
  }

  private void inTurn(Task task) {
    synchronized (queue) {
      queue.add(() -> attempt(task));
      if (working) {
        return;
      }
      working = true;
    }
    io.execute(this::work);
  }

  private void work() {
    while (true) {
      Runnable next;
      synchronized (queue) {
        if (queue.isEmpty()) {
          working = false;
          queue.notifyAll();
          return;
        }
        next = queue.remove();
      }
      next.run();
    }
  }

  private void attempt(Task task) {
    try {
      task.run();
      troubled = false;
    } catch (IOException | RuntimeException e) {
      LOG.error("Writing the journal failed", e);
      if (!troubled) {
        troubled = true;
        trouble.accept(
            "Unsaved changes cannot be kept for recovery ("
                + e.getMessage()
                + "). Save your files, and free some space in "
                + folder.path().getParent()
                + ".");
      }
    }
  }

  /**
   * The application ends in an orderly way, and a person decided about unsaved changes: nothing of
   * them is kept. Waits until the disk is done.
   */
  @Override
  public void close() throws IOException {
    workspace.removeListener(listener);
    pending.clear();
    Set.copyOf(written.keySet()).forEach(this::forget);
    synchronized (queue) {
      while (working) {
        try {
          queue.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    folder.close();
  }
}
