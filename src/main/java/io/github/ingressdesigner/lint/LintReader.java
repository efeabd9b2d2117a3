package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts once, for linting without a workspace. */
public final class LintReader {
  private static final BoundDocument NOTHING = new BoundDocument(List.of(), List.of());

  private LintReader() {}

  /** Total: what is broken is in the context as broken. */
  public static LintContext read(Map<FileId, SourceText> texts, LintSettings settings) {
    List<LintFile> files = new ArrayList<>();
    List<Located> resources = new ArrayList<>();
    int count = 0;
    for (Map.Entry<FileId, SourceText> entry : texts.entrySet()) {
      SourceText text = entry.getValue();
      List<LintDocument> documents = new ArrayList<>();
      for (TextRange range : DocumentScanner.scan(text.string())) {
        DocumentId id = new DocumentId(count++);
        ReadResult read = new YamlReader().read(text.slice(range));
        BoundDocument bound =
            read instanceof ReadResult.Parsed(YamlTree tree)
                ? new ResourceBinder().bind(tree)
                : NOTHING;
        documents.add(new LintDocument(entry.getKey(), id, text, range, read, bound));
        bound
            .resources()
            .forEach(
                one ->
                    resources.add(
                        new Located(
                            new ResourceId(entry.getKey(), id, one.item()), one.resource())));
      }
      files.add(new LintFile(entry.getKey(), text, documents));
    }
    Resources all = new Resources(resources);
    return new LintContext(
        files, all, () -> settings.dialect().compile(all, Optional.empty()), settings);
  }
}
