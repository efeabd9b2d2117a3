package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextRange;
import java.util.Optional;

/**
 * What a check reports. The {@link Linter} turns it into a {@link Finding} with its place in the
 * file.
 *
 * @param at the element that is wrong; where the text has none, the nearest one above it is marked
 * @param field as the API server spells it
 * @param reason a word for programs: {@code FieldValueInvalid} as the API server says it, or empty
 * @param message what is wrong and what to do, in whole sentences
 * @param mark which part of the element to mark
 * @param range what to mark instead, in offsets of the document
 * @param severity where this one is worse or better than the rule says
 */
public record Report(
    LintRule rule,
    Location at,
    String field,
    String reason,
    String message,
    Mark mark,
    Optional<TextRange> range,
    Optional<Fix> fix,
    Optional<Severity> severity) {
  /** The part of an element that is marked. */
  public enum Mark {
    VALUE,
    KEY
  }

  public static Report of(LintRule rule, Location at, String message) {
    return new Report(
        rule,
        at,
        at.path().toString(),
        "",
        message,
        Mark.VALUE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Marks the key, not the value. */
  public Report onKey() {
    return new Report(rule, at, field, reason, message, Mark.KEY, range, fix, severity);
  }

  /**
   * @param inDocument what to mark, in offsets of the document
   */
  public Report withRange(TextRange inDocument) {
    return new Report(
        rule, at, field, reason, message, mark, Optional.of(inDocument), fix, severity);
  }

  public Report withField(String other) {
    return new Report(rule, at, other, reason, message, mark, range, fix, severity);
  }

  public Report withReason(String word) {
    return new Report(rule, at, field, word, message, mark, range, fix, severity);
  }

  public Report withFix(Fix mending) {
    return withFix(Optional.of(mending));
  }

  public Report withFix(Optional<Fix> mending) {
    return new Report(rule, at, field, reason, message, mark, range, mending, severity);
  }

  public Report withSeverity(Severity other) {
    return new Report(rule, at, field, reason, message, mark, range, fix, Optional.of(other));
  }
}
