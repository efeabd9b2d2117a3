package io.github.ingressdesigner.dialect.envoy;

import io.github.ingressdesigner.dialect.common.UriText;
import org.jspecify.annotations.Nullable;

/**
 * A path as Envoy matches and forwards it, with normalize_path and merge_slashes on
 * (path_utility.cc and the path canonicalisation of GURL, Envoy 1.40).
 */
public final class EnvoyPath {
  private static final String ESCAPED = " \"<>^`{|}";

  private EnvoyPath() {}

  /**
   * The normalised path; null where Envoy answers 400: a number sign, or an encoded NUL.
   *
   * @param path as it is sent, without its query
   */
  public static @Nullable String normalised(String path) {
    if (UriText.isPlain(path)) {
      return path;
    }
    String bytes = UriText.bytes(path);
    if (bytes.indexOf('#') >= 0 || UriText.hasEscape(bytes, 0)) {
      return null;
    }
    return merged(UriText.withoutDotsFromRoot(canonical(bytes)));
  }

  /** Escapes of unreserved characters decoded, a backslash made a slash, odd characters escaped. */
  private static String canonical(String bytes) {
    StringBuilder out = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      int value = c == '%' ? escape(bytes, i) : -1;
      if (value >= 0 && UriText.isUnreserved(value)) {
        out.append((char) value);
        i += 2;
      } else if (c == '\\') {
        out.append('/');
      } else if (c <= 0x1f || c >= 0x7f || ESCAPED.indexOf(c) >= 0) {
        out.append(String.format("%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
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
