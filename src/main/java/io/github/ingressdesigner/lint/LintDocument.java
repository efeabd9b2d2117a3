package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.Optional;

/**
 * One document of a file.
 *
 * @param fileText the text of the whole file
 * @param range the slice of the file that is the document; offsets of trees and reports count from
 *     its start
 * @param bound what the current text says; where it is broken, the last good one
 */
public record LintDocument(
    FileId file,
    DocumentId id,
    SourceText fileText,
    TextRange range,
    ReadResult read,
    BoundDocument bound) {
  /** The text of the document. */
  public String text() {
    return fileText.slice(range);
  }

  /** Empty where the text is broken, empty or a template. */
  public Optional<YamlTree> tree() {
    return read instanceof ReadResult.Parsed(YamlTree tree) ? Optional.of(tree) : Optional.empty();
  }

  /**
   * @param item index in a {@code kind: List} or -1
   */
  public Location at(int item, FieldPath path) {
    return new Location(new ResourceId(file, id, item), path);
  }
}
