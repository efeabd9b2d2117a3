package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.List;
import java.util.function.Consumer;

/** Tells that no file holds an object, which kubectl refuses. */
public final class NothingInFiles implements WorkspaceCheck {
  @Override
  public List<LintRule> rules() {
    return List.of(ServerRules.NOTHING);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    List<LintDocument> documents =
        context.files().stream().flatMap(file -> file.documents().stream()).toList();
    boolean readable =
        documents.stream()
            .map(LintDocument::read)
            .allMatch(r -> r instanceof ReadResult.Empty || r instanceof ReadResult.Parsed);
    if (readable && context.resources().all().isEmpty() && !documents.isEmpty()) {
      out.accept(
          Report.of(
                  ServerRules.NOTHING,
                  documents.getFirst().at(-1, FieldPath.ROOT),
                  "There is no Kubernetes object in here, so kubectl refuses it: no objects passed"
                      + " to apply.")
              .withReason("NoObjects"));
    }
  }
}
