package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Objects that stand twice in the files. */
final class Duplicates implements WorkspaceCheck {
  static final LintRule TWICE =
      LintRule.design(
          "resource-duplicate",
          Severity.WARNING,
          "An object stands twice",
          "kubectl applies the files in order, so the later one replaces the earlier one without a"
              + " word. Rename one, or open only the files that belong to one cluster.",
          "ingress");

  @Override
  public List<LintRule> rules() {
    return List.of(TWICE);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Map<String, Located> seen = new HashMap<>();
    for (Located located : context.resources().all()) {
      Resource resource = located.resource();
      if (resource.meta().name().filter(n -> !n.isEmpty()).isEmpty()) {
        continue;
      }
      String group = resource instanceof OtherResource other ? other.group() : "";
      String key = group + "/" + resource.kind() + " " + resource.meta().qualifiedName();
      Located before = seen.putIfAbsent(key, located);
      if (before != null) {
        boolean sameFile = before.id().file().equals(located.id().file());
        out.accept(
            Report.of(
                TWICE,
                new Location(located.id(), FieldPath.of("metadata", "name")),
                "%s %s stands %s too. The later one replaces it."
                    .formatted(
                        resource.kind(),
                        resource.meta().qualifiedName(),
                        sameFile ? "above" : "in " + before.id().file().name())));
      }
    }
  }
}
