package io.github.ingressdesigner.yaml;

import java.util.Optional;

/**
 * The tree of one document. Offsets of its cursors count from the start of the document's slice of
 * the file.
 *
 * @param rootOffset where the root node starts in the slice
 * @param length of the slice
 */
public record YamlTree(YamlNode root, int rootOffset, int length, boolean hasAnchors) {
  public YamlCursor cursor() {
    return new YamlCursor(root, rootOffset, Optional.empty());
  }
}
