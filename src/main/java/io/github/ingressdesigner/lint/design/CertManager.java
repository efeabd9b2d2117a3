package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.Nearest;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What cert-manager needs to issue certificates for an Ingress. */
final class CertManager implements WorkspaceCheck {
  static final LintRule NO_TLS =
      LintRule.design(
          "cert-manager-without-tls",
          Severity.WARNING,
          "cert-manager has nothing to issue",
          "cert-manager makes one certificate for each entry of spec.tls that names hosts and a"
              + " Secret. Without such an entry the annotation does nothing.",
          "tls");

  static final LintRule NO_ISSUER =
      LintRule.design(
          "cert-manager-without-issuer",
          Severity.WARNING,
          "cert-manager is told no issuer",
          "The annotations describe a certificate, but none says who issues it, so none is issued.",
          "tls");

  static final LintRule BOTH =
      LintRule.design(
          "cert-manager-two-issuers",
          Severity.WARNING,
          "cert-manager is told two issuers",
          "With both cert-manager.io/issuer and cert-manager.io/cluster-issuer no certificate is"
              + " issued. Keep one.",
          "tls");

  static final LintRule UNKNOWN_ISSUER =
      LintRule.design(
          "cert-manager-issuer-missing",
          Severity.WARNING,
          "The issuer is not among the files",
          "The files hold issuers, but not this one. An Issuer must be in the namespace of the"
              + " Ingress, a ClusterIssuer is named by another annotation.",
          "tls");

  private static final String PREFIX = "cert-manager.io/";
  private static final String ISSUER = PREFIX + "issuer";
  private static final String CLUSTER = PREFIX + "cluster-issuer";
  private static final String DEFAULT = "kubernetes.io/tls-acme";

  @Override
  public List<LintRule> rules() {
    return List.of(NO_TLS, NO_ISSUER, BOTH, UNKNOWN_ISSUER);
  }

  /** Whether cert-manager makes the Secrets of the Ingress. */
  static boolean isAsked(Ingress ingress) {
    return ingress.meta().annotations().keySet().stream()
        .anyMatch(
            key ->
                key.equals(ISSUER)
                    || key.equals(CLUSTER)
                    || key.equals(DEFAULT)
                    || key.equals("haproxy-ingress.github.io/cert-signer"));
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    List<OtherResource> issuers =
        context.resources().all().stream()
            .map(Located::resource)
            .filter(OtherResource.class::isInstance)
            .map(OtherResource.class::cast)
            .filter(o -> o.group().equals("cert-manager.io") && o.kind().endsWith("Issuer"))
            .toList();
    for (Located located : context.resources().ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      check(ingress, located, issuers, out);
    }
  }

  private static void check(
      Ingress ingress, Located located, List<OtherResource> issuers, Consumer<Report> out) {
    Map<String, String> all = ingress.meta().annotations();
    boolean issuer = all.containsKey(ISSUER);
    boolean cluster = all.containsKey(CLUSTER);
    if (issuer && cluster) {
      out.accept(
          report(BOTH, located, CLUSTER, "The annotation %s stands beside it.".formatted(ISSUER))
              .withFix(Fix.intent("Remove " + ISSUER, new Intent.Remove(at(located, ISSUER)))));
    }
    if ((issuer || cluster) && !isReady(ingress)) {
      String key = issuer ? ISSUER : CLUSTER;
      out.accept(report(NO_TLS, located, key, advice(ingress)).withFix(entry(ingress, located)));
    }
    if (!issuer && !cluster && !all.containsKey(DEFAULT)) {
      all.keySet().stream()
          .filter(key -> key.startsWith(PREFIX) || key.startsWith("acme.cert-manager.io/"))
          .filter(key -> !key.equals(PREFIX + "issue-temporary-certificate"))
          .findFirst()
          .ifPresent(
              key ->
                  out.accept(
                      report(
                          NO_ISSUER,
                          located,
                          key,
                          "Add %s or %s with the name of the issuer.".formatted(CLUSTER, ISSUER))));
    }
    if (issuer && !all.containsKey(PREFIX + "issuer-kind")) {
      unknown(located, ISSUER, all.get(ISSUER), of(issuers, "Issuer", ingress), issuers, out);
    }
    if (cluster) {
      unknown(
          located, CLUSTER, all.get(CLUSTER), of(issuers, "ClusterIssuer", ingress), issuers, out);
    }
  }

  private static boolean isReady(Ingress ingress) {
    return ingress.spec().tls().stream()
        .anyMatch(
            tls ->
                !tls.hosts().isEmpty() && tls.secretName().filter(n -> !n.isEmpty()).isPresent());
  }

  private static String advice(Ingress ingress) {
    if (ingress.spec().tls().isEmpty()) {
      return "The Ingress has no spec.tls, so cert-manager issues nothing.";
    }
    TlsEntry first = ingress.spec().tls().getFirst();
    return first.hosts().isEmpty()
        ? "The TLS entry names no hosts, so cert-manager issues nothing."
        : "The TLS entry names no Secret, so cert-manager issues nothing.";
  }

  private static Optional<Fix> entry(Ingress ingress, Located located) {
    List<String> hosts =
        ingress.spec().rules().stream().flatMap(rule -> rule.host().stream()).distinct().toList();
    String secret = ingress.meta().name().orElse("ingress") + "-tls";
    if (hosts.isEmpty()) {
      return Optional.empty();
    }
    if (ingress.spec().tls().isEmpty()) {
      return Optional.of(
          Fix.intent(
              "Add a TLS entry for its hosts",
              new Intent.AddTls(located.id(), hosts, Optional.of(secret))));
    }
    return ingress.spec().tls().getFirst().hosts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.intent(
                "Name the Secret " + secret,
                new Intent.SetTlsSecret(new Location(located.id(), FieldPath.tls(0)), secret)));
  }

  private static List<String> of(List<OtherResource> issuers, String kind, Ingress ingress) {
    return issuers.stream()
        .filter(o -> o.kind().equals(kind))
        .filter(
            o ->
                kind.equals("ClusterIssuer")
                    || o.meta().namespaceOrDefault().equals(ingress.meta().namespaceOrDefault()))
        .flatMap(o -> o.meta().name().stream())
        .toList();
  }

  private static void unknown(
      Located located,
      String key,
      String name,
      List<String> known,
      List<OtherResource> issuers,
      Consumer<Report> out) {
    if (issuers.isEmpty() || known.contains(name)) {
      return;
    }
    boolean other =
        issuers.stream().anyMatch(o -> o.meta().name().filter(name::equals).isPresent());
    String kind = key.equals(CLUSTER) ? "ClusterIssuer" : "Issuer";
    String message =
        other
            ? "There is no %s %s here, but an issuer of that name of another kind or namespace."
                .formatted(kind, name)
            : "There is no %s %s among the files.".formatted(kind, name);
    out.accept(
        report(UNKNOWN_ISSUER, located, key, message)
            .withFix(
                Nearest.to(name, known)
                    .map(
                        n ->
                            Fix.intent(
                                "Write " + n, new Intent.SetAnnotation(located.id(), key, n)))));
  }

  private static Report report(LintRule rule, Located located, String key, String message) {
    return Report.of(rule, at(located, key), message);
  }

  private static Location at(Located located, String key) {
    return new Location(located.id(), FieldPath.of("metadata", "annotations", key));
  }
}
