package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Controllers that nobody looks after any more. Told once, not for each Ingress. */
final class Retired implements WorkspaceCheck {
  static final LintRule INGRESS_NGINX =
      LintRule.design(
          "ingress-nginx-retired",
          Severity.WARNING,
          "ingress-nginx is retired",
          "The Kubernetes project ended ingress-nginx in March 2026: there are no releases and no"
              + " security fixes any more. Plan to move to another controller or to Gateway API;"
              + " F5's NGINX Ingress Controller is another program and goes on.",
          "ingress-nginx");

  @Override
  public List<LintRule> rules() {
    return List.of(INGRESS_NGINX);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    place(context)
        .ifPresent(
            at ->
                out.accept(
                    Report.of(
                        INGRESS_NGINX,
                        at,
                        "ingress-nginx gets no security fixes since March 2026. Compare it with"
                            + " another controller before you move.")));
  }

  private static Optional<Location> place(LintContext context) {
    for (Located located : context.resources().all()) {
      if (located.resource() instanceof IngressClass one
          && one.controller().filter("k8s.io/ingress-nginx"::equals).isPresent()) {
        return Optional.of(new Location(located.id(), FieldPath.of("spec", "controller")));
      }
    }
    if (!context.dialect().id().equals("ingress-nginx")) {
      return Optional.empty();
    }
    return Audience.of(context).ingresses(context).stream()
        .filter(l -> IngressClassNames.named((Ingress) l.resource()).isPresent())
        .map(
            l ->
                ((Ingress) l.resource()).spec().ingressClassName().isPresent()
                    ? new Location(l.id(), FieldPath.of("spec", "ingressClassName"))
                    : new Location(
                        l.id(),
                        FieldPath.of("metadata", "annotations", IngressClassNames.ANNOTATION)))
        .findFirst();
  }
}
