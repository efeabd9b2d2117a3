package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import java.util.List;

/** Rules about linting itself. */
final class FrameworkRules {
  static final LintRule INTERNAL =
      LintRule.design(
          "internal-error",
          Severity.ERROR,
          "A rule failed",
          "A rule of this program broke down on this text. That is a mistake of the program, not of"
              + " your file.",
          "lint");

  static final LintRule NO_REASON =
      LintRule.design(
          "ignore-without-reason",
          Severity.WARNING,
          "A rule is ignored without a reason",
          "Whoever reads the file later must know why a rule does not hold here. Write the reason"
              + " behind the rule.",
          "lint");

  static final LintRule UNUSED =
      LintRule.design(
          "ignore-unused",
          Severity.WARNING,
          "A comment ignores nothing",
          "The rule finds nothing here, or no longer. A comment that stays would hide the next"
              + " mistake. Remove it.",
          "lint");

  static final LintRule UNKNOWN =
      LintRule.design(
          "ignore-unknown-rule",
          Severity.WARNING,
          "A comment ignores a rule that does not exist",
          "No rule has this id, so nothing is ignored. The list of problems shows the id of each"
              + " rule.",
          "lint");

  static final List<LintRule> ALL = List.of(INTERNAL, NO_REASON, UNUSED, UNKNOWN);

  private FrameworkRules() {}
}
