package io.github.ingressdesigner.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Makes certificates for tests: X.509 v3 with EC keys, written by hand. */
public final class TestCertificates {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  private static final byte[] ECDSA_SHA256 = {
    0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static int serial = 1;

  private TestCertificates() {}

  /** A certificate and its key. */
  public record Made(X509Certificate certificate, KeyPair keys, String subject) {
    public String pem() {
      return new CertificateChain(List.of(certificate)).pem();
    }

    public String keyPem() {
      return PemText.of("PRIVATE KEY", keys.getPrivate().getEncoded());
    }
  }

  public static Made authority(String name) {
    return make(name, List.of(), START, END, true, Optional.empty());
  }

  public static Made authority(String name, Made by) {
    return make(name, List.of(), START, END, true, Optional.of(by));
  }

  public static Made server(Made by, String... hosts) {
    return make(hosts[0], List.of(hosts), START, END, false, Optional.of(by));
  }

  public static Made server(Made by, Instant from, Instant to, String... hosts) {
    return make(hosts[0], List.of(hosts), from, to, false, Optional.of(by));
  }

  public static Made selfSigned(String... hosts) {
    return make(hosts[0], List.of(hosts), START, END, false, Optional.empty());
  }

  public static Made withoutNames(Made by, String commonName) {
    return make(commonName, List.of(), START, END, false, Optional.of(by));
  }

  private static Made make(
      String subject,
      List<String> hosts,
      Instant from,
      Instant to,
      boolean authority,
      Optional<Made> by) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair keys = generator.generateKeyPair();
      byte[] body =
          seq(
              tag(0xa0, integer(2)),
              integer(serial++),
              ECDSA_SHA256,
              name(by.map(Made::subject).orElse(subject)),
              seq(time(from), time(to)),
              name(subject),
              keys.getPublic().getEncoded(),
              tag(0xa3, seq(extensions(hosts, authority))));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(by.map(Made::keys).orElse(keys).getPrivate());
      signature.update(body);
      byte[] whole = seq(body, ECDSA_SHA256, tag(0x03, join(new byte[] {0}, signature.sign())));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(whole));
      return new Made(certificate, keys, subject);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] extensions(List<String> hosts, boolean authority) {
    byte[] constraints =
        seq(
            new byte[] {0x06, 0x03, 0x55, 0x1d, 0x13},
            tag(0x04, authority ? seq(new byte[] {0x01, 0x01, (byte) 0xff}) : seq()));
    if (hosts.isEmpty()) {
      return constraints;
    }
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    hosts.forEach(h -> names.writeBytes(tag(0x82, h.getBytes(StandardCharsets.US_ASCII))));
    return join(
        constraints,
        seq(new byte[] {0x06, 0x03, 0x55, 0x1d, 0x11}, tag(0x04, seq(names.toByteArray()))));
  }

  private static byte[] name(String text) {
    byte[] commonName =
        seq(
            new byte[] {0x06, 0x03, 0x55, 0x04, 0x03},
            tag(0x0c, text.getBytes(StandardCharsets.UTF_8)));
    return seq(tag(0x31, commonName));
  }

  private static byte[] time(Instant at) {
    return tag(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] integer(int value) {
    return tag(0x02, java.math.BigInteger.valueOf(value).toByteArray());
  }

  private static byte[] seq(byte[]... parts) {
    return tag(0x30, join(parts));
  }

  private static byte[] tag(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
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
