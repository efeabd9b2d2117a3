package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.tls.CertificateChain;
import io.github.ingressdesigner.tls.Loaded;
import io.github.ingressdesigner.tls.PrivateKeyFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Why a certificate and a key do not load, in the words of Go's tls.X509KeyPair where they are
 * known, else in our own.
 */
final class TlsPair {
  private TlsPair() {}

  static Optional<String> problem(Map<String, byte[]> data) {
    String certificate = text(data, "tls.crt");
    String key = text(data, "tls.key");
    Optional<String> missing = missing(certificate);
    if (missing.isPresent()) {
      return missing;
    }
    Loaded<CertificateChain> chain = CertificateChain.read(certificate);
    if (chain instanceof Loaded.Unreadable<CertificateChain>(String problem)) {
      return Optional.of("x509: " + problem);
    }
    if (!key.contains("-----BEGIN ")) {
      return Optional.of("tls: failed to find any PEM data in key input");
    }
    if (!key.contains("PRIVATE KEY-----")) {
      return Optional.of(
          key.contains("-----BEGIN CERTIFICATE-----")
              ? "tls: found a certificate rather than a key in the PEM for the private key"
              : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input");
    }
    return switch (PrivateKeyFile.read(key, Optional.empty())) {
      case Loaded.Unreadable<PrivateKeyFile>(String problem) ->
          Optional.of("tls: failed to parse private key: " + problem);
      case Loaded.Ready<PrivateKeyFile>(PrivateKeyFile read) ->
          chain instanceof Loaded.Ready<CertificateChain>(CertificateChain certificates)
                  && read.matches(certificates)
              ? Optional.empty()
              : Optional.of("tls: private key does not match public key");
    };
  }

  private static Optional<String> missing(String certificate) {
    if (certificate.contains("-----BEGIN CERTIFICATE-----")) {
      return Optional.empty();
    }
    if (certificate.contains("PRIVATE KEY-----")) {
      return Optional.of(
          "tls: failed to find certificate PEM data in certificate input, but did find a private"
              + " key; PEM inputs may have been switched");
    }
    return Optional.of(
        certificate.contains("-----BEGIN ")
            ? "tls: failed to find \"CERTIFICATE\" PEM block in certificate input"
            : "tls: failed to find any PEM data in certificate input");
  }

  private static String text(Map<String, byte[]> data, String key) {
    return new String(data.getOrDefault(key, new byte[0]), StandardCharsets.ISO_8859_1);
  }
}
