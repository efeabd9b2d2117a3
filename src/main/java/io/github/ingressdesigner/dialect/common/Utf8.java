package io.github.ingressdesigner.dialect.common;

/**
 * A byte string and the text that Go reads in it: each byte that is no UTF-8 counts as U+FFFD.
 *
 * @param places for each char of the text where it begins in the bytes, and the end; empty if the
 *     places are the same
 */
record Utf8(String text, int[] places) {
  private static final int[] SAME = {};
  private static final char BAD = '\ufffd';

  /** The string itself where it is ASCII. */
  static Utf8 of(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > 0x7f) {
        return decoded(bytes);
      }
    }
    return new Utf8(bytes, SAME);
  }

  private static Utf8 decoded(String bytes) {
    StringBuilder text = new StringBuilder(bytes.length());
    int[] places = new int[bytes.length() + 1];
    for (int i = 0; i < bytes.length(); ) {
      int length = length(bytes, i);
      int from = text.length();
      if (length == 0) {
        text.append(bytes.charAt(i) < 0x80 ? bytes.charAt(i) : BAD);
      } else {
        text.appendCodePoint(codePoint(bytes, i, length));
      }
      for (int c = from; c < text.length(); c++) {
        places[c] = i;
      }
      i += Math.max(1, length);
    }
    places[text.length()] = bytes.length();
    return new Utf8(text.toString(), places);
  }

  /** How many bytes the character has that begins here; 0 if it is ASCII or none. */
  private static int length(String bytes, int at) {
    char first = bytes.charAt(at);
    int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length()) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      if (bytes.charAt(i) < 0x80 || bytes.charAt(i) > 0xbf) {
        return 0;
      }
    }
    int code = codePoint(bytes, at, length);
    boolean isShortest = length < 3 || code >= (length == 3 ? 0x800 : 0x10000);
    boolean isSurrogate = code >= 0xd800 && code < 0xe000;
    return isShortest && !isSurrogate && code <= 0x10ffff ? length : 0;
  }

  private static int codePoint(String bytes, int at, int length) {
    int code = bytes.charAt(at) & 0x7f >> length;
    for (int i = at + 1; i < at + length; i++) {
      code = code << 6 | bytes.charAt(i) & 0x3f;
    }
    return code;
  }

  int placeInBytes(int inText) {
    return places.length == 0 ? inText : places[inText];
  }

  int placeInText(int inBytes) {
    if (places.length == 0) {
      return inBytes;
    }
    int place = 0;
    while (place < text.length() && places[place] < inBytes) {
      place++;
    }
    return place;
  }
}
