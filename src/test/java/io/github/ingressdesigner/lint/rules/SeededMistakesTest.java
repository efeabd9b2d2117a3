package io.github.ingressdesigner.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.rules.SeededMistakes.Mistake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeededMistakesTest {
  /** One controller's name is so far from the right one that it may be a controller of your own. */
  private static final int MISSED = 1;

  static List<String> files() {
    return SeededMistakes.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsFoundInCleanFiles(String file) {
    assertThat(SeededMistakes.ids(file, SeededMistakes.clean(file))).isEmpty();
  }

  @Test
  void mistakesAreFoundByTheRulesThatAreMeant() {
    List<Mistake> all = SeededMistakes.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(150);
    assertThat(all)
        .filteredOn(m -> m.rules().stream().noneMatch(m.found()::contains))
        .hasSizeLessThanOrEqualTo(MISSED);
  }

  @Test
  void mistakesNameRulesThatExist() {
    List<String> known = LintRules.all().stream().map(LintRule::id).toList();
    assertThat(SeededMistakes.all())
        .allSatisfy(mistake -> assertThat(known).containsAll(mistake.rules()));
  }
}
