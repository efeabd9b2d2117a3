package io.github.ingressdesigner.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The names that a certificate is for: its subject alternative names. Clients have not looked at
 * the common name since 2017 (RFC 6125, RFC 9525), so it does not count here.
 */
final class CertificateNames {
  private static final int DNS = 2;
  private static final int IP = 7;

  private CertificateNames() {}

  static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          int kind = (Integer) name.getFirst();
          if ((kind == DNS || kind == IP) && name.get(1) instanceof String text) {
            names.add(kind == DNS ? text.toLowerCase(Locale.ROOT) : text);
          }
        }
      }
    } catch (CertificateParsingException e) {
      return List.of(); // a broken extension names nothing
    }
    return names;
  }

  /**
   * Whether a name of a certificate covers a host of a rule. {@code *.shop.example} covers {@code
   * a.shop.example} and itself, neither {@code shop.example} nor {@code a.b.shop.example}.
   */
  static boolean covers(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    if (name.equals(wanted)) {
      return true;
    }
    int dot = wanted.indexOf('.');
    return name.startsWith("*.")
        && dot > 0
        && !wanted.startsWith("*")
        && name.substring(1).equals(wanted.substring(dot));
  }
}
