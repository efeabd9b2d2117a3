package io.github.ingressdesigner.workspace.disk;

import java.nio.file.Path;

/** The file is not any more what was read; nothing was written. */
public final class ChangedOnDiskException extends DiskException {
  private static final long serialVersionUID = 1L;
  private final boolean deleted;

  ChangedOnDiskException(Path path, boolean deleted) {
    super(
        deleted
            ? path
                + " was deleted by another program. Save it again to bring it back, or save it"
                + " under another name."
            : path
                + " was changed by another program since it was read, so it was not saved."
                + " Compare both and choose what to keep.");
    this.deleted = deleted;
  }

  /** Whether the file is gone, rather than different. */
  public boolean isDeleted() {
    return deleted;
  }
}
