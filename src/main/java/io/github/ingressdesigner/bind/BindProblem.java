package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;

/**
 * A value that is not what the API wants.
 *
 * @param item index in a {@code kind: List}, or -1
 * @param path the field, relative to the resource
 */
public record BindProblem(int item, FieldPath path, Severity severity, String message) {
  /** How bad it is: refused by the API server, legal yet wrong, or worth knowing. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }
}
