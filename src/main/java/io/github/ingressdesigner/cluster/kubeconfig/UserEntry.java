package io.github.ingressdesigner.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the person is.
 *
 * @param file the kubeconfig that says so
 * @param impersonation headers that make the server treat them as somebody else
 */
public record UserEntry(
    String name,
    Path file,
    Optional<ClientCertificate> certificate,
    Credential credential,
    Map<String, List<String>> impersonation) {
  public record ClientCertificate(PemSource certificate, PemSource key) {}

  public UserEntry {
    impersonation = Map.copyOf(impersonation);
  }
}
