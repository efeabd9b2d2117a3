package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rule a reason of a route table belongs to: the first whose pattern is found in it.
 *
 * @param rules in order; the last one takes what no other does
 */
record Words(List<Word> rules) {
  /**
   * @param pattern of the reason; empty for any
   */
  record Word(Pattern pattern, LintRule rule) {}

  static Word word(String pattern, String id, Severity severity, String title, String explanation) {
    return new Word(
        Pattern.compile(pattern),
        LintRule.controller(id, severity, title, explanation, "controllers"));
  }

  Optional<LintRule> of(String reason) {
    return rules.stream()
        .filter(word -> word.pattern().matcher(reason).find())
        .map(Word::rule)
        .findFirst();
  }

  List<LintRule> all() {
    return rules.stream().map(Word::rule).distinct().toList();
  }
}
