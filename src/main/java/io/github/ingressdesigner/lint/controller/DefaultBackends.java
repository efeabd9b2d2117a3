package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.function.Consumer;

/** What becomes of a default backend beside rules, which no two controllers do alike. */
final class DefaultBackends implements WorkspaceCheck {
  static final LintRule IGNORED =
      LintRule.controller(
          "traefik-default-backend-ignored",
          Severity.WARNING,
          "Traefik ignores a default backend beside rules",
          "It only counts in an Ingress without rules. Give it an Ingress of its own, or a rule"
              + " with the path /.",
          "controllers");

  static final LintRule GLOBAL =
      LintRule.controller(
          "default-backend-global",
          Severity.WARNING,
          "A default backend counts for all hosts",
          "This controller makes it the answer for every host of every Ingress that has no matching"
              + " path, not only for the hosts of its own.",
          "controllers");

  static final LintRule UNUSED =
      LintRule.controller(
          "nginx-default-backend-unused",
          Severity.WARNING,
          "ingress-nginx uses a default backend nowhere",
          "Beside rules without host it is not used: requests that match nothing get 404.",
          "controllers");

  @Override
  public List<LintRule> rules() {
    return List.of(IGNORED, GLOBAL, UNUSED);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    for (Located located : Audience.of(context).ingresses(context)) {
      Ingress ingress = (Ingress) located.resource();
      if (ingress.spec().defaultBackend().isEmpty() || ingress.spec().rules().isEmpty()) {
        continue;
      }
      Location at = new Location(located.id(), FieldPath.defaultBackend());
      Fix removal = Fix.intent("Remove the default backend", new Intent.Remove(at));
      String name = context.dialect().displayName();
      switch (context.dialect().id()) {
        case "traefik" ->
            out.accept(
                Report.of(
                        IGNORED, at, "%s ignores it, since the Ingress has rules.".formatted(name))
                    .onKey()
                    .withFix(removal));
        case "haproxy", "haproxy-ingress", "kong" ->
            out.accept(
                Report.of(
                        GLOBAL,
                        at,
                        "With %s it answers for all hosts that nothing else answers for."
                            .formatted(name))
                    .onKey()
                    .withFix(removal));
        case "ingress-nginx" -> {
          if (ingress.spec().rules().stream().allMatch(r -> r.host().isEmpty())) {
            out.accept(
                Report.of(
                        UNUSED, at, "%s does not use it, since no rule has a host.".formatted(name))
                    .onKey()
                    .withFix(removal));
          }
        }
        default -> {}
      }
    }
  }
}
