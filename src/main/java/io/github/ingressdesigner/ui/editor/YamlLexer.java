package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.editor.LexState.Flow;
import io.github.ingressdesigner.ui.editor.LexState.Level;
import io.github.ingressdesigner.ui.editor.LexState.Mode;
import io.github.ingressdesigner.ui.editor.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one line of YAML into coloured tokens, knowing only the state that the lines before left.
 * Total: any text gives tokens. It colours and is no parser: where it errs, a colour is wrong and
 * nothing else.
 */
final class YamlLexer {
  /** Lines beyond this many columns are one plain token; nobody reads them in colour. */
  static final int LONGEST = 4_000;

  /** The tokens of a line and the state for the next one. */
  record Line(List<Token> tokens, LexState next) {}

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Level> levels;
  private final List<Flow> flow;
  private Mode mode = Mode.NORMAL;
  private int scalarIndent;
  private Kind open;
  private int at;

  private YamlLexer(String line, LexState before) {
    this.line = line;
    levels = new ArrayList<>(before.levels());
    flow = new ArrayList<>(before.flow());
    scalarIndent = before.scalarIndent();
    open = before.open();
  }

  /** Reads one line, without its line break. */
  static Line lex(String line, LexState before) {
    if (line.length() > LONGEST) {
      return new Line(List.of(new Token(0, line.length(), Kind.VALUE)), before);
    }
    YamlLexer lexer = new YamlLexer(line, before);
    lexer.run(before);
    return new Line(
        List.copyOf(lexer.tokens),
        new LexState(lexer.mode, lexer.scalarIndent, lexer.open, lexer.levels, lexer.flow));
  }

  private void run(LexState before) {
    switch (before.mode()) {
      case LITERAL -> {
        if (line.isBlank() || indentOf(line) > scalarIndent) {
          mode = Mode.LITERAL;
          add(indentOf(line), line.length(), open);
          return;
        }
      }
      case SINGLE_QUOTED, DOUBLE_QUOTED -> {
        char quote = before.mode() == Mode.SINGLE_QUOTED ? '\'' : '"';
        at = closing(0, quote);
        add(0, at, open);
        if (mode != Mode.NORMAL) {
          return;
        }
        rest();
        return;
      }
      case NORMAL -> {}
    }
    if (isMarker()) {
      levels.clear();
      flow.clear();
      add(0, 3, Kind.PUNCTUATION);
      at = 3;
      blockNode();
    } else if (line.startsWith("%") && flow.isEmpty()) {
      add(0, line.length(), Kind.COMMENT);
    } else if (flow.isEmpty()) {
      blockNode();
    } else {
      rest();
    }
  }

  private boolean isMarker() {
    return (line.startsWith("---") || line.startsWith("..."))
        && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
  }

  /** Dashes, then a key with its value or a value alone. */
  private void blockNode() {
    skipBlanks();
    while (at < line.length() && line.charAt(at) == '-' && blankAt(at + 1)) {
      int dash = at;
      levels.removeIf(level -> level.indent() > dash);
      scalarIndent = dash;
      add(at, at + 1, Kind.PUNCTUATION);
      at++;
      skipBlanks();
    }
    int start = at;
    properties();
    int colon = keyEnd(at);
    if (colon >= 0) {
      int column = at;
      levels.removeIf(level -> level.indent() >= start);
      key(column, colon);
      levels.add(new Level(start, unquoted(column, colon)));
      scalarIndent = start;
      at = colon;
      add(at, at + 1, Kind.PUNCTUATION);
      at++;
    } else {
      levels.removeIf(level -> level.indent() > start);
    }
    rest();
  }

  private void key(int from, int colon) {
    int end = colon;
    while (end > from && line.charAt(end - 1) == ' ') {
      end--;
    }
    if (line.startsWith("{{", from)) {
      add(from, end, Kind.TEMPLATE);
    } else {
      add(from, end, Kind.KEY);
    }
  }

  /** Values, flow brackets and a comment, up to the end of the line. */
  private void rest() {
    while (at < line.length()) {
      skipBlanks();
      if (at >= line.length()) {
        return;
      }
      char c = line.charAt(at);
      if (c == '#' && (at == 0 || blankAt(at - 1))) {
        add(at, line.length(), Kind.COMMENT);
        at = line.length();
      } else if (line.startsWith("{{", at)) {
        template();
      } else if (c == '{' || c == '[') {
        add(at, at + 1, bracketKind(c));
        flow.add(new Flow(c, ""));
        at++;
      } else if ((c == '}' || c == ']') && !flow.isEmpty()) {
        flow.removeLast();
        add(at, at + 1, bracketKind(c == ']' ? '[' : '{'));
        at++;
      } else if (!flow.isEmpty() && (c == ',' || c == ':')) {
        add(at, at + 1, Kind.PUNCTUATION);
        at++;
      } else if (c == '|' || c == '>') {
        blockScalarHeader();
      } else if (c == '&' || c == '!' || c == '*') {
        properties();
      } else {
        scalar(c);
      }
    }
  }

  private Kind bracketKind(char bracket) {
    Kind kind = bracket == '[' ? valueKind() : Kind.PUNCTUATION;
    return kind == Kind.HOST ? kind : Kind.PUNCTUATION;
  }

  private void blockScalarHeader() {
    if (!flow.isEmpty()) {
      scalar(line.charAt(at));
      return;
    }
    int end = at + 1;
    while (end < line.length() && "+-0123456789".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    if (!blankAt(end)) {
      scalar(line.charAt(at));
      return;
    }
    add(at, end, Kind.PUNCTUATION);
    at = end;
    mode = Mode.LITERAL;
    open = Kind.VALUE;
  }

  private void scalar(char first) {
    int start = at;
    boolean quoted = first == '\'' || first == '"';
    int end = quoted ? -1 : plainEnd(start);
    if (quoted) {
      open = valueKind();
      end = closing(start + 1, first);
    }
    if (!flow.isEmpty() && mode == Mode.NORMAL && isFlowKey(end, quoted)) {
      add(start, end, Kind.KEY);
      Flow frame = flow.removeLast();
      flow.add(new Flow(frame.bracket(), unquoted(start, end)));
    } else {
      add(start, end, valueKind());
    }
    at = end;
  }

  private boolean isFlowKey(int end, boolean quoted) {
    int next = end;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    return flow.getLast().bracket() == '{'
        && next < line.length()
        && line.charAt(next) == ':'
        && (quoted || blankAt(next + 1) || ",}]".indexOf(line.charAt(next + 1)) >= 0);
  }

  /** End of a quoted scalar behind its closing quote; leaves the mode open if there is none. */
  private int closing(int from, char quote) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        if (quote == '\'' && i + 1 < line.length() && line.charAt(i + 1) == '\'') {
          i++;
        } else {
          mode = Mode.NORMAL;
          return i + 1;
        }
      }
    }
    mode = quote == '\'' ? Mode.SINGLE_QUOTED : Mode.DOUBLE_QUOTED;
    return line.length();
  }

  private int plainEnd(int from) {
    int end = from;
    int i = from;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '#' && i > from && blankAt(i - 1) || line.startsWith("{{", i)) {
        break;
      }
      if (!flow.isEmpty() && (",[]{}".indexOf(c) >= 0 || c == ':' && endsFlowKey(i))) {
        break;
      }
      i++;
      if (!blankAt(i - 1)) {
        end = i;
      }
    }
    return Math.max(end, Math.min(line.length(), from + 1));
  }

  private boolean endsFlowKey(int colon) {
    return blankAt(colon + 1) || ",}]".indexOf(line.charAt(colon + 1)) >= 0;
  }

  private void template() {
    int end = line.indexOf("}}", at);
    end = end < 0 ? line.length() : end + 2;
    add(at, end, Kind.TEMPLATE);
    at = end;
  }

  /** Anchors, tags and aliases. */
  private void properties() {
    while (at < line.length() && "&!*".indexOf(line.charAt(at)) >= 0) {
      int start = at;
      while (at < line.length()
          && !blankAt(at)
          && (flow.isEmpty() || ",]}".indexOf(line.charAt(at)) < 0)) {
        at++;
      }
      add(start, at, Kind.PROPERTY);
      skipBlanks();
    }
  }

  /** The colon that makes a block key of what stands at a column, or -1. */
  private int keyEnd(int from) {
    if (from >= line.length() || "#[{,|>%@`".indexOf(line.charAt(from)) >= 0) {
      return templateKeyEnd(from);
    }
    char quote = line.charAt(from);
    int i = from;
    if (quote == '"' || quote == '\'') {
      Mode was = mode;
      i = closing(from + 1, quote);
      boolean closed = mode == Mode.NORMAL;
      mode = was;
      if (!closed) {
        return -1;
      }
      while (i < line.length() && line.charAt(i) == ' ') {
        i++;
      }
      return i < line.length() && line.charAt(i) == ':' && blankAt(i + 1) ? i : -1;
    }
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':' && blankAt(i + 1)) {
        return i;
      }
      if (c == '#' && blankAt(i - 1)) {
        return -1;
      }
    }
    return -1;
  }

  private int templateKeyEnd(int from) {
    if (!line.startsWith("{{", from)) {
      return -1;
    }
    int end = line.indexOf("}}", from) + 2;
    return end > 1 && end < line.length() && line.charAt(end) == ':' ? end : -1;
  }

  private String unquoted(int from, int to) {
    String text = line.substring(from, to).strip();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** What a value means where it stands. */
  private Kind valueKind() {
    List<String> keys = new ArrayList<>();
    levels.forEach(level -> keys.add(level.key()));
    flow.stream().map(Flow::key).filter(key -> !key.isEmpty()).forEach(keys::add);
    return ValueKinds.of(keys);
  }

  private boolean blankAt(int index) {
    return index >= line.length() || line.charAt(index) == ' ' || line.charAt(index) == '\t';
  }

  private void skipBlanks() {
    while (at < line.length() && blankAt(at)) {
      at++;
    }
  }

  private void add(int start, int end, Kind kind) {
    if (end > start) {
      tokens.add(new Token(start, end, kind));
    }
  }

  /** Columns before the first character that is no space. */
  static int indentOf(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
