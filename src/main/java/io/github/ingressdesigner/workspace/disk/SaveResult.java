package io.github.ingressdesigner.workspace.disk;

import io.github.ingressdesigner.model.FileId;

/** How a save ended. */
public sealed interface SaveResult {
  record Saved(FileId file) implements SaveResult {}

  /** The file is something else than what was read; nothing was written. */
  record Changed(FileId file, DiskFiles.Collision collision) implements SaveResult {}

  /** The file is gone; {@link DiskFiles#saveAs} under its own name brings it back. */
  record Deleted(FileId file) implements SaveResult {}

  record Failed(FileId file, String message) implements SaveResult {}
}
