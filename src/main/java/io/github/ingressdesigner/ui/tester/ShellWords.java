package io.github.ingressdesigner.ui.tester;

import java.util.ArrayList;
import java.util.List;

/** Words of a POSIX shell command, as browsers and people write them; no expansion. */
final class ShellWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /** A quote that is not closed ends with the text. */
  static List<String> split(String text) {
    ShellWords reader = new ShellWords(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    reader.end();
    return reader.words;
  }

  /** The text as one word; without quotes where none are needed. */
  static String quote(String text) {
    return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private void next() {
    char c = text.charAt(at++);
    switch (c) {
      case ' ', '\t', '\n', '\r' -> end();
      case '\'' -> single();
      case '"' -> quoted(false);
      case '\\' -> {
        if (at < text.length() && text.charAt(at) == '\r') {
          at++;
        }
        if (at < text.length()) {
          char escaped = text.charAt(at++);
          if (escaped != '\n') {
            add(escaped);
          }
        }
      }
      case '$' -> {
        if (at < text.length() && text.charAt(at) == '\'') {
          at++;
          quoted(true);
        } else {
          add(c);
        }
      }
      default -> add(c);
    }
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void single() {
    int close = text.indexOf('\'', at);
    int end = close < 0 ? text.length() : close;
    word.append(text, at, end);
    inWord = true;
    at = end + 1;
  }

  /** {@code "…"}, or {@code $'…'} whose escapes are those of C. */
  private void quoted(boolean ansi) {
    char close = ansi ? '\'' : '"';
    inWord = true;
    while (at < text.length() && text.charAt(at) != close) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        escape(text.charAt(at++), ansi);
      } else {
        word.append(c);
      }
    }
    at++;
  }

  private void escape(char c, boolean ansi) {
    if (ansi) {
      switch (c) {
        case 'n' -> word.append('\n');
        case 't' -> word.append('\t');
        case 'r' -> word.append('\r');
        case 'u' -> {
          int end = Math.min(at + 4, text.length());
          String digits = text.substring(at, end);
          if (digits.matches("[0-9a-fA-F]{4}")) {
            word.append((char) Integer.parseInt(digits, 16));
            at = end;
          } else {
            word.append("\\u");
          }
        }
        default -> word.append(c);
      }
    } else if (c != '\n') {
      word.append("\"\\$`".indexOf(c) >= 0 ? "" : "\\").append(c);
    }
  }
}
