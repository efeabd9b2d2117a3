package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.List;
import java.util.Map;

/** The texts and trees an intent is planned against; all of one moment. */
public record PlanContext(Map<FileId, PlanFile> files) {
  public PlanContext {
    files = Map.copyOf(files);
  }

  /** One open file with its documents in the order of the text. */
  public record PlanFile(SourceText text, boolean writable, List<PlanDocument> documents) {
    public PlanFile {
      documents = List.copyOf(documents);
    }
  }

  /**
   * @param range the document's slice of the file
   */
  public record PlanDocument(DocumentId id, TextRange range, ReadResult read) {}
}
