package io.github.ingressdesigner.dialect.envoy;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.route.Request;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A path as Envoy matches and forwards it, with normalize_path on (path_utility.cc and the path
 * canonicalisation of GURL; compared with Envoy 1.40).
 */
public final class EnvoyPath {
  private static final String ESCAPED = " \"<>^`{|}";
  private static final String NOT_IN_HOSTS = "\"#/<>?\\^`{|} ";

  private EnvoyPath() {}

  /**
   * The normalised path of a request; null where Envoy answers 400: a number sign in path or query,
   * an encoded NUL in the path, bytes beyond ASCII and control characters anywhere, and what cannot
   * stand in a host.
   *
   * @param merges whether several slashes become one (merge_slashes)
   */
  public static @Nullable String of(Request request, boolean merges) {
    return isRefused(request) ? null : normalised(request.path(), merges);
  }

  /**
   * @param path as it is sent, without its query
   */
  static @Nullable String normalised(String path, boolean merges) {
    if (UriText.isPlain(path)) {
      return path;
    }
    String bare = withoutParametersOfDots(path);
    if (!isSendable(path) || UriText.hasEscape(bare, 0)) {
      return null;
    }
    String clean = UriText.withoutDotsFromRoot(canonical(bare));
    return merges ? merged(clean) : clean;
  }

  private static boolean isRefused(Request request) {
    String host = request.host();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!UriText.isUnreserved(c) && (c <= ' ' || c >= 0x7f || NOT_IN_HOSTS.indexOf(c) >= 0)) {
        return true;
      }
    }
    return request.query().isPresent() && !isSendable(request.query().get());
  }

  private static boolean isSendable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return true;
  }

  /**
   * An element that is {@code .} or {@code ..} with parameters loses them: {@code /a/..;p/b} is
   * {@code /a/../b}. Encoded dots do not count, nor backslashes.
   */
  private static String withoutParametersOfDots(String path) {
    if (!path.contains("/.;") && !path.contains("/..;")) {
      return path;
    }
    StringBuilder out = new StringBuilder(path.length());
    for (int from = 0; from < path.length(); ) {
      int slash = path.indexOf('/', from + 1);
      int to = slash < 0 ? path.length() : slash;
      int dots = path.startsWith("/.;", from) ? 1 : path.startsWith("/..;", from) ? 2 : 0;
      out.append(path, from, dots > 0 ? from + 1 + dots : to);
      from = to;
    }
    return out.toString();
  }

  /** Escapes of unreserved characters decoded, a backslash made a slash, odd characters escaped. */
  private static String canonical(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int broken = Integer.MIN_VALUE;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int value = c == '%' ? escape(path, i) : -1;
      if (value >= 0 && UriText.isUnreserved(value)) {
        out.append((char) value);
        i += 2;
        if (broken >= out.length() - 3) {
          protect(out, broken, path, i + 1);
        }
      } else if (c == '\\') {
        out.append('/');
      } else if (ESCAPED.indexOf(c) >= 0) {
        out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      } else {
        if (c == '%' && value < 0) {
          broken = out.length();
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Where decoding has made an escape of a lone percent sign, that sign is escaped. */
  private static void protect(StringBuilder out, int percent, String path, int next) {
    char first = out.charAt(percent + 1);
    boolean two = out.length() == percent + 3;
    char second = two ? out.charAt(percent + 2) : next < path.length() ? path.charAt(next) : '/';
    if (isHex(first) && isHex(second)) {
      out.insert(percent + 1, "25");
    }
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0;
  }

  private static int escape(String bytes, int percent) {
    if (percent + 2 >= bytes.length()) {
      return -1;
    }
    int high = Character.digit(bytes.charAt(percent + 1), 16);
    int low = Character.digit(bytes.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Nothing but slashes becomes two of them. */
  private static String merged(String path) {
    String merged = UriText.mergedSlashes(path);
    return merged.equals("/") && path.length() > 1 ? "//" : merged;
  }
}
