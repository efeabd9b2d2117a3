package io.github.ingressdesigner.compare;

/** In what two answers to one request differ. */
public enum Cause {
  /** Both reach a backend, not the same one. */
  BACKEND,
  /** The second no longer reaches a backend. */
  NO_BACKEND,
  /** Only the second reaches a backend. */
  NEW_BACKEND,
  /** One redirects, or both do to other places. */
  REDIRECT,
  /** The same backend sees another path. */
  UPSTREAM_PATH,
  /** The same backend sees another Host header. */
  UPSTREAM_HOST,
  /** The same options with other shares. */
  WEIGHT,
  /** Chance decides in one, or among other options. */
  SPLIT,
  /** One has no certificate for the name. */
  TLS,
  /** Other answers of the proxy itself. */
  STATUS,
  /** One proxy refuses the generated configuration. */
  REJECTED,
  /** One could not be decided in time. */
  UNDECIDED
}
