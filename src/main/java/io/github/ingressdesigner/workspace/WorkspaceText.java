package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * All open texts at one version: what a {@link Snapshot} is computed from. Immutable, so it may be
 * handed to another thread.
 */
public record WorkspaceText(long version, List<FileText> files) {
  public WorkspaceText {
    files = List.copyOf(files);
  }

  /** One file; made by {@link Workspace} alone. */
  public static final class FileText {
    private final FileId id;
    private final SourceText text;
    private final Optional<String> readOnly;
    private final Documents documents;
    private final EditTrail trail;

    FileText(
        FileId id,
        SourceText text,
        Optional<String> readOnly,
        Documents documents,
        EditTrail trail) {
      this.id = id;
      this.text = text;
      this.readOnly = readOnly;
      this.documents = documents;
      this.trail = trail;
    }

    public FileId id() {
      return id;
    }

    public SourceText text() {
      return text;
    }

    /** Why the file cannot be edited; empty where it can. */
    public Optional<String> readOnly() {
      return readOnly;
    }

    Documents documents() {
      return documents;
    }

    EditTrail trail() {
      return trail;
    }
  }
}
