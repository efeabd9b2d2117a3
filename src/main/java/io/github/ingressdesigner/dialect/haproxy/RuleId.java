package io.github.ingressdesigner.dialect.haproxy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The id that the controller gives a rule: the 128-bit FNV-1a hash of the rule as Go writes it in
 * JSON and of its type (pkg/haproxy/rules/main.go, GetID). It stands behind the backend in the
 * value of a row, so it decides between rows of one key and backend.
 */
final class RuleId {
  /** Number of a type in pkg/haproxy/rules/types.go. */
  static final int REDIRECT = 10;

  static final int SET_HEADER = 12;
  static final int PATH_REWRITE = 14;

  private static final BigInteger OFFSET = new BigInteger("6c62272e07bb014262b821756295c58d", 16);
  private static final BigInteger PRIME = new BigInteger("1000000000000000000013b", 16);
  private static final BigInteger MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

  private RuleId() {}

  static String redirect(String host, int code, int port, boolean https, boolean ssl) {
    String json =
        "{\"Host\":%s,\"RedirectCode\":%d,\"RedirectPort\":%d,\"SSLRequest\":%b,\"SSLRedirect\":%b}";
    return of(json.formatted(quoted(host), code, port, https, ssl), REDIRECT);
  }

  static String header(String name, String format) {
    String json =
        "{\"HdrName\":%s,\"HdrFormat\":%s,\"CondTest\":\"\",\"Cond\":\"\",\"Type\":0,"
            + "\"Response\":false,\"AfterResponse\":false,\"ForwardedProto\":false}";
    return of(json.formatted(quoted(name), quoted(format)), SET_HEADER);
  }

  static String rewrite(String expression, String format) {
    String json = "{\"PathMatch\":%s,\"PathFmt\":%s}";
    return of(json.formatted(quoted(expression), quoted(format)), PATH_REWRITE);
  }

  /**
   * @param type one byte behind the text
   */
  static String of(String json, int type) {
    BigInteger hash = OFFSET;
    for (byte b : json.getBytes(StandardCharsets.UTF_8)) {
      hash = step(hash, b & 0xff);
    }
    byte[] bytes = step(hash, type).toByteArray();
    byte[] all = new byte[16];
    int used = Math.min(16, bytes.length);
    System.arraycopy(bytes, bytes.length - used, all, 16 - used, used);
    return HexFormat.of().formatHex(all);
  }

  private static BigInteger step(BigInteger hash, int value) {
    return hash.xor(BigInteger.valueOf(value)).multiply(PRIME).and(MASK);
  }

  /** As encoding/json writes a string, with its care for HTML. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || "<>&\u2028\u2029".indexOf(c) >= 0) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
