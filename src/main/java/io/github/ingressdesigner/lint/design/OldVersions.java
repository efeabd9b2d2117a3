package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.migrate.ApiVersions;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * API versions that the server still takes and the next ones do not. Of what is removed already,
 * the rules of the API server tell.
 */
final class OldVersions implements WorkspaceCheck {
  static final LintRule DEPRECATED =
      LintRule.design(
          "api-version-deprecated",
          Severity.WARNING,
          "The API version is going away",
          "extensions/v1beta1 and networking.k8s.io/v1beta1 are removed with Kubernetes 1.22."
              + " networking.k8s.io/v1 says the same with other words; the fix writes them.",
          "api-versions");

  private static final int REMOVED_WITH = 22;
  private static final int INTRODUCED_WITH = 19;

  @Override
  public List<LintRule> rules() {
    return List.of(DEPRECATED);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    var version = context.settings().kubernetes();
    if (!version.isAtLeast(INTRODUCED_WITH) || version.isAtLeast(REMOVED_WITH)) {
      return;
    }
    for (Located located : context.resources().all()) {
      Resource resource = located.resource();
      boolean kind = resource instanceof Ingress || resource instanceof IngressClass;
      if (kind && ApiVersions.isOld(resource.apiVersion(), resource.kind())) {
        out.accept(
            Report.of(
                    DEPRECATED,
                    new Location(located.id(), FieldPath.of("apiVersion")),
                    "%s is removed with Kubernetes 1.22. Write networking.k8s.io/v1."
                        .formatted(resource.apiVersion()))
                .withFix(fix(context, located)));
      }
    }
  }

  private static Optional<Fix> fix(LintContext context, Located located) {
    return context
        .document(Location.of(located.id()))
        .flatMap(
            document ->
                document
                    .tree()
                    .flatMap(tree -> ApiVersions.toV1(document.text(), tree, located.id().item())))
        .map(edits -> Fix.safeEdits("Convert to networking.k8s.io/v1", edits));
  }
}
