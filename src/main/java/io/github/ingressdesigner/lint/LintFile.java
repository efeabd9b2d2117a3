package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;

/** A file with its documents in order. */
public record LintFile(FileId id, SourceText text, List<LintDocument> documents) {
  public LintFile {
    documents = List.copyOf(documents);
  }
}
