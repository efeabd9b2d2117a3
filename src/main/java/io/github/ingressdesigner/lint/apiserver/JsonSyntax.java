package io.github.ingressdesigner.lint.apiserver;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether bytes are one JSON object; says no value of it. */
final class JsonSyntax {
  private static final int DEEPEST = 1_000;

  private final String text;
  private int at;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /** Why it is none; null is accepted, as Go does. */
  static Optional<String> problem(byte[] bytes) {
    JsonSyntax reader = new JsonSyntax(new String(bytes, StandardCharsets.UTF_8));
    reader.blanks();
    if (reader.at == reader.text.length()) {
      return Optional.of("unexpected end of JSON input");
    }
    char first = reader.text.charAt(reader.at);
    if (!reader.value(0)) {
      return Optional.of(reader.where());
    }
    reader.blanks();
    if (reader.at < reader.text.length()) {
      return Optional.of(reader.where());
    }
    return first == '{' || first == 'n'
        ? Optional.empty()
        : Optional.of("json: cannot unmarshal value into an object");
  }

  private String where() {
    return at >= text.length()
        ? "unexpected end of JSON input"
        : "invalid character in JSON at byte " + (at + 1);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    blanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean value(int depth) {
    blanks();
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> members('}', depth);
      case '[' -> members(']', depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(char end, int depth) {
    at++;
    if (take(end)) {
      return true;
    }
    do {
      blanks();
      boolean named = end == '}';
      if (named && !(at < text.length() && text.charAt(at) == '"' && string() && take(':'))) {
        return false;
      }
      if (!value(depth + 1)) {
        return false;
      }
    } while (take(','));
    return take(end);
  }

  private boolean string() {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c == '\\') {
        at++;
        if (at >= text.length() || "\"\\/bfnrtu".indexOf(text.charAt(at)) < 0) {
          return false;
        }
        if (text.charAt(at) == 'u') {
          for (int i = 1; i <= 4; i++) {
            if (at + i >= text.length() || Character.digit(text.charAt(at + i), 16) < 0) {
              return false;
            }
          }
          at += 4;
        }
      }
    }
    return false;
  }

  private boolean word(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean number() {
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int start = at;
    if (!digits() || text.charAt(start) == '0' && at - start > 1) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }
}
