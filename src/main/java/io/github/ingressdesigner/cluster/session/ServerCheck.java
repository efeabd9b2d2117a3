package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.kubeconfig.ClusterEntry;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks a server's certificate, and tells in words what is wrong with it. */
final class ServerCheck extends X509ExtendedTrustManager {
  /** A refused certificate, with a message for people. */
  static final class RefusedException extends CertificateException {
    RefusedException(String message, CertificateException cause) {
      super(message, cause);
    }
  }

  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private final X509ExtendedTrustManager inner;
  private final ClusterEntry cluster;

  ServerCheck(X509ExtendedTrustManager inner, ClusterEntry cluster) {
    this.inner = inner;
    this.cluster = cluster;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (cluster.insecure()) {
      return;
    }
    Optional<String> name = cluster.tlsName();
    try {
      if (name.isPresent()) {
        inner.checkServerTrusted(chain, type);
        if (names(chain[0]).stream().noneMatch(n -> covers(n, name.get()))) {
          throw new CertificateException("it is for another name");
        }
      } else {
        inner.checkServerTrusted(chain, type, engine);
      }
    } catch (CertificateException e) {
      throw new RefusedException(why(chain[0], name.orElse(engine.getPeerHost())), e);
    }
  }

  private static String why(X509Certificate certificate, String host) {
    java.util.Date now = new java.util.Date();
    if (now.after(certificate.getNotAfter())) {
      return "its certificate expired at %s (this computer's clock says %s). Renew the certificate, or set the clock"
          .formatted(certificate.getNotAfter().toInstant(), now.toInstant());
    }
    if (now.before(certificate.getNotBefore())) {
      return "its certificate is not valid before %s, and this computer's clock says %s. Set the clock"
          .formatted(certificate.getNotBefore().toInstant(), now.toInstant());
    }
    List<String> names = names(certificate);
    if (names.stream().noneMatch(name -> covers(name, host))) {
      return "its certificate is for %s, not for %s. Correct the server in the kubeconfig, or set tls-server-name there"
          .formatted(names.isEmpty() ? "no name" : String.join(", ", names), host);
    }
    return "its certificate was issued by %s, which the kubeconfig does not trust. Correct certificate-authority there"
        .formatted(certificate.getIssuerX500Principal().getName());
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          if (name.get(0).equals(DNS) || name.get(0).equals(ADDRESS)) {
            names.add((String) name.get(1));
          }
        }
      }
    } catch (CertificateParsingException e) {
      // a certificate whose names cannot be read has none
      names.clear();
    }
    return names;
  }

  private static boolean covers(String name, String host) {
    String pattern = name.toLowerCase(Locale.ROOT);
    String wanted = host.toLowerCase(Locale.ROOT);
    if (pattern.startsWith("*.")) {
      int dot = wanted.indexOf('.');
      return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
    }
    return pattern.equals(wanted);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (!cluster.insecure()) {
      inner.checkServerTrusted(chain, type, socket);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (!cluster.insecure()) {
      inner.checkServerTrusted(chain, type);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    inner.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    inner.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    inner.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return inner.getAcceptedIssuers();
  }
}
