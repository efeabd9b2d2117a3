package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * What the chip of a folded block says: a backend says where it leads, other blocks how long they
 * are.
 *
 * @param text {@code web:80}, or {@code 7 lines}
 * @param backend whether it names a backend
 */
record BlockSummary(String text, boolean backend) {
  private static final int BACKEND_LINES = 12;

  static BlockSummary of(SourceText text, Blocks.Block block) {
    if (isBackend(text, block.header()) && block.hidden() <= BACKEND_LINES) {
      List<String> parts = backendParts(text, block);
      if (!parts.isEmpty()) {
        return new BlockSummary(String.join(":", parts), true);
      }
    }
    return new BlockSummary(Messages.text("editor.fold.lines", block.hidden()), false);
  }

  /** Whether a line opens a block with key {@code backend} or {@code defaultBackend}. */
  static boolean isBackend(SourceText text, int line) {
    int column = Blocks.keyColumn(text, line);
    if (column < 0) {
      return false;
    }
    String rest = LexWindow.line(text, line).substring(column);
    return rest.matches("(backend|defaultBackend):(\\s.*)?");
  }

  private static List<String> backendParts(SourceText text, Blocks.Block block) {
    List<String> parts = new ArrayList<>();
    LexState state = LexState.START;
    for (int line = block.header(); line <= block.last(); line++) {
      String string = LexWindow.line(text, line);
      YamlLexer.Line read = YamlLexer.lex(string, state);
      for (Token token : read.tokens()) {
        if (token.kind() == Token.Kind.BACKEND) {
          parts.add(unquoted(string.substring(token.start(), token.end())));
        }
      }
      state = read.next();
    }
    return parts.size() > 2 ? List.of() : parts;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && "'\"".indexOf(value.charAt(0)) >= 0
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
