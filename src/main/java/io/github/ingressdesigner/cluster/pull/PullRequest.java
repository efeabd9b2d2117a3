package io.github.ingressdesigner.cluster.pull;

import java.util.List;
import java.util.Set;

/**
 * What to pull.
 *
 * @param namespaces empty for all
 * @param parts kinds that are wanted
 */
public record PullRequest(List<String> namespaces, Set<Part> parts) {
  /** Kinds that belong together. */
  public enum Part {
    INGRESSES,
    CLASSES,
    SERVICES,
    /** TLS Secrets without their keys. */
    CERTIFICATES,
    CERT_MANAGER,
    GATEWAY_API
  }

  public PullRequest {
    namespaces = List.copyOf(namespaces);
    parts = Set.copyOf(parts);
  }
}
