package io.github.ingressdesigner.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.CorpusFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule on every file of the corpus, for the controller that the file tells. */
class CorpusLintTest {
  @Test
  void noRuleBreaksDownAndEveryFindingHasItsPlace() {
    List<String> wrong = new ArrayList<>();
    for (CorpusFiles.CorpusFile file : CorpusFiles.all()) {
      for (Finding finding : CorpusLintReport.findings(new FileId(file.path()), file.text())) {
        TextRange range = finding.range();
        if (finding.rule().id().equals("internal-error")
            || range.start() < 0
            || range.end() > file.text().length()) {
          wrong.add(file.path() + ": " + finding.rule().id() + " " + finding.message());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
