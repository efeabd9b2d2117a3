package io.github.ingressdesigner.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintCheck.ResourceCheck;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LinterTest {
  private static final LintRule HOST =
      LintRule.design("test-host", Severity.WARNING, "A host", "Hosts are reported.", "test");
  private static final LintRule BROKEN =
      LintRule.design("test-broken", Severity.WARNING, "Broken", "It breaks down.", "test");

  private static final String TWO_HOSTS =
      """
      kind: Ingress
      spec:
        rules:
        - host: a.example.com
        - host: b.example.com
      """;

  /** Reports each host of the rules of an Ingress. */
  private static final class EachHost implements ResourceCheck {
    private final List<String> seen = new ArrayList<>();

    @Override
    public List<LintRule> rules() {
      return List.of(HOST);
    }

    @Override
    public void check(Located resource, LintSettings settings, Consumer<Report> out) {
      seen.add(resource.resource().meta().name().orElse(""));
      int rules =
          resource.resource() instanceof Ingress ingress ? ingress.spec().rules().size() : 0;
      for (int i = 0; i < rules; i++) {
        out.accept(
            Report.of(
                HOST,
                new Location(resource.id(), FieldPath.of("spec", "rules", i, "host")),
                "Host."));
      }
    }
  }

  /** Breaks down. */
  private static final class Breaks implements WorkspaceCheck {
    @Override
    public List<LintRule> rules() {
      return List.of(BROKEN);
    }

    @Override
    public void check(LintContext context, Consumer<Report> out) {
      throw new IllegalStateException("broken");
    }
  }

  private static String head(String rest) {
    return "apiVersion: networking.k8s.io/v1\n" + rest;
  }

  private static List<String> shown(String yaml) {
    return LintCase.shown(List.of(new EachHost()), "kubernetes-spec", yaml);
  }

  @Test
  void findingStandsAtItsField() {
    Finding first =
        LintCase.findings(List.of(new EachHost()), "kubernetes-spec", head(TWO_HOSTS)).getFirst();

    assertThat(SourceText.of(head(TWO_HOSTS)).slice(first.range())).isEqualTo("a.example.com");
    assertThat(first.field()).isEqualTo("spec.rules[0].host");
  }

  @Test
  void commentAtTheEndOfALineCoversIt() {
    String yaml = TWO_HOSTS.replace("a.example.com", "a.example.com  # x");

    assertThat(shown(head(yaml.replace("# x", "# ingress-designer:ignore test-host known"))))
        .containsExactly("test-host@6");
  }

  @Test
  void commentOnALineOfItsOwnCoversTheElementBelow() {
    String yaml =
        TWO_HOSTS.replace(
            "  - host: b", "  # ingress-designer:ignore test-host known\n  - host: b");

    assertThat(shown(head(yaml))).containsExactly("test-host@5");
  }

  @Test
  void commentAboveAllContentCoversTheDocument() {
    assertThat(shown("# ingress-designer:ignore test-host known\n" + head(TWO_HOSTS))).isEmpty();
  }

  @Test
  void ignoringWithoutAReasonIsReported() {
    assertThat(shown("# ingress-designer:ignore test-host\n" + head(TWO_HOSTS)))
        .containsExactly("ignore-without-reason@1");
  }

  @Test
  void ignoringNothingIsReported() {
    String yaml = "# ingress-designer:ignore test-host why\napiVersion: v1\n";

    assertThat(shown(yaml)).containsExactly("ignore-unused@1");
  }

  @Test
  void ignoringAnUnknownRuleIsReported() {
    assertThat(shown("# ingress-designer:ignore no-such why\napiVersion: v1\n"))
        .containsExactly("ignore-unknown-rule@1");
  }

  @Test
  void hashInATextIgnoresNothing() {
    String yaml =
        head(
            TWO_HOSTS.replace(
                "spec:",
                "metadata:\n  annotations:\n    a: |\n      # ingress-designer:ignore no-such\n"
                    + "spec:"));

    assertThat(shown(yaml)).containsExactly("test-host@9", "test-host@10");
  }

  @Test
  void checkThatBreaksDownIsReportedAndOthersRun() {
    assertThat(
            LintCase.shown(
                List.of(new Breaks(), new EachHost()), "kubernetes-spec", head(TWO_HOSTS)))
        .contains("internal-error@1", "test-host@5");
  }

  @Test
  void workspaceTurnsARuleOff() {
    LintContext context =
        LintReader.read(
            Map.of(LintCase.FILE, SourceText.of(head(TWO_HOSTS))),
            LintCase.settings("kubernetes-spec"));
    LintConfig config = LintConfig.DEFAULT.with("test-host", Optional.of(LintConfig.Level.OFF));

    assertThat(new Linter(List.of(new EachHost())).lint(context, config, () -> false).orElseThrow())
        .isEmpty();
  }

  @Test
  void unchangedResourceIsNotCheckedAgain() {
    EachHost check = new EachHost();
    LintContext context =
        LintReader.read(
            Map.of(LintCase.FILE, SourceText.of(head(TWO_HOSTS))),
            LintCase.settings("kubernetes-spec"));
    Linter linter = new Linter(List.of(check));

    linter.lint(context, LintConfig.DEFAULT, () -> false);
    linter.lint(context, LintConfig.DEFAULT, () -> false);

    assertThat(check.seen).hasSize(1);
  }
}
