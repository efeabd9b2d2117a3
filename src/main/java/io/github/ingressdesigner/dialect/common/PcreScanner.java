package io.github.ingressdesigner.dialect.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in an expression for PCRE, and the small things that stand there. */
final class PcreScanner {
  private static final Pattern BRACES = Pattern.compile("([0-9]{1,5})(,([0-9]{0,5}))?}");

  private final String pattern;
  private int at;

  PcreScanner(String pattern) {
    this.pattern = pattern;
  }

  boolean isDone() {
    return at >= pattern.length();
  }

  char next() {
    return pattern.charAt(at++);
  }

  /** The character that was read last. */
  char before() {
    return pattern.charAt(at - 1);
  }

  boolean at(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  boolean take(char c) {
    if (at(c)) {
      at++;
      return true;
    }
    return false;
  }

  /** How many groups of the pattern capture. */
  static int countGroups(String pattern) {
    PcreScanner in = new PcreScanner(pattern);
    int count = 0;
    while (!in.isDone()) {
      switch (in.next()) {
        case '\\' -> {
          if (in.take('Q')) {
            in.quoted();
          } else {
            in.at++;
          }
        }
        case '[' -> in.skipClass();
        case '(' -> count += in.isCapturing() ? 1 : 0;
        default -> {}
      }
    }
    return count;
  }

  private boolean isCapturing() {
    if (at('*')) {
      return false;
    }
    return !at('?')
        || pattern.startsWith("?P<", at)
        || pattern.startsWith("?'", at)
        || pattern.startsWith("?<", at)
            && !pattern.startsWith("?<=", at)
            && !pattern.startsWith("?<!", at);
  }

  private void skipClass() {
    take('^');
    take(']');
    while (!isDone()) {
      char c = next();
      if (c == ']') {
        return;
      }
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        posix();
      }
    }
  }

  /** After {@code [} in a class: the name in {@code [:name:]}; empty if it is none. */
  String posix() {
    int end = at(':') ? pattern.indexOf(":]", at) : -1;
    String name = end < 0 ? "" : pattern.substring(at + 1, end);
    if (!name.matches("\\^?[a-z]+")) {
      return "";
    }
    at = end + 2;
    return name;
  }

  /** After an opening brace: {@code n}, {@code n,} or {@code n,m}; empty if it is no quantifier. */
  String braces() {
    Matcher matcher = BRACES.matcher(pattern).region(at, pattern.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    String inside = pattern.substring(at, matcher.end() - 1);
    at = matcher.end();
    String most =
        matcher.group(3) == null || matcher.group(3).isEmpty() ? "65535" : matcher.group(3);
    if (number(matcher.group(1)) > 65_535 || number(most) > 65_535) {
      throw new RegexRefusedException("A number in {" + inside + "} is above 65535.");
    }
    if (number(matcher.group(1)) > number(most)) {
      throw new RegexRefusedException("The numbers in {" + inside + "} are out of order.");
    }
    return inside;
  }

  /** After {@code \Q}: what stands up to {@code \E} or the end. */
  String quoted() {
    int end = pattern.indexOf("\\E", at);
    String text = pattern.substring(at, end < 0 ? pattern.length() : end);
    at = end < 0 ? pattern.length() : end + 2;
    return text;
  }

  void skipLine() {
    int end = pattern.indexOf('\n', at);
    at = end < 0 ? pattern.length() : end + 1;
  }

  void skipComment() {
    upTo(')');
  }

  private String upTo(char close) {
    int end = pattern.indexOf(close, at);
    if (end < 0) {
      throw new RegexRefusedException("A " + close + " is missing.");
    }
    String text = pattern.substring(at, end);
    at = end + 1;
    return text;
  }

  /** The name of a group, and its closing sign. */
  String name(char close) {
    String name = upTo(close);
    if (!name.matches("[A-Za-z_][A-Za-z_0-9]{0,31}")) {
      throw new RegexRefusedException("A group cannot be called " + name + ".");
    }
    return name;
  }

  /**
   * What a {@code \k} or {@code \g} refers to.
   *
   * @param opening the signs that may stand around it; without one it is a number
   */
  String reference(String opening) {
    if (isDone()) {
      throw new RegexRefusedException("A reference to a group names none.");
    }
    int kind = opening.indexOf(next());
    if (kind < 0) {
      at--;
      Matcher digits = Pattern.compile("[-+]?[0-9]+").matcher(pattern).region(at, pattern.length());
      if (opening.length() > 1 || !digits.lookingAt()) {
        throw new RegexRefusedException("A reference to a group names none.");
      }
      at = digits.end();
      return digits.group();
    }
    return upTo("<'{".indexOf(before()) == 0 ? '>' : before() == '\'' ? '\'' : '}');
  }

  static int number(String digits) {
    return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  int place() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  /** The decimal number whose first digit was read last. */
  int decimal() {
    int from = at - 1;
    while (!isDone() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      at++;
    }
    return number(pattern.substring(from, at));
  }

  /** A code of so many octal digits; without any, the character itself. */
  int octal(int most) {
    int value = 0;
    int digits = 0;
    while (digits < most && !isDone() && isOctal(pattern.charAt(at))) {
      value = value * 8 + next() - '0';
      digits++;
    }
    return digits == 0 && most == 3 ? next() : aByte(value);
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static int aByte(int value) {
    if (value > 0xff) {
      throw new RegexRefusedException("A character code is above 255.");
    }
    return value;
  }

  /** The character that an escape stands for, whose first letter was read. */
  int escaped(char c) {
    return switch (c) {
      case 'a' -> 7;
      case 'e' -> 27;
      case 'f' -> 12;
      case 'n' -> 10;
      case 'r' -> 13;
      case 't' -> 9;
      case '0' -> octal(2);
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        at--;
        yield octal(3);
      }
      case 'o' -> code("o", 8);
      case 'x' -> readHex();
      case 'c' -> {
        if (isDone() || pattern.charAt(at) < 0x20 || pattern.charAt(at) > 0x7e) {
          throw new RegexRefusedException("A \\c has no letter behind it.");
        }
        yield Character.toUpperCase(next()) ^ 64;
      }
      default -> {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
          throw new RegexRefusedException("The escape \\" + c + " means nothing.");
        }
        yield c;
      }
    };
  }

  private int readHex() {
    if (at('{')) {
      return code("x", 16);
    }
    int from = at;
    while (!isDone() && at < from + 2 && isHex(pattern.charAt(at))) {
      at++;
    }
    return at == from ? 0 : Integer.parseInt(pattern.substring(from, at), 16);
  }

  private static boolean isHex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private int code(String letter, int radix) {
    if (!take('{')) {
      throw new RegexRefusedException("A \\" + letter + " has no { behind it.");
    }
    String digits = upTo('}').strip();
    try {
      return aByte(Integer.parseInt(digits, radix));
    } catch (NumberFormatException e) {
      throw new RegexRefusedException("The code \\" + letter + "{" + digits + "} is no number.");
    }
  }

  /** After {@code \p} or {@code \P}: the same in Java's spelling. */
  String property(char letter) {
    if (isDone()) {
      throw new RegexRefusedException("A \\" + letter + " names no property.");
    }
    String name = take('{') ? upTo('}') : String.valueOf(next());
    boolean not = letter == 'P';
    if (name.startsWith("^")) {
      not = !not;
      name = name.substring(1);
    }
    if (name.equals("Any")) {
      return not ? "(?!)" : "(?s:.)";
    }
    String java = name.equals("L&") ? "LC" : name.length() > 2 ? "Is" + name : name;
    return (not ? "\\P{" : "\\p{") + java + "}";
  }

  /** A character as Java reads it literally. */
  static String literal(char c) {
    boolean isPlain =
        c >= 'a' && c <= 'z'
            || c >= 'A' && c <= 'Z'
            || c >= '0' && c <= '9'
            || "/-_~".indexOf(c) >= 0;
    return isPlain ? String.valueOf(c) : code(c);
  }

  /** A character by its code. */
  static String code(int value) {
    return "\\x" + "0123456789abcdef".charAt(value >> 4) + "0123456789abcdef".charAt(value & 15);
  }
}
