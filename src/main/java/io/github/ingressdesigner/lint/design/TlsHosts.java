package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
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
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The hosts of {@code spec.tls} against those of the rules. */
final class TlsHosts implements WorkspaceCheck {
  static final LintRule UNUSED =
      LintRule.design(
          "tls-host-unused",
          Severity.WARNING,
          "A TLS host has no rule",
          "The certificate is loaded for a host that nothing routes. Usually one of the two names"
              + " is misspelt.",
          "tls");

  static final LintRule NOT_COVERED =
      LintRule.design(
          "tls-host-missing",
          Severity.WARNING,
          "A host of the rules is not among the TLS hosts",
          "Clients of this host get the controller's own certificate, or no answer at all over"
              + " HTTPS. Add the host to spec.tls.",
          "tls");

  static final LintRule DEPTH =
      LintRule.design(
          "tls-wildcard-depth",
          Severity.WARNING,
          "A wildcard does not cover a host",
          "*.shop.example stands for one label: it covers a.shop.example, neither shop.example nor"
              + " a.b.shop.example. Name the host itself.",
          "tls");

  static final LintRule TWICE =
      LintRule.design(
          "tls-host-twice",
          Severity.WARNING,
          "A TLS host has two Secrets",
          "Which certificate clients get is left to the controller. Keep one entry for each host.",
          "tls");

  static final LintRule NO_SECRET =
      LintRule.design(
              "tls-without-secret-name",
              Severity.INFO,
              "A TLS entry names no Secret",
              "The controller shows its default certificate, which may be one that no client"
                  + " trusts.",
              "tls")
          .offByDefault();

  static final LintRule ABSENT =
      LintRule.design(
              "tls-absent",
              Severity.INFO,
              "An Ingress has no TLS",
              "What travels to the controller can be read and changed on the way.",
              "tls")
          .offByDefault();

  @Override
  public List<LintRule> rules() {
    return List.of(UNUSED, NOT_COVERED, DEPTH, TWICE, NO_SECRET, ABSENT);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Map<String, Set<String>> routed = new HashMap<>();
    context
        .resources()
        .ingresses()
        .map(l -> (Ingress) l.resource())
        .forEach(
            ingress ->
                routed
                    .computeIfAbsent(ingress.meta().namespaceOrDefault(), _ -> new HashSet<>())
                    .addAll(hosts(ingress)));
    context
        .resources()
        .ingresses()
        .forEach(
            located -> {
              Ingress ingress = (Ingress) located.resource();
              if (ingress.spec().tls().isEmpty()) {
                out.accept(
                    Report.of(
                            ABSENT,
                            new Location(located.id(), FieldPath.of("spec")),
                            "The Ingress has no spec.tls, so its hosts are served without TLS.")
                        .onKey());
              } else {
                used(context, located, routed.get(ingress.meta().namespaceOrDefault()), out);
                covered(context, located, out);
              }
            });
  }

  /** Hosts of the rules, and those that annotations add. */
  private static Set<String> hosts(Ingress ingress) {
    Set<String> hosts = new HashSet<>();
    ingress.spec().rules().forEach(rule -> hosts.add(rule.host().orElse("")));
    if (ingress.spec().rules().isEmpty()) {
      hosts.add("");
    }
    Set<String> more = new HashSet<>();
    ingress
        .meta()
        .annotations()
        .forEach(
            (key, value) -> {
              String name = key.substring(key.indexOf('/') + 1);
              if (Set.of("server-alias", "host-aliases", "redirect-from").contains(name)) {
                Stream.of(value.split(",")).map(String::strip).forEach(more::add);
              }
              if (name.equals("from-to-www-redirect")) {
                hosts.forEach(h -> more.add(h.startsWith("www.") ? h.substring(4) : "www." + h));
              }
            });
    hosts.addAll(more);
    return hosts;
  }

  private static void used(
      LintContext context, Located located, Set<String> routed, Consumer<Report> out) {
    List<TlsEntry> tls = ((Ingress) located.resource()).spec().tls();
    Map<String, Optional<String>> seen = new HashMap<>();
    for (int i = 0; i < tls.size(); i++) {
      Location entry = new Location(located.id(), FieldPath.tls(i));
      if (tls.get(i).secretName().filter(n -> !n.isEmpty()).isEmpty()) {
        out.accept(
            Report.of(NO_SECRET, entry, "The entry names no Secret: the default certificate."));
      }
      List<String> hosts = tls.get(i).hosts();
      for (int j = 0; j < hosts.size(); j++) {
        String host = hosts.get(j);
        Location at = entry.key("hosts").index(j);
        if (!routed.contains("") && routed.stream().noneMatch(r -> meets(host, r))) {
          out.accept(
              Report.of(UNUSED, at, "No rule has the host %s.".formatted(host))
                  .withFix(removal(context, entry, at, hosts.size())));
        }
        Optional<String> secret = tls.get(i).secretName();
        Optional<String> other = seen.putIfAbsent(host, secret);
        if (other != null && !other.equals(secret)) {
          out.accept(
              Report.of(
                      TWICE,
                      at,
                      "%s has an entry above with the Secret %s."
                          .formatted(host, other.orElse("of the controller")))
                  .withFix(removal(context, entry, at, hosts.size())));
        }
      }
    }
  }

  private static Optional<Fix> removal(
      LintContext context, Location entry, Location host, int hosts) {
    return hosts == 1
        ? Optional.of(Fix.intent("Remove the TLS entry", new Intent.Remove(entry)))
        : TextChange.at(context, host)
            .flatMap(TextChange::remove)
            .map(edits -> Fix.edits("Remove the TLS host", edits));
  }

  private static void covered(LintContext context, Located located, Consumer<Report> out) {
    Ingress ingress = (Ingress) located.resource();
    List<TlsEntry> tls = ingress.spec().tls();
    if (tls.stream().anyMatch(entry -> entry.hosts().isEmpty())) {
      return;
    }
    List<String> names = tls.stream().flatMap(entry -> entry.hosts().stream()).toList();
    Set<String> told = new HashSet<>();
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      String host = rules.get(i).host().orElse("");
      if (host.isEmpty() || !told.add(host) || names.stream().anyMatch(n -> covers(n, host))) {
        continue;
      }
      Location at = new Location(located.id(), FieldPath.rule(i)).key("host");
      Optional<String> wildcard =
          names.stream()
              .filter(n -> n.startsWith("*."))
              .filter(n -> host.endsWith(n.substring(1)) || n.equals("*." + host))
              .findFirst();
      Report report =
          wildcard
              .map(
                  n ->
                      Report.of(
                          DEPTH,
                          at,
                          "%s does not cover %s: the star stands for one label."
                              .formatted(n, host)))
              .orElseGet(
                  () ->
                      Report.of(
                          NOT_COVERED,
                          at,
                          "No entry of spec.tls has the host %s.".formatted(host)));
      out.accept(report.withFix(addition(context, located, tls, host)));
    }
  }

  private static Optional<Fix> addition(
      LintContext context, Located located, List<TlsEntry> tls, String host) {
    return tls.size() != 1
        ? Optional.empty()
        : TextChange.at(context, new Location(located.id(), FieldPath.tls(0)).key("hosts"))
            .flatMap(list -> list.append(host))
            .map(edits -> Fix.edits("Add it to the TLS hosts", edits));
  }

  /** Whether the certificate of a TLS host is shown for a host. */
  static boolean covers(String tlsHost, String host) {
    int dot = host.indexOf('.');
    return tlsHost.equals(host)
        || tlsHost.startsWith("*.")
            && dot > 0
            && !host.startsWith("*")
            && tlsHost.substring(1).equals(host.substring(dot));
  }

  private static boolean meets(String tlsHost, String ruleHost) {
    return covers(tlsHost, ruleHost) || covers(ruleHost, tlsHost);
  }

  /** The hosts that a certificate of an entry has to be for. */
  static List<String> hostsOf(Ingress ingress, TlsEntry entry) {
    if (!entry.hosts().isEmpty()) {
      return entry.hosts();
    }
    List<String> hosts = new ArrayList<>();
    ingress.spec().rules().forEach(rule -> rule.host().ifPresent(hosts::add));
    return hosts;
  }
}
