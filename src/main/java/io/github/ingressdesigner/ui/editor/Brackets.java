package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Pairs of brackets of flow style; brackets in strings, comments and templates do not count. */
final class Brackets {
  private static final int REACH = 400;

  private Brackets() {}

  /** Offsets of a pair. */
  record Pair(int open, int close) {}

  /** The pair whose one bracket stands directly before or behind the caret. */
  static Optional<Pair> at(SourceText text, int caret) {
    if (!isBracket(text, caret) && !isBracket(text, caret - 1)) {
      return Optional.empty();
    }
    int line = text.lines().lineOf(caret);
    int first = Math.max(0, line - REACH);
    int last = Math.min(text.lines().lineCount() - 1, line + REACH);
    List<List<Token>> tokens = LexWindow.tokens(text, first, last);
    Deque<Integer> open = new ArrayDeque<>();
    Optional<Pair> found = Optional.empty();
    for (int i = first; i <= last; i++) {
      int start = text.lines().startOf(i);
      for (Token token : tokens.get(i - first)) {
        int at = start + token.start();
        if (token.end() - token.start() != 1) {
          continue;
        }
        char c = text.string().charAt(at);
        if (c == '{' || c == '[') {
          open.push(at);
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
          Pair pair = new Pair(open.pop(), at);
          boolean matches = (c == '}') == (text.string().charAt(pair.open()) == '{');
          if (matches && touches(pair, caret)) {
            found = prefer(found, pair, caret);
          }
        }
      }
    }
    return found;
  }

  private static Optional<Pair> prefer(Optional<Pair> was, Pair now, int caret) {
    boolean behind = now.open() == caret || now.close() == caret;
    return was.isEmpty() || behind ? Optional.of(now) : was;
  }

  private static boolean touches(Pair pair, int caret) {
    return pair.open() == caret
        || pair.close() == caret
        || pair.open() + 1 == caret
        || pair.close() + 1 == caret;
  }

  private static boolean isBracket(SourceText text, int offset) {
    return offset >= 0
        && offset < text.length()
        && "[]{}".indexOf(text.string().charAt(offset)) >= 0;
  }
}
