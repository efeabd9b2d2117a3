package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a string as a YAML scalar that every reader takes as that string: under YAML 1.1 and 1.2,
 * in block and in flow context. Double quotes use the escapes of JSON only.
 */
public final class ScalarWriter {
  /** What YAML 1.1 or 1.2 or kubectl takes for something other than a string. */
  private static final Pattern TYPED =
      Pattern.compile(
          "~|(?i:null|true|false|yes|no|on|off|y|n)"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.[0-9_]+([eE][-+]?[0-9]+)?"
              + "|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+"
              + "|[-+]?\\.(?i:inf|nan)|<<|="
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private ScalarWriter() {}

  /** Whether the string may stand without quotes. */
  public static boolean isPlainSafe(String value, boolean flow) {
    if (value.isEmpty() || INDICATORS.indexOf(value.charAt(0)) >= 0) {
      return false;
    }
    if (value.startsWith("...") || TYPED.matcher(value).matches()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isPrintable(c) || c == '\n' || c == '\t') {
        return false;
      }
      boolean last = i + 1 == value.length();
      if (c == ' ' && (i == 0 || last || value.charAt(i + 1) == '#')) {
        return false;
      }
      if (c == ':' && (last || value.charAt(i + 1) == ' ')) {
        return false;
      }
      if (flow && ",[]{}?".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * On one line, in the preferred style where the value fits it, else in double quotes.
   *
   * @param preferred block styles count as plain here
   */
  public static String inline(String value, Style preferred, boolean flow) {
    return switch (preferred) {
      case SINGLE_QUOTED -> isOneLine(value) ? "'" + value.replace("'", "''") + "'" : quoted(value);
      case DOUBLE_QUOTED -> quoted(value);
      case PLAIN, LITERAL, FOLDED -> isPlainSafe(value, flow) ? value : quoted(value);
    };
  }

  /** In double quotes, with JSON's escapes. */
  public static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean pair = Character.isSurrogate(c) && isPaired(value, i);
          if (pair || isPrintable(c)) {
            out.append(c);
          } else {
            out.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /**
   * As a block scalar: its header, a line break and the lines at the given indent, without a line
   * break at the end; empty where the value does not fit the style. A value that ends in several
   * line breaks does not: it would take in the blank lines that follow.
   */
  public static Optional<String> block(String value, Style style, int indent) {
    String body = value.replaceAll("\n+$", "");
    int breaks = value.length() - body.length();
    if (breaks > 1
        || body.isEmpty()
        || body.startsWith(" ")
        || body.startsWith("\n")
        || !isText(body)) {
      return Optional.empty();
    }
    boolean folded = style == Style.FOLDED;
    if (folded && (body.contains("\n ") || body.contains("\n\t") || body.contains("\n\n"))) {
      folded = false;
    }
    String margin = " ".repeat(indent);
    StringBuilder out = new StringBuilder(folded ? ">" : "|");
    out.append(breaks == 0 ? "-" : "");
    for (String line : (folded ? body.replace("\n", "\n\n") : body).split("\n", -1)) {
      out.append('\n').append(line.isEmpty() ? "" : margin).append(line);
    }
    return Optional.of(out.toString());
  }

  private static boolean isText(String body) {
    return body.chars().allMatch(c -> c == '\n' || c == '\t' || isPrintable((char) c))
        && body.lines().noneMatch(line -> line.isBlank() && !line.isEmpty());
  }

  private static boolean isOneLine(String value) {
    return value.chars().allMatch(c -> isPrintable((char) c));
  }

  /** Printable in YAML, and no line break of any reader: not NEL, LS, PS, nor a byte-order mark. */
  private static boolean isPrintable(char c) {
    return c >= 0x20 && c < 0x7f
        || c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && c < 0xfffe;
  }

  private static boolean isPaired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }
}
