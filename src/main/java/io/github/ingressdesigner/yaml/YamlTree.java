package io.github.ingressdesigner.yaml;

import java.util.Optional;

/**
 * The tree of one document. Offsets of its cursors count from the start of the document's slice of
 * the file.
 *
 * @param rootOffset where the root node starts in the slice
 * @param length of the slice
 * @param anchors how many nodes carry an anchor or are an alias
 */
public record YamlTree(YamlNode root, int rootOffset, int length, int anchors) {
  /** Whether any node carries an anchor or is an alias. */
  public boolean hasAnchors() {
    return anchors > 0;
  }

  public YamlCursor cursor() {
    return new YamlCursor(root, rootOffset, Optional.empty());
  }

  static int anchorsIn(YamlNode node) {
    int count = node.anchor().isPresent() ? 1 : 0;
    switch (node) {
      case YamlNode.Scalar scalar -> {}
      case YamlNode.Alias alias -> count = 1;
      case YamlNode.Sequence sequence -> {
        for (YamlNode.Item item : sequence.items()) {
          count += anchorsIn(item.node());
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          count += anchorsIn(entry.key()) + anchorsIn(entry.value());
        }
      }
    }
    return count;
  }
}
