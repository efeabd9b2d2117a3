package io.github.ingressdesigner.dialect.traefik;

import java.util.List;

/**
 * The text of a router's rule, or how many bytes it has: that is its priority, so it is counted for
 * every path and written only where somebody reads it.
 */
final class RuleText {
  /** The matcher of the path. */
  enum Form {
    /** No path: the host alone. */
    NONE("", 0),
    PATH("Path", 1),
    PREFIX("PathPrefix", 1),
    /** The path or what is below it. */
    ELEMENTS("", 2),
    REGEXP("PathRegexp", 1);

    private final String matcher;
    private final int times;

    Form(String matcher, int times) {
      this.matcher = matcher;
      this.times = times;
    }
  }

  private static final String AND = " && ";
  private static final String OR = " || ";

  private RuleText() {}

  /**
   * @param hosts none for every host; one, or one and its aliases
   * @param path as the matcher gets it; for {@link Form#ELEMENTS} without the slash at its end
   */
  static int bytes(List<String> hosts, Form form, String path) {
    int host = hosts.size() > 1 ? 2 + OR.length() * (hosts.size() - 1) : 0;
    for (int i = 0; i < hosts.size(); i++) {
      host += "Host()".length() + quotedBytes(hosts.get(i));
    }
    if (form == Form.NONE) {
      return host;
    }
    int quoted = quotedBytes(path);
    int matcher =
        form == Form.ELEMENTS
            ? "(Path() || PathPrefix())".length() + 1 + 2 * quoted
            : form.matcher.length() + 2 + form.times * quoted;
    return host == 0 ? matcher : host + AND.length() + matcher;
  }

  static String of(List<String> hosts, Form form, String path) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hosts.size(); i++) {
      text.append(i > 0 ? OR : hosts.size() > 1 ? "(" : "");
      text.append("Host(").append(quoted(hosts.get(i))).append(')');
    }
    text.append(hosts.size() > 1 ? ")" : "");
    text.append(hosts.isEmpty() || form == Form.NONE ? "" : AND);
    switch (form) {
      case NONE -> {}
      case ELEMENTS ->
          text.append("(Path(")
              .append(quoted(path))
              .append(") || PathPrefix(")
              .append(quoted(path + "/"))
              .append("))");
      case PATH, PREFIX, REGEXP ->
          text.append(form.matcher).append('(').append(quoted(path)).append(')');
    }
    return text.toString();
  }

  /** Bytes of Go's {@code %q}. */
  static int quotedBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        return utf8Bytes(quoted(text));
      }
    }
    return text.length() + 2;
  }

  /** Go's {@code %q}. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> quote(out, c));
    return out.append('"').toString();
  }

  private static void quote(StringBuilder out, int c) {
    int known = "\u0007\b\f\n\r\t\u000b".indexOf(c);
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (known >= 0) {
      out.append('\\').append("abfnrtv".charAt(known));
    } else if (c < ' ' || c == 0x7f) {
      out.append("\\x%02x".formatted(c));
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
    }
  }

  /** {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols and the blank. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  static int utf8Bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A pair of surrogates is four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
