package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.Nearest;
import io.github.ingressdesigner.intent.Intent;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The Secrets that {@code spec.tls} names: whether they are there, and are what they should be. */
final class TlsSecrets implements WorkspaceCheck {
  static final LintRule MISSING =
      LintRule.design(
          "tls-secret-missing",
          Severity.WARNING,
          "A TLS Secret is not among the files",
          "The files hold TLS Secrets, but not this one. Without it the controller shows its own"
              + " certificate, or does not serve the host.",
          "tls");

  static final LintRule NAMESPACE =
      LintRule.design(
          "tls-secret-other-namespace",
          Severity.WARNING,
          "A TLS Secret is in another namespace",
          "An Ingress can only use Secrets of its own namespace. Copy it there, or have it made"
              + " there.",
          "tls");

  static final LintRule TYPE =
      LintRule.design(
          "tls-secret-type",
          Severity.WARNING,
          "A Secret for TLS has another type",
          "Several controllers refuse Secrets that are not of the type kubernetes.io/tls, and the"
              + " API server does not check their keys.",
          "tls");

  static final LintRule KEYS =
      LintRule.design(
          "tls-secret-keys",
          Severity.WARNING,
          "A Secret for TLS lacks a key",
          "Controllers look for tls.crt and tls.key. Under other names they find nothing.",
          "tls");

  private static final Set<String> NEEDED = Set.of("tls.crt", "tls.key");

  @Override
  public List<LintRule> rules() {
    return List.of(MISSING, NAMESPACE, TYPE, KEYS);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    SecretFiles secrets = SecretFiles.of(context);
    Set<String> judged = new HashSet<>();
    for (Located located : context.resources().ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      List<TlsEntry> tls = ingress.spec().tls();
      for (int i = 0; i < tls.size(); i++) {
        String name = tls.get(i).secretName().orElse("");
        if (name.isEmpty()) {
          continue;
        }
        String namespace = ingress.meta().namespaceOrDefault();
        Optional<Located> secret = secrets.find(namespace, name);
        if (secret.isEmpty()) {
          Location at = new Location(located.id(), FieldPath.tls(i));
          missing(secrets, ingress, name, at).ifPresent(out);
        } else if (judged.add(namespace + "/" + name)) {
          judge(context, secret.get(), out);
        }
      }
    }
  }

  private static Optional<Report> missing(
      SecretFiles secrets, Ingress ingress, String name, Location entry) {
    String namespace = ingress.meta().namespaceOrDefault();
    boolean made =
        CertManager.isAsked(ingress) || secrets.promised().contains(namespace + "/" + name);
    if (made || !secrets.isWhole()) {
      return Optional.empty();
    }
    Location at = entry.key("secretName");
    List<String> elsewhere = secrets.namespacesOf(name);
    if (!elsewhere.isEmpty()) {
      return Optional.of(
          Report.of(
              NAMESPACE,
              at,
              "The Secret %s is in the namespace %s. This Ingress can only use Secrets of %s."
                  .formatted(name, elsewhere.getFirst(), namespace)));
    }
    List<String> candidates =
        secrets.byName().values().stream()
            .filter(l -> l.resource().meta().namespaceOrDefault().equals(namespace))
            .flatMap(l -> l.resource().meta().name().stream())
            .toList();
    return Optional.of(
        Report.of(
                MISSING,
                at,
                "There is no Secret %s in the namespace %s.".formatted(name, namespace))
            .withFix(
                Nearest.to(name, candidates)
                    .map(n -> Fix.intent("Write " + n, new Intent.SetTlsSecret(entry, n)))));
  }

  private static void judge(LintContext context, Located located, Consumer<Report> out) {
    Secret secret = (Secret) located.resource();
    String type = secret.type().orElse("Opaque");
    Location at = new Location(located.id(), FieldPath.of("type"));
    if (!type.equals(SecretFiles.TLS)) {
      Optional<Fix> fix =
          secret.keys().containsAll(NEEDED)
              ? TextChange.at(context, at)
                  .flatMap(change -> change.replace(SecretFiles.TLS))
                  .map(edits -> Fix.edits("Write " + SecretFiles.TLS, edits))
              : Optional.empty();
      out.accept(
          Report.of(
                  TYPE,
                  at,
                  "An Ingress uses this Secret for TLS, but its type is %s, not %s."
                      .formatted(type, SecretFiles.TLS))
              .withFix(fix));
      for (String key : List.of("tls.crt", "tls.key")) {
        if (!secret.keys().contains(key)) {
          out.accept(
              Report.of(
                      KEYS,
                      new Location(located.id(), FieldPath.of("data")),
                      "The Secret has no key %s, which TLS needs.".formatted(key))
                  .onKey());
        }
      }
    }
  }
}
