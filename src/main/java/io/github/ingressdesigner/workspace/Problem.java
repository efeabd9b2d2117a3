package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextRange;
import java.util.Optional;

/**
 * Something wrong in the text, with its place.
 *
 * @param code stable short name, the id of the rule: {@code yaml-syntax}, {@code ingress-host}…
 * @param range in the file
 * @param line from 1, for people
 * @param column from 1, for people
 * @param at the element; the document's root where the text is not readable
 * @param finding what a rule found, with its fix; empty for what no rule tells
 */
public record Problem(
    Severity severity,
    String code,
    String message,
    FileId file,
    TextRange range,
    int line,
    int column,
    Optional<Location> at,
    Optional<Finding> finding) {
  /** What no rule tells. */
  public Problem(
      Severity severity,
      String code,
      String message,
      FileId file,
      TextRange range,
      int line,
      int column,
      Optional<Location> at) {
    this(severity, code, message, file, range, line, column, at, Optional.empty());
  }
}
