package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextRange;
import java.util.Optional;

/**
 * Something that breaks a rule, with its place in its file.
 *
 * @param severity as the workspace has it
 * @param range in the file
 * @param resource {@code Ingress shop/web}; empty where the document is not readable
 * @param field as the API server spells it: {@code spec.rules[0].http.paths[1].path}
 * @param reason {@code FieldValueInvalid} and the like, or empty
 */
public record Finding(
    LintRule rule,
    Severity severity,
    Location at,
    TextRange range,
    String resource,
    String field,
    String reason,
    String message,
    Optional<Fix> fix) {
  public FileId file() {
    return at.resource().file();
  }
}
