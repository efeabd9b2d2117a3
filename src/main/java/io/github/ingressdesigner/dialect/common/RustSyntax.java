package io.github.ingressdesigner.dialect.common;

/**
 * Where Rust's regex crate reads an expression other than Go (docs.rs/regex, "Syntax"): classes
 * know Unicode and set operations, escapes are fewer, and a brace is always a count.
 */
final class RustSyntax {
  private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}";
  private static final String SPACE = "\\t\\n\\x0b\\f\\r\\x{85}\\p{Z}";

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private RustSyntax(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The same for re2j.
   *
   * @throws RegexRefusedException where Rust refuses it or re2j cannot do the same
   */
  static String asGo(String pattern) {
    RustSyntax syntax = new RustSyntax(pattern);
    syntax.read();
    return syntax.out.toString();
  }

  private void read() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      switch (c) {
        case '\\' -> readEscape(false);
        case '[' -> readClass();
        case '{' -> readCount();
        case '(' -> readGroup();
        default -> out.append(c);
      }
    }
  }

  private void readGroup() {
    out.append('(');
    if (!pattern.startsWith("?", at)) {
      return;
    }
    for (int i = at + 1; i < pattern.length() && ":)<=!>P".indexOf(pattern.charAt(i)) < 0; i++) {
      if ("uxR".indexOf(pattern.charAt(i)) >= 0) {
        throw notModelled("the flag " + pattern.charAt(i));
      }
    }
  }

  private void readCount() {
    int end = pattern.indexOf('}', at);
    String inside = end < 0 ? "" : pattern.substring(at, end).strip();
    if (!inside.matches("[0-9]+(\\s*,\\s*[0-9]*)?")) {
      throw new RegexRefusedException("A { begins no count; a literal one is written \\{.");
    }
    out.append('{').append(inside.replaceAll("\\s", "")).append('}');
    at = end + 1;
  }

  private void readEscape(boolean inClass) {
    if (at == pattern.length()) {
      throw new RegexRefusedException("It ends in a backslash.");
    }
    char c = pattern.charAt(at++);
    switch (c) {
      case 'd' -> out.append("\\p{Nd}");
      case 'D' -> out.append("\\P{Nd}");
      case 'w' -> out.append(inClass ? WORD : "[" + WORD + "]");
      case 's' -> out.append(inClass ? SPACE : "[" + SPACE + "]");
      case 'W', 'S' -> {
        if (inClass) {
          throw notModelled("\\" + c + " in a class");
        }
        out.append("[^").append(c == 'W' ? WORD : SPACE).append(']');
      }
      case 'b', 'B' -> {
        if (inClass || pattern.startsWith("{", at)) {
          throw notModelled("the escape \\" + c + (inClass ? " in a class" : "{"));
        }
        out.append('\\').append(c);
      }
      case 'u', 'U' -> readUnicode(c == 'u' ? 4 : 8);
      case 'x' -> {
        if (pattern.startsWith("{", at)) {
          out.append("\\x");
          return;
        }
        readUnicode(2);
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'g' ->
          throw new RegexRefusedException("It refers back to a group, which Rust's engine cannot.");
      case '<', '>' -> throw notModelled("the escape \\" + c);
      case 'p', 'P', 'a', 'f', 't', 'n', 'r', 'v' -> out.append('\\').append(c);
      case 'A', 'z' -> {
        if (inClass) {
          throw new RegexRefusedException("The escape \\" + c + " cannot stand in a class.");
        }
        out.append('\\').append(c);
      }
      default -> {
        if (c >= 0x80 || Character.isLetterOrDigit(c)) {
          throw new RegexRefusedException("The escape \\" + c + " means nothing to Rust's engine.");
        }
        out.append('\\').append(c);
      }
    }
  }

  private void readUnicode(int digits) {
    int end = pattern.startsWith("{", at) ? pattern.indexOf('}', at) : at + digits;
    int from = pattern.startsWith("{", at) ? at + 1 : at;
    String code = end < 0 || end > pattern.length() ? "" : pattern.substring(from, end);
    if (!code.matches("[0-9A-Fa-f]{1,8}")) {
      throw new RegexRefusedException("A character code has too few hexadecimal digits.");
    }
    out.append("\\x{").append(code).append('}');
    at = from == at ? end : end + 1;
  }

  private void readClass() {
    out.append('[');
    if (pattern.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    while (pattern.startsWith("-", at) || pattern.startsWith("]", at)) {
      out.append('\\').append(pattern.charAt(at++));
    }
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == ']') {
        out.append(']');
        return;
      }
      if (c == '\\') {
        readEscape(true);
      } else if (c == '[') {
        readPosix();
      } else if ("&-~".indexOf(c) >= 0 && pattern.startsWith(String.valueOf(c), at)) {
        throw notModelled("a set operation " + c + c + " in a class");
      } else {
        out.append(c);
      }
    }
    throw new RegexRefusedException("A [ has no ].");
  }

  private void readPosix() {
    int end = pattern.startsWith(":", at) ? pattern.indexOf(":]", at) : -1;
    if (end < 0) {
      throw notModelled("a class in a class");
    }
    out.append('[').append(pattern, at, end + 2);
    at = end + 2;
  }

  private static RegexRefusedException notModelled(String what) {
    return new RegexRefusedException(
        "It uses " + what + ", which Rust's engine knows and this program does not model.");
  }
}
