package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The open files, their texts and the one history. Confined to the UI thread; knows no JavaFX. */
public final class Workspace {
  /** Told after each change of text, of the set of files, or of the saved state. */
  public interface Listener {
    /**
     * Texts changed by edits; {@code origin} is the object that asked, so a view can ignore its own
     * echo.
     */
    void edited(Change change, Object origin);

    /** Files were opened, closed, saved, renamed or reloaded. */
    void filesChanged();
  }

  public void addListener(Listener listener) {
    throw new UnsupportedOperationException("not yet " + listener);
  }

  public List<FileId> files() {
    throw new UnsupportedOperationException("not yet");
  }

  public SourceText text(FileId file) {
    throw new UnsupportedOperationException("not yet " + file);
  }

  /** Rises with every change. */
  public long version() {
    throw new UnsupportedOperationException("not yet");
  }

  /** The only way by which text changes. */
  public void apply(Change change, Object origin) {
    throw new UnsupportedOperationException("not yet " + change + origin);
  }

  /** Undoes the newest change, if any, and returns it as it was applied to undo it. */
  public Optional<Change> undo() {
    throw new UnsupportedOperationException("not yet");
  }

  public Optional<Change> redo() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Label of what undo would undo. */
  public Optional<String> undoLabel() {
    throw new UnsupportedOperationException("not yet");
  }

  public Optional<String> redoLabel() {
    throw new UnsupportedOperationException("not yet");
  }

  public boolean isDirty(FileId file) {
    throw new UnsupportedOperationException("not yet " + file);
  }
}
