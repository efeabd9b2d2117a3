package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that have a certificate (computeSecureVirtualhosts of ingress_processor.go): those that
 * any Ingress lists in spec.tls with a secret, whether it has rules for them or not. Secrets are
 * assumed to be there.
 */
final class Certificates {
  private static final String NAMESPACE = "projectcontour.io/tls-cert-namespace";

  private final List<OtherResource> delegations;
  private final Set<String> hosts = new LinkedHashSet<>();

  Certificates(Resources resources) {
    delegations =
        resources.all().stream()
            .map(Resources.Located::resource)
            .filter(OtherResource.class::isInstance)
            .map(OtherResource.class::cast)
            .filter(o -> o.kind().equals("TLSCertificateDelegation"))
            .toList();
  }

  void add(Ingress ingress) {
    String own = ingress.meta().namespaceOrDefault();
    String namespace = ingress.meta().annotations().getOrDefault(NAMESPACE, own);
    for (TlsEntry entry : ingress.spec().tls()) {
      Optional<String> secret = entry.secretName().filter(name -> !name.isEmpty());
      if (secret.isPresent()
          && (namespace.equals(own) || delegates(namespace, secret.get(), own))) {
        hosts.addAll(entry.hosts());
      }
    }
  }

  boolean covers(String host) {
    return !host.isEmpty() && hosts.contains(host);
  }

  /** A secret of another namespace counts if a TLSCertificateDelegation there says so. */
  private boolean delegates(String from, String secret, String to) {
    return delegations.stream()
        .filter(d -> d.meta().namespaceOrDefault().equals(from))
        .flatMap(d -> d.get("spec").get("delegations").items().stream())
        .filter(d -> d.get("secretName").text().equals(Optional.of(secret)))
        .flatMap(d -> d.get("targetNamespaces").items().stream())
        .flatMap((FieldValue n) -> n.text().stream())
        .anyMatch(n -> n.equals("*") || n.equals(to));
  }
}
