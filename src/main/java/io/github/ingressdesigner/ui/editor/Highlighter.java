package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Fx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.reactfx.Subscription;

/**
 * Colours the lines on the screen and a few around them, never more; a line that has its colours
 * already is left alone.
 */
final class Highlighter implements EditorPart {
  private static final int AROUND = 30;

  private FileEditor editor;
  private Subscription visible = Subscription.EMPTY;
  private boolean waiting;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    visible = editor.area().getVisibleParagraphs().changes().subscribe(change -> request());
    request();
  }

  @Override
  public void uninstall() {
    visible.unsubscribe();
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    request();
  }

  /** Colours as soon as the events at hand are through; many requests are one. */
  void request() {
    if (!waiting) {
      waiting = true;
      Fx.later(
          () -> {
            waiting = false;
            colourVisible();
          });
    }
  }

  private void colourVisible() {
    CodeArea area = editor.area();
    SourceText text = editor.text();
    if (area.getVisibleParagraphs().isEmpty()) {
      colour(0, Math.min(2 * AROUND, text.lines().lineCount() - 1));
      return;
    }
    int first = Math.max(0, area.firstVisibleParToAllParIndex() - AROUND);
    int last = Math.min(text.lines().lineCount() - 1, area.lastVisibleParToAllParIndex() + AROUND);
    colour(first, last);
  }

  private void colour(int first, int last) {
    SourceText text = editor.text();
    List<TextRange> secrets = editor.hiddenRanges(first, last);
    List<List<Token>> tokens = LexWindow.tokens(text, first, last);
    for (int line = first; line <= last; line++) {
      int start = text.lines().startOf(line);
      int length = text.lines().endOf(line) - start;
      List<Token> masked = mask(tokens.get(line - first), start, length, secrets);
      colourLine(line, masked, length);
    }
  }

  private void colourLine(int line, List<Token> tokens, int length) {
    CodeArea area = editor.area();
    StyleSpans<Collection<String>> wanted = spans(tokens, length);
    if (!wanted.equals(area.getStyleSpans(line))) {
      area.setStyleSpans(line, 0, wanted);
    }
  }

  private static List<Token> mask(
      List<Token> tokens, int lineStart, int length, List<TextRange> secrets) {
    List<Token> result = new ArrayList<>(tokens);
    for (TextRange secret : secrets) {
      int from = secret.start() - lineStart;
      int to = secret.end() - lineStart;
      if (to <= 0 || from >= length) {
        continue;
      }
      List<Token> next = new ArrayList<>();
      boolean placed = false;
      for (Token token : result) {
        if (token.start() < from) {
          next.add(new Token(token.start(), Math.min(token.end(), from), token.kind()));
        }
        if (!placed && token.end() > from) {
          next.add(new Token(from, Math.min(to, length), Token.Kind.SECRET));
          placed = true;
        }
        if (token.end() > to) {
          next.add(new Token(Math.max(token.start(), to), token.end(), token.kind()));
        }
      }
      if (!placed) {
        next.add(new Token(from, Math.min(to, length), Token.Kind.SECRET));
      }
      result = next;
    }
    return result;
  }

  private static StyleSpans<Collection<String>> spans(List<Token> tokens, int length) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int at = 0;
    for (Token token : tokens) {
      if (token.start() > at) {
        spans.add(List.of(), token.start() - at);
      }
      spans.add(List.of(token.kind().styleClass), token.end() - token.start());
      at = token.end();
    }
    if (at < length || length == 0) {
      spans.add(List.of(), length - at);
    }
    return spans.create();
  }
}
