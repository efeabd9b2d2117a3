package io.github.ingressdesigner.suite.replay;

/**
 * The class of a path: numbers, UUIDs, hashes and tokens among its elements are replaced, so that
 * {@code /orders/17} and {@code /orders/18} are one.
 */
final class PathTemplate {
  /** Elements behind these are folded. */
  private static final int MOST_ELEMENTS = 8;

  private static final int LEAST_HEX = 8;
  private static final int LEAST_TOKEN = 20;

  /** Of a token with dashes; the title of an article has fewer. */
  private static final int LEAST_DIGITS = 5;

  private PathTemplate() {}

  static String of(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int elements = 0;
    int at = 0;
    while (at < path.length()) {
      if (path.charAt(at) == '/') {
        if (++elements > MOST_ELEMENTS) {
          return out.append("/…").toString();
        }
        out.append('/');
        at++;
        continue;
      }
      int end = path.indexOf('/', at);
      end = end < 0 ? path.length() : end;
      element(path, at, end, out);
      at = end;
    }
    return out.toString();
  }

  private static void element(String path, int start, int end, StringBuilder out) {
    int digits = 0;
    int hex = 0;
    int dashes = 0;
    int others = 0;
    for (int i = start; i < end; i++) {
      char c = path.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
        hex++;
      } else if (c == '-') {
        dashes++;
      } else {
        others++;
      }
    }
    int length = end - start;
    if (digits == length) {
      out.append("{number}");
    } else if (length == 36 && dashes == 4 && others == 0) {
      out.append("{uuid}");
    } else if (length >= LEAST_HEX && digits > 0 && digits + hex == length) {
      out.append("{hash}");
    } else if (length >= LEAST_TOKEN && (dashes == 0 && digits > 0 || digits >= LEAST_DIGITS)) {
      out.append("{token}");
    } else {
      out.append(path, start, end);
    }
  }

  /** A wider class: the first element alone. */
  static String wide(String template) {
    int slash = template.indexOf('/', 1);
    return slash < 0 ? template : template.substring(0, slash) + "/…";
  }
}
