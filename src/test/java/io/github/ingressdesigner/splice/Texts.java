package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts read for planning. */
final class Texts {
  static final FileId FILE = new FileId("/work/ingress.yaml");
  static final FileId OTHER_FILE = new FileId("/work/other.yaml");

  private Texts() {}

  static PlanContext context(String text) {
    return new PlanContext(Map.of(FILE, file(text)));
  }

  static PlanContext context(String text, String other) {
    return new PlanContext(Map.of(FILE, file(text), OTHER_FILE, file(other, 1000)));
  }

  static PlanFile file(String text) {
    return file(text, 0);
  }

  private static PlanFile file(String text, int firstId) {
    List<PlanDocument> documents = new ArrayList<>();
    for (TextRange range : DocumentScanner.scan(text)) {
      ReadResult read = new YamlReader().read(text.substring(range.start(), range.end()));
      documents.add(new PlanDocument(new DocumentId(firstId + documents.size()), range, read));
    }
    return new PlanFile(SourceText.of(text), true, documents);
  }

  /** What each document of a text says; empty for those that cannot be read. */
  static List<BoundDocument> bind(String text) {
    List<BoundDocument> bound = new ArrayList<>();
    for (PlanDocument document : file(text).documents()) {
      bound.add(
          document.read() instanceof ReadResult.Parsed parsed
              ? new ResourceBinder().bind(parsed.tree())
              : new BoundDocument(List.of(), List.of()));
    }
    return bound;
  }
}
