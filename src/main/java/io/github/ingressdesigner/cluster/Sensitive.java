package io.github.ingressdesigner.cluster;

/** A credential. It shows itself nowhere: not in messages, logs or debuggers. */
public record Sensitive(String value) {
  @Override
  public String toString() {
    return "(hidden)";
  }
}
