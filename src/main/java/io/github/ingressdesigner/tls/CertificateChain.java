package io.github.ingressdesigner.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of a file, in its order: the first is that of the server.
 *
 * @param certificates at least one
 */
public record CertificateChain(List<X509Certificate> certificates) {
  /** What is to be said about the order of a chain. */
  public enum Order {
    /** Each is signed by the next. */
    RIGHT,
    /** All belong to one chain, in another order. */
    MIXED,
    /** Some belong to no chain of the first one. */
    UNRELATED
  }

  public CertificateChain {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("no certificates, expected at least one");
    }
  }

  /** Reads all certificates of a PEM text; keys beside them are skipped. */
  public static Loaded<CertificateChain> read(String pem) {
    List<X509Certificate> found = new ArrayList<>();
    for (PemBlock block : PemBlock.read(pem)) {
      if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
        Optional<X509Certificate> certificate = block.bytes().flatMap(b -> parse(b.value()));
        if (certificate.isEmpty()) {
          return new Loaded.Unreadable<>(
              "The certificate in line %d is damaged. Copy the whole block again."
                  .formatted(block.line()));
        }
        found.add(certificate.get());
      }
    }
    return found.isEmpty()
        ? new Loaded.Unreadable<>(noCertificate(pem))
        : new Loaded.Ready<>(new CertificateChain(found));
  }

  private static String noCertificate(String pem) {
    List<String> labels = PemBlock.read(pem).stream().map(PemBlock::label).toList();
    if (labels.stream().anyMatch(label -> label.endsWith("PRIVATE KEY"))) {
      return "This is a private key, not a certificate.";
    }
    return labels.contains("CERTIFICATE REQUEST") || labels.contains("NEW CERTIFICATE REQUEST")
        ? "This is a certificate request. The authority that signs it gives back the certificate."
        : "No certificate is in here. Expected is a block that begins with -----BEGIN"
            + " CERTIFICATE-----.";
  }

  private static Optional<X509Certificate> parse(byte[] bytes) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** The certificate of the server. */
  public X509Certificate leaf() {
    return certificates.getFirst();
  }

  /** Hosts and addresses that it is for. */
  public List<String> names() {
    return CertificateNames.of(leaf());
  }

  /** Whether it covers a host of a rule, which may be a wildcard itself. */
  public boolean covers(String host) {
    return names().stream().anyMatch(name -> CertificateNames.covers(name, host));
  }

  public Instant notBefore() {
    return leaf().getNotBefore().toInstant();
  }

  public Instant notAfter() {
    return leaf().getNotAfter().toInstant();
  }

  /** Whether it signed itself, so that no client trusts it by itself. */
  public boolean isSelfSigned() {
    return signed(leaf(), leaf());
  }

  /** Whether the first one may sign others: the chain is probably upside down. */
  public boolean beginsWithAuthority() {
    return leaf().getBasicConstraints() >= 0 && certificates.size() > 1;
  }

  public Order order() {
    List<X509Certificate> sorted = sorted(leafOf());
    return sorted.equals(certificates)
        ? Order.RIGHT
        : sorted.size() == certificates.size() ? Order.MIXED : Order.UNRELATED;
  }

  /**
   * The same certificates from that of the server to its authorities; unrelated ones are left out.
   */
  public CertificateChain inOrder() {
    return new CertificateChain(sorted(leafOf()));
  }

  /** Whether the last one names an issuer that a client must find by itself. */
  public boolean endsBeforeRoot() {
    List<X509Certificate> sorted = sorted(leafOf());
    return !signed(sorted.getLast(), sorted.getLast());
  }

  /** The first one that signs no other: else the first. */
  private X509Certificate leafOf() {
    return certificates.stream()
        .filter(c -> certificates.stream().noneMatch(other -> other != c && signed(other, c)))
        .findFirst()
        .orElse(leaf());
  }

  private List<X509Certificate> sorted(X509Certificate first) {
    List<X509Certificate> chain = new ArrayList<>(List.of(first));
    while (true) {
      X509Certificate last = chain.getLast();
      Optional<X509Certificate> next =
          certificates.stream().filter(c -> !chain.contains(c) && signed(last, c)).findFirst();
      if (next.isEmpty()) {
        return chain;
      }
      chain.add(next.get());
    }
  }

  private static boolean signed(X509Certificate certificate, X509Certificate by) {
    if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (java.security.GeneralSecurityException e) {
      return false;
    }
  }

  /** As PEM, in the order of the list. */
  public String pem() {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append(PemText.of("CERTIFICATE", encoded(certificate)));
    }
    return text.toString();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has no bytes", e);
    }
  }

  /** The base64 of {@link #pem()}, as a Secret holds it. */
  public String base64() {
    return Base64.getEncoder()
        .encodeToString(pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
