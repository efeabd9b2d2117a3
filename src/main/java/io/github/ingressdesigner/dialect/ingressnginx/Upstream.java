package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of endpoints: namespace, Service and port as a rule writes it. Canaries hang on it, and
 * so reach every location that uses it (createUpstreams, mergeAlternativeBackends). Filled while
 * compiling, then only read.
 */
final class Upstream {
  /** With the Service's port number where it is known. */
  final Backend backend;

  /** Why it has no endpoints; empty where it has some. */
  final Optional<String> problem;

  /** The canary Ingress that defines it; null for an ordinary one. */
  final @Nullable Ing canary;

  /** Canary upstreams in the order in which they were attached; only the first is ever asked. */
  final List<Upstream> alternatives = new ArrayList<>(0);

  /** Whether a canary that attached to nothing took it away; then nothing answers for it. */
  boolean isDeleted;

  Upstream(Backend backend, Optional<String> problem, @Nullable Ing canary) {
    this.backend = backend;
    this.problem = problem;
    this.canary = canary;
  }

  boolean isCanary() {
    return canary != null;
  }

  boolean hasEndpoints() {
    return problem.isEmpty() && !isDeleted;
  }

  String reason() {
    return problem.orElse(
        "A canary Ingress took this upstream away, since its path attaches to nothing.");
  }
}
