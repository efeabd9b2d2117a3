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
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code spec.tls} does not do with one controller or another. */
final class TlsOfControllers implements WorkspaceCheck {
  static final LintRule F5_SECRET =
      LintRule.controller(
          "f5-tls-without-secret",
          Severity.WARNING,
          "F5's controller refuses TLS for a host without Secret",
          "Without a Secret, and without -wildcard-tls-secret, every handshake for the host fails.",
          "tls");

  static final LintRule NO_HOSTS =
      LintRule.controller(
          "tls-entry-without-hosts",
          Severity.WARNING,
          "A TLS entry without hosts does nothing",
          "This controller serves over HTTPS only the hosts that the entry names.",
          "tls");

  static final LintRule TRAEFIK =
      LintRule.controller(
          "traefik-tls-not-served",
          Severity.INFO,
          "Traefik does not serve HTTPS because of spec.tls",
          "spec.tls only loads certificates there. HTTPS is served where router.tls is \"true\", or"
              + " where the entry point has TLS itself, as the Helm chart sets it up.",
          "tls");

  static final String ROUTER_TLS = "traefik.ingress.kubernetes.io/router.tls";

  @Override
  public List<LintRule> rules() {
    return List.of(F5_SECRET, NO_HOSTS, TRAEFIK);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    String controller = context.dialect().id();
    for (Located located : Audience.of(context).ingresses(context)) {
      Ingress ingress = (Ingress) located.resource();
      List<TlsEntry> tls = ingress.spec().tls();
      for (int i = 0; i < tls.size(); i++) {
        Location at = new Location(located.id(), FieldPath.tls(i));
        switch (controller) {
          case "f5-nginx" -> f5(context, tls.get(i), at, out);
          case "haproxy", "haproxy-ingress", "contour" -> hosts(context, tls.get(i), at, out);
          default -> {}
        }
      }
      if (controller.equals("traefik") && !tls.isEmpty()) {
        traefik(context, ingress, located, out);
      }
    }
  }

  private static void f5(LintContext context, TlsEntry entry, Location at, Consumer<Report> out) {
    boolean wildcard = !context.dialect().config().get("wildcard-tls-secret", "").isEmpty();
    if (!wildcard && entry.secretName().filter(n -> !n.isEmpty()).isEmpty()) {
      out.accept(
          Report.of(F5_SECRET, at, "The entry names no Secret, so handshakes for its hosts fail."));
    }
  }

  private static void hosts(
      LintContext context, TlsEntry entry, Location at, Consumer<Report> out) {
    if (entry.hosts().isEmpty()) {
      out.accept(
          Report.of(
              NO_HOSTS,
              at,
              "%s serves no host over HTTPS for this entry: it names none."
                  .formatted(context.dialect().displayName())));
    }
  }

  /** The routes say it: over HTTPS nothing answers, over HTTP something does. */
  private static void traefik(
      LintContext context, Ingress ingress, Located located, Consumer<Report> out) {
    Optional<String> host =
        ingress.spec().tls().stream().flatMap(t -> t.hosts().stream()).findFirst();
    if (ingress.meta().annotations().keySet().stream().anyMatch(k -> k.startsWith(ROUTER_TLS))
        || host.isEmpty()
        || !arrives(context, "http", host.get())
        || arrives(context, "https", host.get())) {
      return;
    }
    out.accept(
        Report.of(
                TRAEFIK,
                new Location(located.id(), FieldPath.of("spec", "tls")),
                "HTTPS for %s gets 404, unless the entry point has TLS itself."
                    .formatted(host.get()))
            .onKey()
            .withFix(
                Fix.intent(
                    "Add router.tls: \"true\"",
                    new Intent.SetAnnotation(located.id(), ROUTER_TLS, "true"))));
  }

  private static boolean arrives(LintContext context, String scheme, String host) {
    Request request;
    try {
      request = Request.literal("GET", scheme + "://" + host.replace("*", "zq") + "/", Map.of());
    } catch (IllegalArgumentException e) {
      return false; // no client can ask for that host
    }
    Outcome outcome = context.routes().find(request);
    return outcome instanceof Outcome.ToBackend || outcome instanceof Outcome.Redirect;
  }
}
