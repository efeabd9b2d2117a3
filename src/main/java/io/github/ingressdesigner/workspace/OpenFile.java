package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import java.util.List;

/**
 * A file of the workspace at one moment.
 *
 * @param revision id of the newest change in the history that touches the file, 0 for none
 * @param saved the revision that stands on disk, {@link #NEVER} if none does
 */
record OpenFile(
    FileId id, FileBytes bytes, Documents documents, EditTrail trail, long revision, long saved) {
  static final long NEVER = -1;

  boolean isDirty() {
    return revision != saved;
  }

  OpenFile withSaved(long mark) {
    return new OpenFile(id, bytes, documents, trail, revision, mark);
  }

  OpenFile withId(FileId other) {
    return new OpenFile(other, bytes, documents, trail, revision, saved);
  }

  OpenFile withDocumentIds(List<DocumentId> ids) {
    return new OpenFile(id, bytes, documents.withIds(ids), trail, revision, saved);
  }

  WorkspaceText.FileText asText() {
    return new WorkspaceText.FileText(id, bytes.text(), bytes.readOnly(), documents, trail);
  }
}
