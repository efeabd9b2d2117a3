package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change.Kind;
import io.github.ingressdesigner.workspace.History.Beside;
import io.github.ingressdesigner.workspace.History.Entry;
import io.github.ingressdesigner.workspace.History.Step;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The open files, their texts and the one history. Confined to the UI thread; knows no JavaFX. */
public final class Workspace {
  /** Told after each change of text, of the set of files, or of the saved state. */
  public interface Listener {
    /**
     * Texts changed by edits; {@code origin} is the object that asked, so a view can ignore its own
     * echo. The workspace itself is the origin of undo, redo and reload.
     */
    void edited(Change change, Object origin);

    /** A file got another name, by "save as"; {@link #filesChanged()} follows. */
    default void renamed(FileId from, FileId to) {}

    /** Files were opened, closed, saved, renamed or reloaded. */
    void filesChanged();
  }

  /**
   * A file at the moment when it is given to be saved, so that what is typed meanwhile stays
   * unsaved.
   */
  public record SaveMark(FileId file, FileBytes bytes, long revision) {}

  private final InstantSource clock;
  private final DocumentTracker tracker = new DocumentTracker();
  private final History history = new History();
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<FileId, OpenFile> open = new LinkedHashMap<>();
  private long version;
  private long changes;
  private int untitled;

  /**
   * @param clock tells whether keys follow each other fast enough to be undone as one
   */
  public Workspace(InstantSource clock) {
    this.clock = clock;
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** In the order in which they were opened. */
  public List<FileId> files() {
    return List.copyOf(open.keySet());
  }

  public boolean isOpen(FileId file) {
    return open.containsKey(file);
  }

  public SourceText text(FileId file) {
    return bytes(file).text();
  }

  /** The text with what belongs to the file's bytes beside it. */
  public FileBytes bytes(FileId file) {
    return find(file).bytes();
  }

  /** Why the file cannot be edited; empty where it can. */
  public Optional<String> readOnly(FileId file) {
    return bytes(file).readOnly();
  }

  /** Rises with every change. */
  public long version() {
    return version;
  }

  /** All texts as they are now. */
  public WorkspaceText snapshotText() {
    return new WorkspaceText(version, open.values().stream().map(OpenFile::asText).toList());
  }

  /**
   * Opens a file that was read from disk; it counts as saved.
   *
   * @throws IllegalStateException if it is open already
   */
  public void open(FileId file, FileBytes bytes) {
    if (isOpen(file)) {
      throw new IllegalStateException("open of a file that is open: " + file.value());
    }
    version++;
    open.put(
        file,
        new OpenFile(file, bytes, tracker.cut(bytes.text()), EditTrail.startingAt(version), 0, 0));
    tell(Listener::filesChanged);
  }

  /** Opens a new text that has no file yet; it is not dirty before the first edit. */
  public FileId openUntitled(String text) {
    FileId file;
    do {
      file = new FileId("untitled:" + ++untitled);
    } while (isOpen(file));
    open(file, FileBytes.of(SourceText.of(text)));
    return file;
  }

  /** Closes a file, saved or not; its part of the history is gone. */
  public void close(FileId file) {
    find(file);
    version++;
    open.remove(file);
    history.forget(file);
    tell(Listener::filesChanged);
  }

  /** What to write to disk now; tell {@link #markSaved(SaveMark)} when it stands there. */
  public SaveMark beginSave(FileId file) {
    history.seal();
    return new SaveMark(file, bytes(file), find(file).revision());
  }

  /** The bytes of the mark stand on disk. Ignored for a file closed meanwhile. */
  public void markSaved(SaveMark mark) {
    if (isOpen(mark.file())) {
      history.seal();
      replace(find(mark.file()).withSaved(mark.revision()));
      tell(Listener::filesChanged);
    }
  }

  /** The present text stands on disk. */
  public void markSaved(FileId file) {
    markSaved(beginSave(file));
  }

  /** What stands on disk is not what was saved: no place in the history is clean any more. */
  public void forgetSaved(FileId file) {
    history.seal();
    replace(find(file).withSaved(OpenFile.NEVER));
    tell(Listener::filesChanged);
  }

  /** Gives a file another name, as "save as" does; its history stays. */
  public void rename(FileId from, FileId to) {
    if (from.equals(to)) {
      return;
    }
    if (isOpen(to)) {
      throw new IllegalStateException("rename to a file that is open: " + to.value());
    }
    find(from);
    version++;
    Map<FileId, OpenFile> renamed = new LinkedHashMap<>();
    open.forEach(
        (id, file) ->
            renamed.put(id.equals(from) ? to : id, id.equals(from) ? file.withId(to) : file));
    open.clear();
    open.putAll(renamed);
    history.rename(from, to);
    tell(listener -> listener.renamed(from, to));
    tell(Listener::filesChanged);
  }

  /**
   * The only way by which text changes. Files not named stay; nothing happens where the edits are
   * empty.
   *
   * @throws IllegalStateException if a file is read-only or not open
   * @throws IllegalArgumentException if edits do not fit the text; then nothing is changed
   */
  public void apply(Change change, Object origin) {
    Map<FileId, FileBytes> after = new LinkedHashMap<>();
    change
        .edits()
        .forEach(
            (file, edits) -> {
              readOnly(file)
                  .ifPresent(
                      why -> {
                        throw new IllegalStateException("edit of " + file.value() + ": " + why);
                      });
              if (!edits.isEmpty()) {
                after.put(file, bytes(file).apply(edits));
              }
            });
    if (!after.isEmpty()) {
      commit(change, after);
      tell(listener -> listener.edited(change, origin));
    }
  }

  /**
   * The file changed on disk: its text becomes what stands there, by the lines that differ, as a
   * change that can be undone. It counts as saved.
   *
   * @return the change; without edits where only line endings or the byte order mark differ, empty
   *     where nothing does
   */
  public Optional<Change> reload(FileId file, FileBytes disk) {
    return reload(file, disk, LineDiff.edits(text(file), disk.text()));
  }

  /**
   * The same with edits found beforehand, which takes long for large texts.
   *
   * @param edits make the text on disk of the present text
   */
  public Optional<Change> reload(FileId file, FileBytes disk, TextEdits edits) {
    OpenFile before = find(file);
    boolean same =
        edits.isEmpty()
            && disk.endings().equals(before.bytes().endings())
            && disk.bom() == before.bytes().bom()
            && disk.readOnly().equals(before.bytes().readOnly());
    Change change =
        new Change("Reload " + file.name(), Kind.RELOAD, Map.of(file, edits), Optional.empty());
    if (!same) {
      SourceText text = before.bytes().text().apply(edits);
      commit(
          change, Map.of(file, new FileBytes(text, disk.endings(), disk.bom(), disk.readOnly())));
      tell(listener -> listener.edited(change, this));
    }
    markSaved(file);
    return same ? Optional.empty() : Optional.of(change);
  }

  private void commit(Change change, Map<FileId, FileBytes> after) {
    version++;
    long id = ++changes;
    Map<FileId, Step> steps = new LinkedHashMap<>();
    after.forEach(
        (file, bytes) -> {
          OpenFile before = find(file);
          TextEdits edits = change.edits().getOrDefault(file, TextEdits.NONE);
          replace(edited(before, edits, bytes, id));
          steps.put(file, new Step(edits, Beside.of(before), Beside.of(find(file))));
        });
    history.add(
        new Entry(id, change.label(), change.kind(), steps, change.focus(), clock.instant()));
  }

  private OpenFile edited(OpenFile before, TextEdits edits, FileBytes bytes, long revision) {
    Documents documents =
        tracker.update(before.documents(), before.bytes().text(), edits, bytes.text());
    EditTrail trail = before.trail().plus(version, edits);
    return new OpenFile(before.id(), bytes, documents, trail, revision, before.saved());
  }

  /** Undoes the newest change, if any, and returns it as it was applied to undo it. */
  public Optional<Change> undo() {
    return history.undo().map(entry -> replay(entry, true));
  }

  public Optional<Change> redo() {
    return history.redo().map(entry -> replay(entry, false));
  }

  private Change replay(Entry entry, boolean back) {
    version++;
    Map<FileId, TextEdits> all = new LinkedHashMap<>();
    entry
        .steps()
        .forEach(
            (file, step) -> {
              TextEdits edits = back ? step.edits().inverse() : step.edits();
              Beside beside = back ? step.before() : step.after();
              OpenFile before = find(file);
              FileBytes bytes = beside.with(before.bytes().text().apply(edits));
              replace(
                  edited(before, edits, bytes, beside.revision())
                      .withDocumentIds(beside.documents()));
              all.put(file, edits);
            });
    Change change = new Change(entry.label(), entry.kind(), all, entry.focus());
    tell(listener -> listener.edited(change, this));
    return change;
  }

  /** Label of what undo would undo. */
  public Optional<String> undoLabel() {
    return history.undoLabel();
  }

  public Optional<String> redoLabel() {
    return history.redoLabel();
  }

  /** Whether the text differs from what was saved last, by its place in the history. */
  public boolean isDirty(FileId file) {
    return find(file).isDirty();
  }

  public boolean isAnyDirty() {
    return open.values().stream().anyMatch(OpenFile::isDirty);
  }

  /** Something besides the texts changed that snapshots depend on: the version rises. */
  void touch() {
    version++;
  }

  private OpenFile find(FileId file) {
    return Optional.ofNullable(open.get(file))
        .orElseThrow(() -> new IllegalStateException("not open: " + file.value()));
  }

  private void replace(OpenFile file) {
    open.put(file.id(), file);
  }

  private void tell(Consumer<Listener> news) {
    List.copyOf(listeners).forEach(news);
  }
}
