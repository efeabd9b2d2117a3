package io.github.ingressdesigner.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM text (RFC 7468).
 *
 * @param label what stands between BEGIN and the dashes: {@code CERTIFICATE}
 * @param line of the BEGIN, from 1
 * @param bytes empty where the body is no base64
 * @param encryptedBody whether headers say that the body itself is encrypted (the old form of
 *     OpenSSL)
 */
record PemBlock(String label, int line, Optional<Bytes> bytes, boolean encryptedBody) {
  /** Bytes that print as their number only, since they may be a key. */
  record Bytes(byte[] value) {
    @Override
    public String toString() {
      return value.length + " bytes";
    }
  }

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

  /** All blocks in order; text between them is skipped, as OpenSSL does. */
  static List<PemBlock> read(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    Matcher begin = BEGIN.matcher(text);
    int from = 0;
    while (begin.find(from)) {
      String end = "-----END " + begin.group(1) + "-----";
      int close = text.indexOf(end, begin.end());
      int line = 1 + (int) text.substring(0, begin.start()).chars().filter(c -> c == '\n').count();
      String body = close < 0 ? "" : text.substring(begin.end(), close);
      boolean encrypted = body.contains("ENCRYPTED");
      blocks.add(
          new PemBlock(
              begin.group(1),
              line,
              close < 0 || encrypted ? Optional.empty() : decode(body),
              encrypted));
      from = close < 0 ? begin.end() : close + end.length();
    }
    return blocks;
  }

  private static Optional<Bytes> decode(String body) {
    try {
      return Optional.of(new Bytes(Base64.getDecoder().decode(body.replaceAll("\\s+", ""))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
