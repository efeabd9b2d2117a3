package io.github.ingressdesigner.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.controller.ControllerChecks;
import io.github.ingressdesigner.lint.design.DesignChecks;
import io.github.ingressdesigner.text.TextEdits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule about design and controllers, by its case file. */
class RuleCasesTest {
  static Stream<String> rules() {
    return Stream.concat(DesignChecks.ALL.stream(), ControllerChecks.ALL.stream())
        .flatMap(check -> check.rules().stream())
        .map(LintRule::id)
        .distinct();
  }

  @Test
  void thereAreManyRules() {
    assertThat(LintRules.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void idsAreUnique() {
    assertThat(LintRules.all()).extracting(LintRule::id).doesNotHaveDuplicates();
  }

  @Test
  void titlesAreShortAndExplanationsAreSentences() {
    assertThat(LintRules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.title()).hasSizeLessThan(75).doesNotEndWith(".");
              assertThat(rule.explanation()).endsWith(".");
            });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void firesWhereItShould(String rule) {
    RuleCase one = RuleCase.read(rule);
    List<Finding> findings = one.ofRule(one.fires());
    assertThat(RuleCase.lines(one.fires(), findings)).isEqualTo(RuleCase.marked(one.fires()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void staysQuietWhereItShould(String rule) {
    RuleCase one = RuleCase.read(rule);
    assertThat(one.ofRule(one.quiet())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void messageSaysWhatIsWrongInSentences(String rule) {
    RuleCase one = RuleCase.read(rule);
    assertThat(one.ofRule(one.fires()))
        .extracting(Finding::message)
        .allMatch(message -> message.endsWith(".") || message.endsWith("?"))
        .noneMatch(message -> message.contains("!") || message.contains("  "));
  }

  /** After the one edit of the fix the finding is gone, and no error stands that was not there. */
  @ParameterizedTest
  @MethodSource("rules")
  void fixMendsItAndBreaksNothing(String rule) {
    RuleCase one = RuleCase.read(rule);
    List<Finding> before = one.findings(one.fires());
    List<Finding> own = before.stream().filter(f -> f.rule().id().equals(rule)).toList();
    assertThat(own).allMatch(f -> f.fix().isPresent() == one.hasFix(), "has a fix as it says");
    for (Finding finding : own) {
      if (finding.fix().isPresent()) {
        TextEdits edits = one.edits(one.fires(), finding.fix().get());
        assertThat(edits.isEmpty()).as("the fix changes something").isFalse();
        List<Finding> after = one.findings(RuleCase.apply(one.fires(), edits));
        assertThat(after.stream().filter(f -> f.rule().id().equals(rule)))
            .as("findings of the rule afterwards")
            .hasSizeLessThan(own.size());
        assertThat(errors(after)).as("errors afterwards").isSubsetOf(errors(before));
      }
    }
  }

  private static List<String> errors(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(f -> f.rule().id())
        .toList();
  }
}
