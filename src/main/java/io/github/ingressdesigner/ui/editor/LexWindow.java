package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens of some lines in the middle of a text, without reading it from its start: the lexer begins
 * at the least indented line not far above, where an open scalar is unlikely.
 */
final class LexWindow {
  private static final int LOOK_BACK = 300;

  private LexWindow() {}

  /** Tokens of the lines {@code first} to {@code last}, both included. */
  static List<List<Token>> tokens(SourceText text, int first, int last) {
    List<List<Token>> all = new ArrayList<>();
    LexState state = LexState.START;
    for (int line = anchor(text, first); line <= last; line++) {
      YamlLexer.Line read = YamlLexer.lex(line(text, line), state);
      state = read.next();
      if (line >= first) {
        all.add(read.tokens());
      }
    }
    return all;
  }

  /** The state with which a line begins. */
  static LexState before(SourceText text, int line) {
    LexState state = LexState.START;
    for (int i = anchor(text, line); i < line; i++) {
      state = YamlLexer.lex(line(text, i), state).next();
    }
    return state;
  }

  static String line(SourceText text, int line) {
    LineIndex lines = text.lines();
    return text.slice(new TextRange(lines.startOf(line), lines.endOf(line)));
  }

  private static int anchor(SourceText text, int first) {
    int best = first;
    int least = Integer.MAX_VALUE;
    for (int line = first; line >= 0 && line >= first - LOOK_BACK; line--) {
      int indent = indent(text, line);
      if (indent >= 0 && indent < least) {
        least = indent;
        best = line;
      }
      if (indent == 0 && first - line > LOOK_BACK / 10) {
        break;
      }
    }
    return first <= LOOK_BACK ? 0 : best;
  }

  /** Columns of indentation, or -1 for a blank line or one with only a comment. */
  static int indent(SourceText text, int line) {
    LineIndex lines = text.lines();
    String string = text.string();
    int start = lines.startOf(line);
    int end = lines.endOf(line);
    for (int i = start; i < end; i++) {
      char c = string.charAt(i);
      if (c == '#') {
        return -1;
      }
      if (c != ' ') {
        return c == '\t' && string.substring(i, end).isBlank() ? -1 : i - start;
      }
    }
    return -1;
  }
}
