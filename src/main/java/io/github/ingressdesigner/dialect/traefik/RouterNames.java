package io.github.ingressdesigner.dialect.traefik;

/** Names of routers and middlewares: {@code provider.Normalize}. */
final class RouterNames {
  private RouterNames() {}

  /** Runs of anything but letters and numbers become one dash; none at either end. */
  static String normalized(String name) {
    StringBuilder out = new StringBuilder(name.length());
    boolean dash = false;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      boolean stays =
          c < 0x80
              ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
              : isLetterOrNumber(c);
      if (stays) {
        if (dash && !out.isEmpty()) {
          out.append('-');
        }
        out.appendCodePoint(c);
      }
      dash = !stays || dash && out.isEmpty();
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
