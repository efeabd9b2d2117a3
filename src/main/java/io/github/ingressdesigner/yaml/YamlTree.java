package io.github.ingressdesigner.yaml;

import java.util.Optional;

/**
 * The tree of one document. Offsets of its cursors count from the start of the document's slice of
 * the file.
 *
 * @param rootOffset where the root node starts in the slice
 * @param length of the slice
 * @param anchors how many nodes carry an anchor
 */
public record YamlTree(YamlNode root, int rootOffset, int length, int anchors) {
  public boolean hasAnchors() {
    return anchors > 0;
  }

  public YamlCursor cursor() {
    return new YamlCursor(root, rootOffset, Optional.empty());
  }
}
