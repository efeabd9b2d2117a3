package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lines can be folded, by indentation alone: a line and all deeper lines below it. Lines of
 * comments and blanks belong to a block only where deeper lines follow.
 */
final class Blocks {
  /** Longer blocks are not folded: each hidden line still costs the code area a cell. */
  static final int LONGEST = 2_000;

  private Blocks() {}

  /**
   * A block.
   *
   * @param header the line that stays visible
   * @param last the last line that is hidden
   */
  record Block(int header, int last) {
    int hidden() {
      return last - header;
    }
  }

  /** Whether a block hangs under a line; cheap, looks at the next line with content only. */
  static boolean isHeader(SourceText text, int line) {
    int indent = LexWindow.indent(text, line);
    if (indent < 0) {
      return false;
    }
    int next = nextContent(text, line);
    return next >= 0 && belongs(text, line, indent, next);
  }

  /** The block under a line; empty where there is none or it is too long. */
  static Optional<Block> at(SourceText text, int line) {
    return from(text, line, LexWindow.indent(text, line));
  }

  /**
   * The block under the key of a line, where the line begins with a dash: {@code - backend:} holds
   * only what is deeper than {@code backend}.
   */
  static Optional<Block> ofKey(SourceText text, int line) {
    return from(text, line, keyColumn(text, line));
  }

  /** The innermost block that holds a line or begins with it. */
  static Optional<Block> around(SourceText text, int line) {
    Optional<Block> own = at(text, line);
    if (own.isPresent()) {
      return own;
    }
    OptionalInt parent = parent(text, line);
    return parent.isPresent() ? at(text, parent.getAsInt()) : Optional.empty();
  }

  /** The line whose block holds this line; looks back a limited way. */
  static OptionalInt parent(SourceText text, int line) {
    int indent = LexWindow.indent(text, line);
    for (int i = line - 1; i >= 0 && i >= line - LONGEST; i--) {
      int above = LexWindow.indent(text, i);
      if (above < 0) {
        continue;
      }
      if (indent < 0) {
        indent = above + 1;
      }
      if (above < indent || belongs(text, i, above, line) && above == indent) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static Optional<Block> from(SourceText text, int line, int indent) {
    if (indent < 0) {
      return Optional.empty();
    }
    int last = line;
    int next = nextContent(text, line);
    while (next >= 0 && belongs(text, line, indent, next)) {
      last = next;
      if (last - line > LONGEST) {
        return Optional.empty();
      }
      next = nextContent(text, next);
    }
    return last > line ? Optional.of(new Block(line, last)) : Optional.empty();
  }

  private static boolean belongs(SourceText text, int header, int indent, int line) {
    int other = LexWindow.indent(text, line);
    return other > indent
        || other == indent
            && isDash(text, line, other)
            && !isDash(text, header, LexWindow.indent(text, header))
            && !isMarker(text, line);
  }

  private static boolean isMarker(SourceText text, int line) {
    return text.string().startsWith("---", text.lines().startOf(line));
  }

  private static boolean isDash(SourceText text, int line, int indent) {
    int at = text.lines().startOf(line) + indent;
    String string = text.string();
    return at < string.length()
        && string.charAt(at) == '-'
        && (at + 1 >= string.length() || " \n\t".indexOf(string.charAt(at + 1)) >= 0);
  }

  /** Column of the first character behind the dashes of a line; -1 for a line without content. */
  static int keyColumn(SourceText text, int line) {
    int column = LexWindow.indent(text, line);
    int start = text.lines().startOf(line);
    int end = text.lines().endOf(line);
    while (column >= 0 && isDash(text, line, column)) {
      column++;
      while (start + column < end && text.string().charAt(start + column) == ' ') {
        column++;
      }
      if (start + column >= end) {
        break;
      }
    }
    return column;
  }

  private static int nextContent(SourceText text, int line) {
    int count = text.lines().lineCount();
    for (int i = line + 1; i < count && i - line <= LONGEST; i++) {
      if (LexWindow.indent(text, i) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
