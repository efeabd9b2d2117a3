package io.github.ingressdesigner.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes PEM. */
final class PemText {
  private PemText() {}

  static String of(String label, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
