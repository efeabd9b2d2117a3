package io.github.ingressdesigner.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintRule.Group;
import io.github.ingressdesigner.lint.rules.LintRules;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.yaml.CorpusFiles;
import io.github.ingressdesigner.yaml.CorpusFiles.CorpusFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules over public files, each linted on its own. */
class CorpusLintTest {
  /** What its authors left to be filled in, or cut out of a document that shows one thing. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "<[^>\n]+>|__[A-Z_]+__|REPLACE|\\$\\{|^ *(- )?\\.\\.\\.|: \\.\\.\\.", Pattern.MULTILINE);

  private static List<Finding> lint(CorpusFile file, String controller) {
    LintContext context =
        LintReader.read(
            Map.of(new FileId(file.path()), SourceText.of(file.text())),
            LintCase.settings(controller));
    return new Linter(LintRules.checks())
        .lint(context, LintConfig.DEFAULT, () -> false)
        .orElseThrow();
  }

  @Test
  void noRuleBreaksDown() {
    List<String> broken = new ArrayList<>();
    for (CorpusFile file : CorpusFiles.all()) {
      for (String controller : List.of("ingress-nginx", "traefik")) {
        lint(file, controller).stream()
            .filter(finding -> finding.rule().id().equals("internal-error"))
            .forEach(finding -> broken.add(file.path() + ": " + finding.message()));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void findingsLieInTheirFiles() {
    for (CorpusFile file : CorpusFiles.all()) {
      assertThat(lint(file, "ingress-nginx"))
          .as(file.path())
          .allMatch(f -> f.range().start() >= 0 && f.range().end() <= file.text().length());
    }
  }

  /** Files that a controller's own tests read, past any API server. */
  private static final Pattern TESTED =
      Pattern.compile("test|fixture|golden|mock|\\.feature", Pattern.CASE_INSENSITIVE);

  /** What its project shows or deploys as it is, yet the API server of 1.34 refuses. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "Azure__application-gateway-kubernetes-ingress/docs__examples__guestbook__ing-guestbook.yaml",
          "moved to v1 without a pathType",
          "Kong__kubernetes-ingress-controller/examples__cross-namespace-plugin-grant.yaml",
          "its last document has lost apiVersion");

  /**
   * A file is valid and current by what its project makes of it: it is a whole file of version v1
   * that is shown or deployed, not a fragment of a text, not read by tests alone, and nothing in it
   * is left to be filled in.
   */
  @Test
  void validFilesAreNotRefused() {
    Set<String> refused = new TreeSet<>();
    int valid = 0;
    for (CorpusFile file : CorpusFiles.all()) {
      boolean whole = !file.features().contains("md-block") && !TESTED.matcher(file.path()).find();
      boolean current =
          file.text().contains("networking.k8s.io/v1\n") && !file.text().contains("v1beta1");
      if (file.isValid() && whole && current && !UNFINISHED.matcher(file.text()).find()) {
        valid++;
        boolean error =
            lint(file, "kubernetes-spec").stream()
                .anyMatch(
                    f -> f.rule().group() == Group.API_SERVER && f.severity() == Severity.ERROR);
        if (error) {
          refused.add(file.path().replaceFirst("files/", ""));
        }
      }
    }
    assertThat(refused).isEqualTo(new TreeSet<>(EXCEPTIONS.keySet()));
    assertThat(valid).isGreaterThan(70);
  }
}
