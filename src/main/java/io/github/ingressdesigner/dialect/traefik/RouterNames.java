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

  /**
   * Tells names apart without writing them: texts that are normalised to one name have equal bits,
   * and hardly any others have.
   *
   * @param isPlain whether all letters are ASCII; of others nothing is said
   */
  record Bits(long value, boolean dash, boolean isStarted, boolean isPlain) {
    static final Bits NONE = new Bits(1, false, false, true);

    private static final int DASH = 1 << 16;

    /** With more text behind. */
    Bits and(String more) {
      long bits = value;
      boolean open = dash;
      boolean started = isStarted;
      boolean plain = isPlain;
      for (int i = 0; i < more.length(); i++) {
        char c = more.charAt(i);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
          bits = bits * 0x9e3779b97f4a7c15L + (open && started ? c + DASH : c);
          open = false;
          started = true;
        } else {
          open = true;
          plain &= c < 0x80;
        }
      }
      return new Bits(bits, open, started, plain);
    }
  }
}
