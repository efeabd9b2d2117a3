package io.github.ingressdesigner.dialect.common;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Small steps of which each dialect makes its own normalisation of request paths. They work on
 * {@link #bytes byte strings}, and return the very same string where there is nothing to do.
 */
public final class UriText {
  /** No {@link #plainBits}. */
  public static final long NOT_PLAIN = 0;

  private static final String HEX = "0123456789ABCDEF";
  private static final boolean[] UNRESERVED = new boolean[128];
  private static final boolean[] RESERVED = new boolean[128];

  static {
    for (char c = 0; c < UNRESERVED.length; c++) {
      UNRESERVED[c] =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      RESERVED[c] = ":/?#[]@!$&'()*+,;=".indexOf(c) >= 0;
    }
  }

  private UriText() {}

  /** The UTF-8 bytes of a text, one char (0 to 255) for each, as proxies see and match it. */
  public static String bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  /** The text of a byte string, for people; bytes that are no UTF-8 become U+FFFD. */
  public static String text(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > 0x7f) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      }
    }
    return bytes;
  }

  /**
   * Whether none of the steps here would change the path: only unreserved letters and slashes, no
   * two slashes in a row, no element that starts with a dot.
   */
  public static boolean isPlain(String path) {
    char before = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain = c == '/' ? before != '/' : isUnreserved(c) && (c != '.' || before != '/');
      if (!plain) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /**
   * For a plain path as {@link #isPlain} says, which begins with a slash, 64 bits that tell it from
   * others, in one look at it; else {@link #NOT_PLAIN}. Equal paths have equal bits; that two
   * others have is so rare that who finds it may work as if they were equal, but must not rely on
   * it.
   */
  public static long plainBits(String path) {
    int length = path.length();
    if (length == 0 || path.charAt(0) != '/') {
      return NOT_PLAIN;
    }
    long bits = length;
    char before = 0;
    for (int i = 0; i < length; i++) {
      char c = path.charAt(i);
      if (!isUnreserved(c) ? c != '/' || before == '/' : c == '.' && before == '/') {
        return NOT_PLAIN;
      }
      bits = bits * 0x9e3779b97f4a7c15L + c;
      before = c;
    }
    return bits * 0x9e3779b97f4a7c15L | 1;
  }

  /** Letters, digits and {@code -._~} (RFC 3986 2.3). */
  public static boolean isUnreserved(int c) {
    return c < UNRESERVED.length && c >= 0 && UNRESERVED[c];
  }

  /** General and sub-delimiters, such as {@code / ? # & =} (RFC 3986 2.2). */
  public static boolean isReserved(int c) {
    return c < RESERVED.length && c >= 0 && RESERVED[c];
  }

  /** All escapes decoded, once; empty where a % has no two hexadecimal digits behind it. */
  public static Optional<String> decoded(String path) {
    return decoded(path, c -> true);
  }

  /**
   * Some escapes decoded, once; those left get upper-case digits.
   *
   * @param which whether the byte (0 to 255) of an escape is decoded
   * @return empty where a % has no two hexadecimal digits behind it
   */
  public static Optional<String> decoded(String path, IntPredicate which) {
    int percent = path.indexOf('%');
    if (percent < 0) {
      return Optional.of(path);
    }
    StringBuilder out = new StringBuilder(path.length());
    int done = 0;
    while (percent >= 0) {
      int value = escaped(path, percent);
      if (value < 0) {
        return Optional.empty();
      }
      out.append(path, done, percent);
      if (which.test(value)) {
        out.append((char) value);
      } else {
        escape(out, value);
      }
      done = percent + 3;
      percent = path.indexOf('%', done);
    }
    out.append(path, done, path.length());
    return Optional.of(path.contentEquals(out) ? path : out.toString());
  }

  /** Whether this escape stands in the path, in either case of its digits. */
  public static boolean hasEscape(String path, int value) {
    for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
      if (escaped(path, i) == value) {
        return true;
      }
    }
    return false;
  }

  private static int escaped(String path, int percent) {
    if (percent + 2 >= path.length()) {
      return -1;
    }
    int high = hex(path.charAt(percent + 1));
    int low = hex(path.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Unlike {@link Character#digit}, no digits of other scripts. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static void escape(StringBuilder out, int value) {
    out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
  }

  /** Several slashes in a row become one. */
  public static String mergedSlashes(String path) {
    int twice = path.indexOf("//");
    if (twice < 0) {
      return path;
    }
    StringBuilder out = new StringBuilder(path.length()).append(path, 0, twice + 1);
    for (int i = twice + 2; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '/' || path.charAt(i - 1) != '/') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * Elements {@code .} and {@code ..} resolved, the slash before a last one kept: {@code /a/b/..}
   * becomes {@code /a/} (RFC 3986 5.2.4). An empty element is an element: {@code /a//..} becomes
   * {@code /a/}.
   *
   * @param path begins with a slash
   * @return empty where it climbs above the root
   */
  public static Optional<String> withoutDots(String path) {
    String out = hasDots(path) ? resolved(path, false) : path;
    return out.isEmpty() ? Optional.empty() : Optional.of(out);
  }

  /** The same, but there is nothing above the root: {@code /../a} becomes {@code /a}. */
  public static String withoutDotsFromRoot(String path) {
    return hasDots(path) ? resolved(path, true) : path;
  }

  /**
   * As Go's {@code path.Clean} does it, but with the slash at the end kept where one was written:
   * slashes merged, dots resolved from the root, {@code /a/b/..} becomes {@code /a}.
   *
   * @param path begins with a slash
   */
  public static String cleaned(String path) {
    String merged = mergedSlashes(path);
    if (!hasDots(merged)) {
      return merged;
    }
    String out = resolved(merged, true);
    return merged.endsWith("/") || !out.endsWith("/") || out.length() == 1
        ? out
        : out.substring(0, out.length() - 1);
  }

  private static boolean hasDots(String path) {
    for (int i = path.indexOf("/."); i >= 0; i = path.indexOf("/.", i + 2)) {
      int end = i + 2 < path.length() && path.charAt(i + 2) == '.' ? i + 3 : i + 2;
      if (end == path.length() || path.charAt(end) == '/') {
        return true;
      }
    }
    return false;
  }

  /** Empty where it climbs above the root and may not. */
  private static String resolved(String path, boolean stopsAtRoot) {
    StringBuilder out = new StringBuilder(path.length()).append('/');
    for (int from = 1; from <= path.length(); ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      int length = to - from;
      if (length == 2 && path.startsWith("..", from)) {
        if (out.length() > 1) {
          out.setLength(out.lastIndexOf("/", out.length() - 2) + 1);
        } else if (!stopsAtRoot) {
          return "";
        }
      } else if (length != 1 || path.charAt(from) != '.') {
        out.append(path, from, slash < 0 ? to : to + 1);
      }
      from = to + 1;
    }
    return out.toString();
  }

  /**
   * A decoded path as NGINX writes it to a backend after it was changed ({@code ngx_escape_uri}
   * with {@code NGX_ESCAPE_URI}, from 1.21.1): what RFC 3986 does not allow, and {@code ? # %}.
   */
  public static String encodedAsNginx(String bytes) {
    return encoded(bytes, c -> c > 0x20 && c < 0x7f && "\"#%<>?\\^`{|}".indexOf(c) < 0);
  }

  /**
   * Escapes, in upper-case digits, what may not stay.
   *
   * @param stays whether a byte (0 to 255) is written as it is
   */
  public static String encoded(String bytes, IntPredicate stays) {
    for (int i = 0; i < bytes.length(); i++) {
      if (!stays.test(bytes.charAt(i))) {
        return encodedFrom(bytes, i, stays);
      }
    }
    return bytes;
  }

  private static String encodedFrom(String bytes, int first, IntPredicate stays) {
    StringBuilder out = new StringBuilder(bytes.length() + 16).append(bytes, 0, first);
    for (int i = first; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (stays.test(c)) {
        out.append(c);
      } else {
        escape(out, c & 0xff);
      }
    }
    return out.toString();
  }
}
