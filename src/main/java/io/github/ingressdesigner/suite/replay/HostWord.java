package io.github.ingressdesigner.suite.replay;

import java.util.Optional;

/** Tells host names and schemes among the words of a line whose format nobody declares. */
final class HostWord {
  private HostWord() {}

  /**
   * A name with a dot, at least one letter in its last label, and perhaps a port; a name behind
   * {@code host=} needs no dot.
   */
  static Optional<String> find(String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      String key = word.substring(0, equals);
      String value = unquoted(word.substring(equals + 1));
      return (key.equals("host") || key.equals("vhost") || key.equals("authority"))
              && isName(value, false)
          ? Optional.of(value)
          : Optional.empty();
    }
    return isName(word, true) ? Optional.of(word) : Optional.empty();
  }

  static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean isName(String word, boolean dotNeeded) {
    int colon = word.indexOf(':');
    int length = colon < 0 ? word.length() : colon;
    if (length == 0 || length > 253) {
      return false;
    }
    for (int i = length + 1; i < word.length(); i++) {
      if (!isDigit(word.charAt(i))) {
        return false;
      }
    }
    boolean letter = false;
    int dots = 0;
    int label = 0;
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      if (c == '.') {
        if (label == 0) {
          return false;
        }
        dots++;
        label = 0;
        letter = false;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        label++;
        letter = true;
      } else if (isDigit(c) || c == '-' || c == '_') {
        label++;
      } else {
        return false;
      }
    }
    return label > 0 && letter && (dots > 0 || !dotNeeded);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
