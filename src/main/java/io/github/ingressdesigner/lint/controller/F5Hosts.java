package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hosts that F5's controller gives to one Ingress only (configuration.go, buildHosts...). */
final class F5Hosts implements WorkspaceCheck {
  static final LintRule TAKEN =
      LintRule.controller(
          "f5-host-taken",
          Severity.WARNING,
          "A host belongs to another Ingress",
          "F5's controller gives a host to one Ingress only, the older one, and does not merge"
              + " their paths. Use a master and minions to share it.",
          "controllers");

  @Override
  public List<LintRule> rules() {
    return List.of(TAKEN);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    if (!context.dialect().id().equals("f5-nginx")) {
      return;
    }
    Map<String, Ingress> owners = new HashMap<>();
    for (Located located : Audience.of(context).ingresses(context)) {
      Ingress ingress = (Ingress) located.resource();
      if ("minion".equals(ingress.meta().annotations().get("nginx.org/mergeable-ingress-type"))) {
        continue;
      }
      List<Rule> rules = ingress.spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        String host = rules.get(i).host().orElse("");
        Ingress owner = owners.putIfAbsent(host, ingress);
        if (owner != null && owner != ingress) {
          out.accept(
              Report.of(
                  TAKEN,
                  new Location(located.id(), FieldPath.rule(i)).key("host"),
                  "Ingress %s has the host %s too. Only the older one of them gets it."
                      .formatted(owner.meta().qualifiedName(), host)));
        }
      }
    }
  }
}
