package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.Decision.Confidence;

/**
 * How sure an answer is.
 *
 * @param basis why it is not exact, a sentence for people; empty where it is
 */
record Doubts(Confidence confidence, String basis) {
  static final Doubts NONE = new Doubts(Confidence.EXACT, "");

  static Doubts modelled(String basis) {
    return new Doubts(Confidence.MODELLED, basis);
  }

  static Doubts unknown(String basis) {
    return new Doubts(Confidence.UNKNOWN, basis);
  }

  /** The worse one; of equals both sentences. */
  Doubts and(Doubts other) {
    if (confidence == other.confidence) {
      boolean same = basis.isEmpty() || other.basis.contains(basis) || basis.contains(other.basis);
      String longer = basis.length() > other.basis.length() ? basis : other.basis;
      return new Doubts(confidence, same ? longer : basis + " " + other.basis);
    }
    return confidence.compareTo(other.confidence) > 0 ? this : other;
  }
}
