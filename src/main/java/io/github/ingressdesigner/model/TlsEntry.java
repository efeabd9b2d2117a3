package io.github.ingressdesigner.model;

import java.util.List;
import java.util.Optional;

/** One entry of {@code spec.tls}. */
public record TlsEntry(List<String> hosts, Optional<String> secretName) {
  public TlsEntry {
    hosts = List.copyOf(hosts);
  }
}
