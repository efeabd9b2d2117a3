package io.github.ingressdesigner.dialect.haproxy;

import java.util.Optional;

/**
 * A word of haproxy.cfg as HAProxy reads it: a backslash protects some signs, quotes group
 * (configuration manual, chapter 2.2).
 */
final class ConfigWord {
  private ConfigWord() {}

  /** What the word stands for; empty where it is not one whole word. */
  static Optional<String> read(String word) {
    StringBuilder out = new StringBuilder(word.length());
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && quote != '\'') {
        if (++i == word.length()) {
          return Optional.empty();
        }
        i = escaped(word, i, quote, out);
        if (i < 0) {
          return Optional.empty();
        }
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == '#' || quote == '"' && c == '$') {
        return Optional.empty();
      } else {
        out.append(c);
      }
    }
    return quote == 0 ? Optional.of(out.toString()) : Optional.empty();
  }

  /** The place of the last character that was used; -1 where HAProxy refuses it. */
  private static int escaped(String word, int at, char quote, StringBuilder out) {
    char c = word.charAt(at);
    switch (c) {
      case ' ', '#', '\\', '"', '\'' -> out.append(c);
      case 'r' -> out.append('\r');
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'x' -> {
        if (word.substring(at).matches("x[0-9a-fA-F]{2}.*")) {
          out.append((char) Integer.parseInt(word.substring(at + 1, at + 3), 16));
          return at + 2;
        }
        return -1;
      }
      default -> {
        if (c != '$' || quote != '"') {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return at;
  }
}
