package io.github.ingressdesigner.cluster.login;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and private keys in PEM. Besides PKCS#8, which Java reads, the older forms that many
 * tools write: PKCS#1 for RSA ({@code RSA PRIVATE KEY}) and SEC1 ({@code EC PRIVATE KEY}).
 */
public final class PemKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([\\s\\S]*?)-----END \\1-----");
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xA0;

  private PemKeys() {}

  /**
   * All certificates, in their order.
   *
   * @throws GeneralSecurityException with a message that holds nothing of the text
   */
  public static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(new String(pem, StandardCharsets.US_ASCII));
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    while (blocks.find()) {
      if (blocks.group(1).endsWith("CERTIFICATE")) {
        byte[] der = decode(blocks.group(2));
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      }
    }
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate in it");
    }
    return certificates;
  }

  /**
   * The first private key.
   *
   * @throws GeneralSecurityException with a message that holds nothing of the text
   */
  public static PrivateKey privateKey(byte[] pem) throws GeneralSecurityException {
    Matcher blocks = BLOCK.matcher(new String(pem, StandardCharsets.US_ASCII));
    while (blocks.find()) {
      String type = blocks.group(1);
      if (type.equals("ENCRYPTED PRIVATE KEY") || blocks.group(2).contains("ENCRYPTED")) {
        throw new GeneralSecurityException(
            "the key is encrypted, which kubectl does not read either");
      }
      switch (type) {
        case "PRIVATE KEY" -> {
          return key(decode(blocks.group(2)));
        }
        case "RSA PRIVATE KEY" -> {
          return key(pkcs8(RSA, decode(blocks.group(2))));
        }
        case "EC PRIVATE KEY" -> {
          byte[] der = decode(blocks.group(2));
          return key(pkcs8(tagged(SEQUENCE, join(EC, curve(der))), der));
        }
        default -> {}
      }
    }
    throw new GeneralSecurityException("there is no private key in it");
  }

  private static byte[] decode(String base64) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("it is not base64", e);
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // the key is of another algorithm
      }
    }
    throw new GeneralSecurityException("the key is of no known kind (RSA, EC, Ed25519)");
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    byte[] version = {2, 1, 0};
    return tagged(SEQUENCE, join(version, algorithm, tagged(OCTETS, key)));
  }

  /** The curve's name, which SEC1 keeps beside the key: version, key, [0] curve, [1] public key. */
  private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
    try {
      ByteBuffer der = ByteBuffer.wrap(sec1);
      enter(der, SEQUENCE);
      while (der.hasRemaining()) {
        int tag = der.get() & 0xFF;
        byte[] content = new byte[length(der)];
        der.get(content);
        if (tag == PARAMETERS) {
          return content;
        }
      }
    } catch (java.nio.BufferUnderflowException | NegativeArraySizeException e) {
      throw new GeneralSecurityException("the key is cut off", e);
    }
    throw new GeneralSecurityException("the key does not say its curve");
  }

  private static void enter(ByteBuffer der, int tag) throws GeneralSecurityException {
    if ((der.get() & 0xFF) != tag) {
      throw new GeneralSecurityException("it is not a private key");
    }
    length(der);
  }

  private static int length(ByteBuffer der) throws GeneralSecurityException {
    int first = der.get() & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7F); i++) {
      length = length << 8 | der.get() & 0xFF;
    }
    if (length < 0 || length > der.remaining()) {
      throw new GeneralSecurityException("the key is cut off");
    }
    return length;
  }

  private static byte[] tagged(int tag, byte[] content) {
    int n = content.length;
    byte[] head =
        n < 0x80
            ? new byte[] {(byte) tag, (byte) n}
            : n < 0x100
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) n}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (n >> 8), (byte) n};
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
