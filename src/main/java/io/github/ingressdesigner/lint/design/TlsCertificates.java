package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.TextChange;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.tls.CertificateChain;
import io.github.ingressdesigner.tls.TlsInspection;
import io.github.ingressdesigner.tls.TlsProblem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the certificates in the Secrets of the files say. Never repeats a value of a Secret. */
final class TlsCertificates implements WorkspaceCheck {
  static final LintRule EXPIRED =
      LintRule.design(
          "tls-certificate-expired",
          Severity.ERROR,
          "A certificate has expired",
          "Clients refuse the connection.",
          "tls");

  static final LintRule EARLY =
      LintRule.design(
          "tls-certificate-not-yet-valid",
          Severity.WARNING,
          "A certificate is not valid yet",
          "Clients refuse the connection until then.",
          "tls");

  static final LintRule EXPIRING =
      LintRule.design(
          "tls-certificate-expiring",
          Severity.WARNING,
          "A certificate expires soon",
          "Less than two weeks are left. What renews it should have done so by now.",
          "tls");

  static final LintRule HOST =
      LintRule.design(
          "tls-certificate-host",
          Severity.ERROR,
          "A certificate does not cover a host",
          "Clients compare the host with the names of the certificate and refuse the connection.",
          "tls");

  static final LintRule CHAIN =
      LintRule.design(
          "tls-chain-order",
          Severity.WARNING,
          "The certificates of a chain stand in the wrong order",
          "The certificate of the server comes first, then the one that signed it, and so on."
              + " Otherwise some clients or the controller refuse it.",
          "tls");

  @Override
  public List<LintRule> rules() {
    return List.of(EXPIRED, EARLY, EXPIRING, HOST, CHAIN);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Map<String, Optional<CertificateChain>> chains = new HashMap<>();
    for (Located located : context.resources().all()) {
      if (located.resource() instanceof Secret secret
          && secret.type().filter(SecretFiles.TLS::equals).isPresent()) {
        chains.put(secret.meta().qualifiedName(), judge(context, located, out));
      }
    }
    if (chains.isEmpty()) {
      return;
    }
    for (Located located : context.resources().ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      for (int i = 0; i < ingress.spec().tls().size(); i++) {
        TlsEntry entry = ingress.spec().tls().get(i);
        String name = ingress.meta().namespaceOrDefault() + "/" + entry.secretName().orElse("");
        Location at = new Location(located.id(), FieldPath.tls(i));
        chains
            .getOrDefault(name, Optional.empty())
            .ifPresent(chain -> hosts(ingress, entry, at, chain, out));
      }
    }
  }

  /** What is not readable, or does not belong together, the rules of the API server tell. */
  private static Optional<CertificateChain> judge(
      LintContext context, Located secret, Consumer<Report> out) {
    Optional<CertificateChain> chain =
        SecretFiles.value(context, secret, "tls.crt")
            .flatMap(pem -> CertificateChain.read(pem).found());
    chain.ifPresent(
        found -> chain(context, found, SecretFiles.valueAt(context, secret, "tls.crt"), out));
    return chain;
  }

  private static void chain(
      LintContext context, CertificateChain chain, Location at, Consumer<Report> out) {
    Clock clock = Clock.fixed(context.settings().now(), ZoneOffset.UTC);
    for (TlsProblem problem : TlsInspection.of(chain, Optional.empty(), List.of(), clock)) {
      switch (problem.kind()) {
        case EXPIRED -> out.accept(Report.of(EXPIRED, at, problem.message()));
        case EXPIRES_SOON -> out.accept(Report.of(EXPIRING, at, problem.message()));
        case NOT_YET_VALID -> out.accept(Report.of(EARLY, at, problem.message()));
        case CHAIN_ORDER ->
            out.accept(
                Report.of(CHAIN, at, problem.message())
                    .withFix(
                        TextChange.at(context, at)
                            .filter(_ -> at.path().toString().startsWith("data"))
                            .flatMap(change -> change.replace(chain.inOrder().base64()))
                            .map(edits -> Fix.edits("Put them in order", edits))));
        case UNRELATED -> out.accept(Report.of(CHAIN, at, problem.message()));
        case UNREADABLE,
            KEY_MISMATCH,
            HOST_NOT_COVERED,
            NO_NAMES,
            NO_INTERMEDIATE,
            SELF_SIGNED -> {}
      }
    }
  }

  private static void hosts(
      Ingress ingress, TlsEntry entry, Location at, CertificateChain chain, Consumer<Report> out) {
    List<String> hosts = TlsHosts.hostsOf(ingress, entry);
    for (int i = 0; i < hosts.size(); i++) {
      if (!chain.covers(hosts.get(i))) {
        Location place = entry.hosts().isEmpty() ? at.key("secretName") : at.key("hosts").index(i);
        List<String> names = chain.names();
        out.accept(
            Report.of(
                HOST,
                place,
                "The certificate of the Secret %s does not cover %s; %s"
                    .formatted(
                        entry.secretName().orElse(""),
                        hosts.get(i),
                        names.isEmpty()
                            ? "it has no subject alternative names."
                            : "it is for " + String.join(", ", names) + ".")));
      }
    }
  }
}
