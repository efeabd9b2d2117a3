package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.Optional;

/** From fields to nodes and back, for one document. */
public final class SourceMap {
  private SourceMap() {}

  /**
   * A field found in the text.
   *
   * @param occurrence where it stands on the way written (an alias stays an alias)
   * @param definition the node that holds the value, aliases and merges followed
   * @param shared whether the way goes through an alias or a merge, so that the value is used
   *     elsewhere too
   */
  public record Found(YamlCursor occurrence, YamlCursor definition, boolean shared) {}

  /** The node of a field; {@code item} is the index in a {@code kind: List} or -1. */
  public static Optional<Found> find(YamlTree tree, int item, FieldPath path) {
    throw new UnsupportedOperationException("not yet " + tree.length() + item + path);
  }

  /** The field at an offset of the slice: the innermost one that is written there. */
  public static Optional<At> at(YamlTree tree, int offset) {
    throw new UnsupportedOperationException("not yet " + tree.length() + offset);
  }

  public record At(int item, FieldPath path) {}

  /**
   * The lines of a list item or entry as people see it: from its dash or key to the end of its
   * content.
   */
  public static TextRange elementRange(YamlCursor cursor) {
    throw new UnsupportedOperationException("not yet " + cursor);
  }
}
