package io.github.ingressdesigner.dialect.contour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.ContourDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContourTableTest {
  private static String ingress(String name, String meta, String spec) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: %s%s}
    spec: {%s}
    """
        .formatted(name, meta.isEmpty() ? "" : ", " + meta, spec);
  }

  private static String rule(String host, String... paths) {
    return "{%shttp: {paths: [%s]}}"
        .formatted(host.isEmpty() ? "" : "host: '" + host + "', ", String.join(", ", paths));
  }

  private static String path(String type, String path, String service) {
    return "{path: '%s', pathType: %s, backend: %s}".formatted(path, type, backend(service));
  }

  private static String backend(String service) {
    return "{service: {name: %s, port: {number: 80}}}".formatted(service);
  }

  private static String rules(String... rules) {
    return "rules: [" + String.join(", ", rules) + "]";
  }

  private static RouteTable table(DialectConfig config, String yaml) {
    return new ContourDialect(config).compile(Manifests.read(yaml), Optional.empty());
  }

  private static String ask(RouteTable table, String url, Map<String, List<String>> headers) {
    Request request = Request.literal("GET", url, headers);
    Outcome outcome = table.find(request);
    assertThat(table.explain(request).outcome()).isEqualTo(outcome);
    return words(outcome);
  }

  private static String ask(String yaml, String url) {
    return ask(table(DialectConfig.NONE, yaml), url, Map.of());
  }

  private static String ask(String key, String value, String yaml, String url) {
    return ask(table(DialectConfig.of(key, value), yaml), url, Map.of());
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          to.backend().display() + " " + to.upstreamPath() + to.upstreamHost().orElse("");
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.location();
      case Outcome.Split split ->
          split.options().stream().map(o -> words(o.outcome())).sorted().toList().toString();
      case Outcome.TlsRefused _ -> "refused";
      case Outcome.ControllerDefault _, Outcome.ConfigRejected _, Outcome.Undecided _ ->
          outcome.toString();
    };
  }

  private static Decision explain(String yaml, String url) {
    return table(DialectConfig.NONE, yaml).explain(Request.of("GET", url, Map.of()));
  }

  @Test
  void hostsThatAnIngressWithoutRulesForThemListsInTlsAreServedOverTls() {
    String yaml =
        ingress(
                "certs",
                "",
                "tls: [{hosts: [a.example], secretName: s}], "
                    + rules(rule("b.example", path("Prefix", "/", "b"))))
            + ingress("app", "", rules(rule("a.example", path("Prefix", "/", "a"))));
    assertThat(ask(yaml, "https://a.example/")).isEqualTo("a:80 /");
    assertThat(ask(yaml, "https://b.example/")).isEqualTo("refused");
  }

  @Test
  void tlsWithoutSecretIsNoTls() {
    String yaml =
        ingress(
            "app",
            "",
            "tls: [{hosts: [a.example]}], " + rules(rule("a.example", path("Prefix", "/", "a"))));
    assertThat(ask(yaml, "https://a.example/")).isEqualTo("refused");
  }

  @Test
  void secretOfAnotherNamespaceNeedsDelegation() {
    String app =
        ingress(
            "app",
            "annotations: {projectcontour.io/tls-cert-namespace: certs}",
            "tls: [{hosts: [a.example], secretName: s}], "
                + rules(rule("a.example", path("Prefix", "/", "a"))));
    String delegation =
        """
        ---
        apiVersion: projectcontour.io/v1
        kind: TLSCertificateDelegation
        metadata: {name: d, namespace: certs}
        spec: {delegations: [{secretName: s, targetNamespaces: [default]}]}
        """;
    assertThat(ask(app, "https://a.example/")).isEqualTo("refused");
    assertThat(ask(app + delegation, "https://a.example/")).isEqualTo("a:80 /");
  }

  @Test
  void emptyClassAnnotationLeavesTheFieldToDecide() {
    String yaml =
        ingress(
            "app",
            "annotations: {projectcontour.io/ingress.class: ''}",
            "ingressClassName: nginx, " + rules(rule("a.example", path("Prefix", "/", "a"))));
    assertThat(ask(yaml, "http://a.example/")).isEqualTo("404");
  }

  @Test
  void ofSeveralDefaultClassesTheYoungestCounts() {
    String classes =
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: %s, creationTimestamp: '2026-01-0%dT00:00:00Z', annotations: {ingressclass.kubernetes.io/is-default-class: 'true'}}
        """;
    String app = ingress("app", "", rules(rule("a.example", path("Prefix", "/", "a"))));
    String young = classes.formatted("nginx", 1) + classes.formatted("contour", 2) + app;
    String old = classes.formatted("nginx", 2) + classes.formatted("contour", 1) + app;
    assertThat(ask(young, "http://a.example/")).isEqualTo("a:80 /");
    assertThat(ask(old, "http://a.example/")).isEqualTo("404");
  }

  @Test
  void configuredClassesLeaveOutIngressesWithoutClass() {
    String named =
        ingress("n", "", "ingressClassName: two, " + rules(rule("", path("Prefix", "/n", "n"))));
    String none = ingress("o", "", rules(rule("", path("Prefix", "/o", "o"))));
    assertThat(ask("ingress-class-name", "one,two", named + none, "http://x/n"))
        .isEqualTo("n:80 /n");
    assertThat(ask("ingress-class-name", "one,two", named + none, "http://x/o")).isEqualTo("404");
  }

  @Test
  void servicesOfTypeExternalNameAreSkippedUnlessEnabled() {
    String yaml =
        ingress("app", "", rules(rule("", path("Prefix", "/", "s"), path("Prefix", "/e", "e"))))
            + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: s}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: e}
            spec: {type: ExternalName, externalName: other.test, ports: [{port: 80}]}
            """;
    assertThat(ask(yaml, "http://x/e")).isEqualTo("s:80 /e");
    assertThat(ask("enableExternalNameService", "true", yaml, "http://x/e")).isEqualTo("e:80 /e");
  }

  @Test
  void badExpressionWithoutServiceDropsOnlyItself() {
    String service =
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80}]}\n";
    String missing =
        ingress(
            "a",
            "",
            rules(
                rule("", path("ImplementationSpecific", "/[", "gone"), path("Prefix", "/p", "s"))));
    String there =
        ingress(
            "a",
            "",
            rules(rule("", path("ImplementationSpecific", "/[", "s"), path("Prefix", "/p", "s"))));
    assertThat(ask(service + missing, "http://x/p")).isEqualTo("s:80 /p");
    assertThat(ask(service + there, "http://x/p")).isEqualTo("404");
  }

  @Test
  void expressionsAreAskedByLengthThenBackwardsByText() {
    String yaml =
        ingress(
            "a",
            "",
            rules(
                rule(
                    "",
                    path("ImplementationSpecific", "/a[0-9]", "short"),
                    path("ImplementationSpecific", "/a[0-9]+", "long"),
                    path("ImplementationSpecific", "/b.+", "dot"),
                    path("ImplementationSpecific", "/[b]", "set"))));
    assertThat(ask(yaml, "http://x/a1")).isEqualTo("long:80 /a1");
    assertThat(ask(yaml, "http://x/bb")).isEqualTo("dot:80 /bb");
    assertThat(explain(yaml, "http://x/a1").confidence()).isEqualTo(Confidence.MODELLED);
    assertThat(explain(yaml, "http://x/bb").confidence()).isEqualTo(Confidence.EXACT);
  }

  @Test
  void bracesAndQuestionMarksAloneMakeNoExpression() {
    String yaml = ingress("a", "", rules(rule("", path("ImplementationSpecific", "/a$", "a"))));
    assertThat(ask(yaml, "http://x/a$b")).isEqualTo("a:80 /a$b");
    assertThat(explain(yaml, "http://x/a$b").confidence()).isEqualTo(Confidence.MODELLED);
  }

  @Test
  void hostlessRootOfTheSameIngressGoesBeforeItsDefaultBackend() {
    String yaml =
        ingress(
            "a",
            "",
            "defaultBackend: " + backend("d") + ", " + rules(rule("", path("Prefix", "/", "r"))));
    assertThat(ask(yaml, "http://x/q")).isEqualTo("r:80 /q");
  }

  @Test
  void defaultBackendsOfTwoIngressesAreDrawnByChance() {
    String yaml =
        ingress("a", "", "defaultBackend: " + backend("one"))
            + ingress("b", "", "defaultBackend: " + backend("two"));
    assertThat(ask(yaml, "http://x/q")).isEqualTo("[one:80 /q, two:80 /q]");
  }

  @Test
  void allowHttpFalseTakesPlainRoutesOfItsOwnIngressOnly() {
    String yaml =
        ingress(
                "a",
                "annotations: {kubernetes.io/ingress.allow-http: 'false'}",
                rules(rule("h.example", path("Prefix", "/", "tls"))))
            + ingress("b", "", rules(rule("h.example", path("Prefix", "/", "plain"))));
    assertThat(ask(yaml, "http://h.example/")).isEqualTo("plain:80 /");
  }

  @Test
  void redirectKeepsTheHostAsSent() {
    String yaml =
        ingress(
            "a",
            "annotations: {ingress.kubernetes.io/force-ssl-redirect: 'true'}",
            rules(rule("h.example", path("Prefix", "/", "s"))));
    assertThat(ask(yaml, "http://H.example/a//b?c=//")).isEqualTo("https://H.example/a/b?c=//");
  }

  @Test
  void dotBehindTheHostIsCutWhereContourIsToldSo() {
    String yaml = ingress("a", "", rules(rule("h.example", path("Prefix", "/", "s"))));
    assertThat(ask(yaml, "http://h.example./")).isEqualTo("404");
    assertThat(ask("stripTrailingHostDot", "true", yaml, "http://h.example./"))
        .isEqualTo("s:80 /h.example");
  }

  @Test
  void slashesStayWhereContourIsToldSo() {
    String yaml = ingress("a", "", rules(rule("", path("Prefix", "/a/b", "s"))));
    assertThat(ask(yaml, "http://x/a//b")).isEqualTo("s:80 /a/b");
    assertThat(ask("disableMergeSlashes", "true", yaml, "http://x/a//b")).isEqualTo("404");
  }

  @Test
  void numberSignIsRefusedBeforeTheHostIsComparedWithTheServerName() {
    String yaml =
        ingress(
            "a",
            "",
            "tls: [{hosts: [h.example], secretName: s}], "
                + rules(rule("h.example", path("Prefix", "/", "s"))));
    RouteTable table = table(DialectConfig.NONE, yaml);
    Map<String, List<String>> other = Map.of("Host", List.of("other.example"));
    assertThat(ask(table, "https://h.example/?q=#", other)).isEqualTo("400");
    assertThat(ask(table, "https://h.example/?q=", other)).isEqualTo("421");
    assertThat(ask(table, "https://g.example/?q=#", Map.of())).isEqualTo("refused");
  }

  @Test
  void httpProxyForTheHostMakesTheAnswerUnknown() {
    String yaml =
        ingress("a", "", rules(rule("", path("Prefix", "/", "s"))))
            + """
            ---
            apiVersion: projectcontour.io/v1
            kind: HTTPProxy
            metadata: {name: p}
            spec: {virtualhost: {fqdn: p.example}}
            """;
    assertThat(explain(yaml, "http://p.example/").confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(explain(yaml, "http://q.example/").confidence()).isEqualTo(Confidence.EXACT);
  }

  @Test
  void onlyWhatConcernsTheHostIsTold() {
    String yaml =
        ingress(
                "a",
                "",
                "ingressClassName: nginx, " + rules(rule("n.example", path("Prefix", "/", "s"))))
            + ingress("b", "", rules(rule("c.example", path("Prefix", "/", "s"))));
    String reason = "Its class is nginx, not contour.";
    assertThat(explain(yaml, "http://n.example/").trace().steps())
        .anySatisfy(step -> assertThat(step.reason()).isEqualTo(reason));
    assertThat(explain(yaml, "http://c.example/").trace().steps())
        .noneSatisfy(step -> assertThat(step.reason()).isEqualTo(reason));
    assertThat(table(DialectConfig.NONE, yaml).leftOut()).hasSize(1);
  }

  @Test
  void hostThatWouldTakeTheRequestToIsToldAsBeaten() {
    String yaml =
        ingress(
            "a",
            "",
            rules(
                rule("a.example", path("Prefix", "/a", "a")),
                rule("*.example", path("Prefix", "/", "w")),
                rule("", path("Prefix", "/", "any"))));
    assertThat(explain(yaml, "http://a.example/b").trace().steps())
        .extracting(Object::toString)
        .anyMatch(step -> step.contains("host=*.example") && step.contains("BEATEN"));
  }
}
