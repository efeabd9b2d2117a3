package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A target of a rewrite, with places for what the expression captured. */
public record RewriteTemplate(List<Part> parts) {
  /** How places are written. */
  public enum Style {
    /**
     * NGINX: {@code $1} to {@code $9}, one digit; {@code $name} and <code>${name}</code> are
     * variables (also <code>${1}</code>).
     */
    NGINX,
    /**
     * Go's {@code Regexp.Expand}: {@code $name} is as long as letters, digits and {@code _} go, so
     * {@code $1x} is the group {@code 1x}; <code>${1}</code>; {@code $$} is a dollar.
     */
    GO,
    /** HAProxy, RE2 and sed: {@code \0} to {@code \9}; a backslash before another stands for it. */
    BACKSLASH,
    /** {@code $1} and <code>${1}</code> with any number of digits; {@code \$} is a dollar. */
    DOLLAR
  }

  /** A piece of the target. */
  public sealed interface Part {
    record Text(String text) implements Part {}

    record Group(int number) implements Part {}

    /** A variable or a named group. */
    record Name(String name) implements Part {}
  }

  public RewriteTemplate {
    parts = List.copyOf(parts);
  }

  public static RewriteTemplate of(Style style, String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    char sign = style == Style.BACKSLASH ? '\\' : '$';
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (c == sign && next == sign && (style == Style.GO || style == Style.BACKSLASH)
          || c == '\\' && next == '$' && style == Style.DOLLAR) {
        plain.append(next);
        i += 2;
        continue;
      }
      int end = c == sign ? end(style, text, i + 1) : 0;
      if (end == 0) {
        // A lone backslash is dropped before what it was meant to protect.
        if (c != '\\' || style != Style.BACKSLASH || next == 0) {
          plain.append(c);
        }
        i++;
        continue;
      }
      if (!plain.isEmpty()) {
        parts.add(new Part.Text(plain.toString()));
        plain.setLength(0);
      }
      parts.add(place(style, text.substring(i + 1, end)));
      i = end;
    }
    if (!plain.isEmpty()) {
      parts.add(new Part.Text(plain.toString()));
    }
    return new RewriteTemplate(parts);
  }

  /** Where the place ends whose sign stands before {@code from}; 0 if it is none. */
  private static int end(Style style, String text, int from) {
    if (from == text.length()) {
      return 0;
    }
    char first = text.charAt(from);
    if (style == Style.BACKSLASH) {
      return isDigit(first) ? from + 1 : 0;
    }
    if (style == Style.NGINX && first >= '1' && first <= '9') {
      return from + 1;
    }
    int start = first == '{' ? from + 1 : from;
    int end = start;
    while (end < text.length() && isWord(text.charAt(end), style)) {
      end++;
    }
    if (end == start || first == '{' && (end == text.length() || text.charAt(end) != '}')) {
      return 0;
    }
    return first == '{' ? end + 1 : end;
  }

  private static boolean isWord(char c, Style style) {
    return isDigit(c)
        || style != Style.DOLLAR && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Part place(Style style, String written) {
    boolean braces = written.startsWith("{");
    String name = braces ? written.substring(1, written.length() - 1) : written;
    boolean isNumber = name.chars().allMatch(c -> isDigit((char) c)) && name.length() < 9;
    return isNumber && !(braces && style == Style.NGINX)
        ? new Part.Group(Integer.parseInt(name))
        : new Part.Name(name);
  }

  /** The names in it that are no numbers, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Name(String name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Names stand for nothing; so do groups that took no part. */
  public String expand(Captures captures) {
    return expand(captures, name -> "");
  }

  /**
   * @param values what a name stands for
   */
  public String expand(Captures captures, UnaryOperator<String> values) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      out.append(
          switch (part) {
            case Part.Text(String text) -> text;
            case Part.Group(int number) -> captures.group(number);
            case Part.Name(String name) -> values.apply(name);
          });
    }
    return out.toString();
  }
}
