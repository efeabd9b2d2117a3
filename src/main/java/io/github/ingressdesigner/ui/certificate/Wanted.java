package io.github.ingressdesigner.ui.certificate;

import java.util.List;
import java.util.Optional;

/**
 * What the Ingress is to say about its certificate.
 *
 * @param hosts of the new TLS entry
 * @param issuer the annotation for cert-manager; empty where the certificate comes from files
 */
public record Wanted(String secret, List<String> hosts, Optional<Issuer> issuer) {
  public Wanted {
    hosts = List.copyOf(hosts);
  }

  /** Who issues: the key of the annotation and its value. */
  public record Issuer(String annotation, String name) {}
}
