package io.github.ingressdesigner.lint.design;

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
import io.github.ingressdesigner.model.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hosts of rules that are given twice, by strangers, or not at all. */
final class HostMistakes implements WorkspaceCheck {
  static final LintRule MISSING =
      LintRule.design(
              "host-missing",
              Severity.INFO,
              "A rule takes every host",
              "A rule without host answers for every name that leads to the controller, also for"
                  + " those of other teams. Name the host.",
              "hosts")
          .offByDefault();

  static final LintRule WILDCARD =
      LintRule.design(
              "host-wildcard",
              Severity.INFO,
              "A rule takes all hosts of a domain",
              "A wildcard answers for names that nobody has thought of yet.",
              "hosts")
          .offByDefault();

  static final LintRule TWICE =
      LintRule.design(
          "host-twice",
          Severity.INFO,
          "A host has two rules in one Ingress",
          "Most controllers read both as one, F5's refuses the Ingress. Paths of one host are"
              + " easier to read below one rule.",
          "hosts");

  static final LintRule ACROSS =
      LintRule.design(
          "host-across-namespaces",
          Severity.WARNING,
          "A host is given in several namespaces",
          "Kubernetes does not stop one namespace from taking paths of another one's host. Some"
              + " controllers merge the rules, some serve only the older Ingress. If that is meant,"
              + " say so by ignoring this rule with the reason.",
          "hosts");

  static final LintRule NO_PATHS =
      LintRule.design(
          "rule-without-paths",
          Severity.WARNING,
          "A rule has no paths",
          "A host without paths goes to the default backend. The Ingress has none, so every request"
              + " is answered with 404.",
          "hosts");

  @Override
  public List<LintRule> rules() {
    return List.of(MISSING, WILDCARD, TWICE, ACROSS, NO_PATHS);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Map<String, Ingress> owners = new HashMap<>();
    for (Located located : Audience.of(context).ingresses(context)) {
      Ingress ingress = (Ingress) located.resource();
      Map<String, Integer> seen = new HashMap<>();
      List<Rule> rules = ingress.spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        Location at = new Location(located.id(), FieldPath.rule(i));
        String host = rules.get(i).host().orElse("");
        rule(ingress, rules.get(i), at, out);
        Integer before = seen.putIfAbsent(host, i);
        if (before != null && !host.isEmpty()) {
          out.accept(
              Report.of(
                  TWICE,
                  at.key("host"),
                  "The host %s has a rule above, spec.rules[%d].".formatted(host, before)));
        }
        Ingress owner = owners.putIfAbsent(host, ingress);
        if (owner != null
            && before == null
            && !host.isEmpty()
            && !owner.meta().namespaceOrDefault().equals(ingress.meta().namespaceOrDefault())) {
          out.accept(
              Report.of(
                  ACROSS,
                  at.key("host"),
                  "The host %s is given by Ingress %s too, in another namespace."
                      .formatted(host, owner.meta().qualifiedName())));
        }
      }
    }
  }

  private static void rule(Ingress ingress, Rule rule, Location at, Consumer<Report> out) {
    String host = rule.host().orElse("");
    if (host.isEmpty()) {
      out.accept(Report.of(MISSING, at, "The rule has no host, so it answers for every one."));
    } else if (host.startsWith("*")) {
      out.accept(
          Report.of(WILDCARD, at.key("host"), "%s answers for every name there.".formatted(host)));
    }
    boolean master =
        "master".equals(ingress.meta().annotations().get("nginx.org/mergeable-ingress-type"));
    if (rule.paths().isEmpty()
        && !rule.hasHttp()
        && ingress.spec().defaultBackend().isEmpty()
        && !master) {
      Report report =
          Report.of(
              NO_PATHS,
              at,
              "The rule has no paths and the Ingress no default backend: every request for %s gets"
                      .formatted(host.isEmpty() ? "it" : host)
                  + " 404.");
      out.accept(
          ingress.spec().rules().size() > 1
              ? report.withFix(Fix.intent("Remove the rule", new Intent.Remove(at)))
              : report);
    }
  }
}
