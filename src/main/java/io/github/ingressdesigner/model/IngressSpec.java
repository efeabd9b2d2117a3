package io.github.ingressdesigner.model;

import java.util.List;
import java.util.Optional;

/**
 * {@code spec} of an Ingress; list positions equal those of the text, so an index is an address.
 */
public record IngressSpec(
    Optional<String> ingressClassName,
    Optional<Backend> defaultBackend,
    List<TlsEntry> tls,
    List<Rule> rules) {
  public static final IngressSpec EMPTY =
      new IngressSpec(Optional.empty(), Optional.empty(), List.of(), List.of());

  public IngressSpec {
    tls = List.copyOf(tls);
    rules = List.copyOf(rules);
  }
}
