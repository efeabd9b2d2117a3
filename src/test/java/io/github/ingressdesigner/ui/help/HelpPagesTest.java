package io.github.ingressdesigner.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.rules.LintRules;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HelpPagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  private static List<HelpPage> all() {
    return java.util.stream.Stream.concat(
            HelpPages.contents().stream(),
            LintRules.all().stream()
                .map(rule -> HelpPages.find(HelpPages.CHECK + rule.id()).orElseThrow()))
        .toList();
  }

  @Test
  void everyLinkLeadsToAPage() {
    for (HelpPage page : all()) {
      assertThat(LINK.matcher(page.text()).results().map(MatchResult::group).toList())
          .as(page.id())
          .allSatisfy(
              link -> {
                assertThat(link).startsWith("](help:");
                String id = link.substring("](help:".length(), link.length() - 1);
                assertThat(HelpPages.find(id)).as(id).isPresent();
              });
    }
  }

  @Test
  void everyCheckLeadsToAConcept() {
    assertThat(LintRules.all())
        .extracting(LintRule::help)
        .allSatisfy(id -> assertThat(HelpPages.find(id)).as(id).isPresent());
  }

  @Test
  void aSearchFindsTitlesFirst() {
    assertThat(HelpPages.search("path types").getFirst().id()).isEqualTo("path-types");
    assertThat(HelpPages.search("nothing-like-this")).isEmpty();
  }
}
