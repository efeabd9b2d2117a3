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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Canaries of ingress-nginx that get no traffic, or all of it. */
final class Canaries implements WorkspaceCheck {
  static final LintRule NO_RULE =
      LintRule.design(
          "canary-without-rule",
          Severity.WARNING,
          "A canary is told no requests",
          "Without canary-by-header, canary-by-cookie or canary-weight no request goes to it.",
          "annotations");

  static final LintRule NOT_ON =
      LintRule.design(
          "canary-not-switched-on",
          Severity.WARNING,
          "Canary settings without a canary",
          "Without canary: \"true\" the Ingress is an ordinary one and the settings are ignored.",
          "annotations");

  static final LintRule NO_HEADER =
      LintRule.design(
          "canary-value-without-header",
          Severity.WARNING,
          "A canary compares a header that it does not name",
          "canary-by-header-value and canary-by-header-pattern do nothing without"
              + " canary-by-header.",
          "annotations");

  static final LintRule WEIGHT =
      LintRule.design(
          "canary-weight-range",
          Severity.WARNING,
          "The weight of a canary is out of range",
          "It is a share of 100, or of canary-weight-total. A weight above takes every request,"
              + " one below 0 none.",
          "annotations");

  private static final String CANARY = RegexPaths.NGINX + "canary";

  @Override
  public List<LintRule> rules() {
    return List.of(NO_RULE, NOT_ON, NO_HEADER, WEIGHT);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    if (!Audience.readsNginx(context.dialect())) {
      return;
    }
    for (Located located : Audience.of(context).ingresses(context)) {
      check(located, out);
    }
  }

  private static void check(Located located, Consumer<Report> out) {
    Map<String, String> all = ((Ingress) located.resource()).meta().annotations();
    Optional<String> setting =
        all.keySet().stream().filter(key -> key.startsWith(CANARY + "-")).findFirst();
    boolean on = RegexPaths.isTrue(all.get(CANARY));
    if (setting.isPresent() && !on) {
      out.accept(
          Report.of(
                  NOT_ON,
                  at(located, setting.get()),
                  "The Ingress is no canary, so this is ignored. Add canary: \"true\".")
              .onKey()
              .withFix(
                  Fix.intent(
                      "Make it a canary", new Intent.SetAnnotation(located.id(), CANARY, "true"))));
      return;
    }
    if (!on) {
      return;
    }
    boolean told =
        all.containsKey(CANARY + "-by-header")
            || all.containsKey(CANARY + "-by-cookie")
            || all.containsKey(CANARY + "-weight");
    if (!told) {
      out.accept(
          Report.of(
                  NO_RULE,
                  at(located, CANARY),
                  "No request goes to this canary: it has no header, no cookie and no weight.")
              .onKey());
    }
    for (String key : List.of(CANARY + "-by-header-value", CANARY + "-by-header-pattern")) {
      if (all.containsKey(key) && !all.containsKey(CANARY + "-by-header")) {
        out.accept(
            Report.of(
                    NO_HEADER,
                    at(located, key),
                    "Name the header by %s-by-header.".formatted(CANARY))
                .onKey());
      }
    }
    weight(located, all, out);
  }

  private static void weight(Located located, Map<String, String> all, Consumer<Report> out) {
    int total = Math.max(100, number(all.get(CANARY + "-weight-total")).orElse(100));
    number(all.get(CANARY + "-weight"))
        .filter(weight -> weight < 0 || weight > total)
        .ifPresent(
            weight ->
                out.accept(
                    Report.of(
                            WEIGHT,
                            at(located, CANARY + "-weight"),
                            "%d is no share of %d.".formatted(weight, total))
                        .withFix(
                            Fix.intent(
                                "Write " + Math.clamp(weight, 0, total),
                                new Intent.SetAnnotation(
                                    located.id(),
                                    CANARY + "-weight",
                                    String.valueOf(Math.clamp(weight, 0, total)))))));
  }

  private static Optional<Integer> number(String value) {
    return Optional.ofNullable(value).filter(v -> v.matches("-?[0-9]{1,6}")).map(Integer::valueOf);
  }

  private static Location at(Located located, String key) {
    return new Location(located.id(), FieldPath.of("metadata", "annotations", key));
  }
}
