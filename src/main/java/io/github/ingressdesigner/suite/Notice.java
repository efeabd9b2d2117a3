package io.github.ingressdesigner.suite;

/** Something wrong at a place, one sentence or two for people. */
public record Notice(Spot spot, String message) {
  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return spot + ": " + message;
  }
}
