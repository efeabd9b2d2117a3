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

  /** No offset of any text. */
  static final int NOWHERE = Integer.MIN_VALUE;

  /**
   * @param start of the collection in the old text
   * @param column of its children
   * @param next index of the child behind the one that holds the next level
   * @param meeting index of the first child whose line the edit does not touch
   * @param meetingStart where that one starts in the new text; {@link #NOWHERE} if none
   */
  record Level(YamlNode node, int start, int column, int next, int meeting, int meetingStart) {
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
