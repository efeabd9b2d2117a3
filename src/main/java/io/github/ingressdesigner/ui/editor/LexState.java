package io.github.ingressdesigner.ui.editor;

import java.util.ArrayList;
import java.util.List;

/**
 * What the lexer has to know of the lines before.
 *
 * @param mode what the line before left open
 * @param scalarIndent for {@code LITERAL}: lines deeper than this belong to the block scalar
 * @param open kind of the scalar that is open
 * @param levels enclosing keys of block style, outermost first
 * @param flow enclosing brackets of flow style, outermost first
 */
record LexState(Mode mode, int scalarIndent, Token.Kind open, List<Level> levels, List<Flow> flow) {
  enum Mode {
    NORMAL,
    LITERAL,
    SINGLE_QUOTED,
    DOUBLE_QUOTED
  }

  /** A key and its column. */
  record Level(int indent, String key) {}

  /**
   * An open bracket; {@code key} is the last key read inside a brace, empty in a square bracket.
   */
  record Flow(char bracket, String key) {}

  static final LexState START =
      new LexState(Mode.NORMAL, 0, Token.Kind.VALUE, List.of(), List.of());

  LexState {
    levels = List.copyOf(levels);
    flow = List.copyOf(flow);
  }

  /** Keys from the outermost to the innermost, of both styles. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    levels.forEach(level -> keys.add(level.key()));
    for (Flow frame : flow) {
      if (!frame.key().isEmpty()) {
        keys.add(frame.key());
      }
    }
    return keys;
  }
}
