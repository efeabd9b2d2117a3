package io.github.ingressdesigner.yaml;

import java.util.List;

/**
 * The block collections of the old tree around an edit, from the root inwards, as far as reading
 * can go on with them: where the new text comes to the next child of one of them, in a collection
 * of the same kind and column within the same kinds and columns, everything from there on is as it
 * was.
 */
record Spine(List<Level> levels, int delta) {
  static final Spine NONE = new Spine(List.of(), 0);

  /**
   * @param start of the collection in the old text
   * @param column of its children
   * @param next index of the first child that the edit does not touch; the child count if none
   * @param nextStart where that child starts in the new text; -1 if none
   */
  record Level(YamlNode node, int start, int column, int next, int nextStart) {
    boolean isMapping() {
      return node instanceof YamlNode.Mapping;
    }

    /** Where the collection ends in the old text. */
    int end() {
      return start + node.length();
    }
  }

  boolean has(int level, boolean mapping, int column) {
    return level >= 0
        && level < levels.size()
        && levels.get(level).isMapping() == mapping
        && levels.get(level).column() == column;
  }
}
