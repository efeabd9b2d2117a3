package io.github.ingressdesigner.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The few pieces of DER that are needed to wrap older key formats into PKCS#8. */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;

  /** rsaEncryption with NULL. */
  private static final byte[] RSA = {
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  /** id-ecPublicKey. */
  private static final byte[] EC = {
    0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
  };

  private static final byte[] VERSION = {INTEGER, 1, 0};

  private Der() {}

  /** A PKCS#1 key as PKCS#8. */
  static byte[] rsaAsPkcs8(byte[] key) {
    return element(SEQUENCE, join(VERSION, RSA, element(OCTETS, key)));
  }

  /** A SEC1 key as PKCS#8; empty where it does not name its curve. */
  static Optional<byte[]> ecAsPkcs8(byte[] key) {
    return content(key, 0)
        .flatMap(body -> child(body, PARAMETERS))
        .map(
            curve ->
                element(
                    SEQUENCE,
                    join(VERSION, element(SEQUENCE, join(EC, curve)), element(OCTETS, key))));
  }

  /** The content of the first child with a tag. */
  private static Optional<byte[]> child(byte[] body, int tag) {
    int at = 0;
    while (at + 1 < body.length) {
      Optional<byte[]> content = content(body, at);
      if (content.isEmpty()) {
        return Optional.empty();
      }
      if ((body[at] & 0xff) == tag) {
        return content;
      }
      at += headerLength(body, at) + content.get().length;
    }
    return Optional.empty();
  }

  private static Optional<byte[]> content(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return Optional.empty();
    }
    int header = headerLength(bytes, at);
    int length = bytes[at + 1] & 0xff;
    if (length > 0x80) {
      int count = length - 0x80;
      if (count > 3 || at + 2 + count > bytes.length) {
        return Optional.empty();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | bytes[at + 2 + i] & 0xff;
      }
    }
    int end = at + header + length;
    return end > bytes.length
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(bytes, at + header, end));
  }

  private static int headerLength(byte[] bytes, int at) {
    int length = bytes[at + 1] & 0xff;
    return length > 0x80 ? 2 + length - 0x80 : 2;
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int count = content.length > 0xffff ? 3 : content.length > 0xff ? 2 : 1;
      out.write(0x80 + count);
      for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
        out.write(content.length >> shift);
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
