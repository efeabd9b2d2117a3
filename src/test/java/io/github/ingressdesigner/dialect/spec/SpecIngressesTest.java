package io.github.ingressdesigner.dialect.spec;

import static io.github.ingressdesigner.dialect.spec.SpecTableTest.explain;
import static io.github.ingressdesigner.dialect.spec.SpecTableTest.lines;
import static io.github.ingressdesigner.dialect.spec.SpecTableTest.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole Ingresses: default backends, classes, several of one host, Services, TLS. */
class SpecIngressesTest {

  @Test
  void ingressWithoutRulesTakesEverything() {
    RouteTable table = table(ingress("d", "{defaultBackend: " + backend("rest", 80) + "}"));
    assertThat(service(explain(table, "http://any/x").outcome())).isEqualTo("rest:80");
    assertThat(explain(table, "http://any/x").confidence()).isEqualTo(Confidence.EXACT);
  }

  @Test
  void defaultBackendOfTheHostsOwnIngressIsAskedFirst() {
    RouteTable table =
        table(
            ingress("a", "{defaultBackend: " + backend("rest", 80) + "}"),
            ingress(
                "b", "{defaultBackend: " + backend("own", 80) + ", rules: [" + rule("h") + "]}"));
    assertThat(service(explain(table, "http://h/other").outcome())).isEqualTo("own:80");
    assertThat(service(explain(table, "http://else/").outcome())).isEqualTo("rest:80");
  }

  @Test
  void ruleWithoutHttpSendsItsHostToTheDefaultBackend() {
    RouteTable table =
        table(ingress("a", "{defaultBackend: " + backend("own", 80) + ", rules: [{host: h}]}"));
    Decision decision = explain(table, "http://h/x");
    assertThat(service(decision.outcome())).isEqualTo("own:80");
    assertThat(lines(decision).toString()).contains("without http");
  }

  @Test
  void severalDefaultBackendsAreATie() {
    RouteTable table =
        table(
            ingress("b", "{defaultBackend: " + backend("two", 80) + "}"),
            ingress("a", "{defaultBackend: " + backend("one", 80) + "}"));
    assertThat(explain(table, "http://h/").outcome())
        .isInstanceOfSatisfying(
            Outcome.Split.class,
            split -> assertThat(service(split.options().getFirst().outcome())).isEqualTo("one:80"));
  }

  @Test
  void pathsOfSeveralIngressesCountAsOneListAndThatIsSaid() {
    RouteTable table =
        table(
            ingress("a", "{rules: [" + rule("h") + "]}"),
            ingress("b", "{rules: [" + rule("H").replace("/x", "/x/y") + "]}"));
    Decision decision = explain(table, "http://h/x/y/z");
    assertThat(((Outcome.ToBackend) decision.outcome()).owner()).contains("default/b");
    assertThat(decision.confidence()).isEqualTo(Confidence.MODELLED);
    assertThat(lines(decision).toString()).contains("Ingress default/a has a matching path too");
  }

  @Test
  void laterIngressOfTheSameNameCounts() {
    RouteTable table =
        table(
            ingress("a", "{rules: [" + rule("h") + "]}"),
            ingress("a", "{rules: [" + rule("h").replace("svc", "new") + "]}"));
    assertThat(service(explain(table, "http://h/x").outcome())).isEqualTo("new:80");
    assertThat(table.leftOut()).hasSize(1);
  }

  @Test
  void leftOutIngressesAreNeverAskedAndTheTraceSaysWhy() {
    RouteTable table =
        table(
            ingress("a", "{ingressClassName: odd, rules: [" + rule("h") + "]}"),
            ingress("b", "{rules: [" + rule("h") + "]}"),
            ingress("c", "{ingressClassName: odd, rules: [" + rule("g") + "]}"));
    assertThat(table.hosts()).extracting(RouteTable.HostTable::host).containsExactly("h");
    assertThat(table.hosts().getFirst().routes()).hasSize(1);
    assertThat(explain(table, "http://g/x").outcome())
        .isEqualTo(new Outcome.ControllerDefault(404));
    assertThat(lines(explain(table, "http://g/x")).getFirst()).contains("Its class is odd");
  }

  @Test
  void classKnownToAControllerIsServedWithoutDocuments() {
    String spec = "{ingressClassName: nginx-internal, rules: [" + rule("h") + "]}";
    assertThat(service(explain(table(ingress("a", spec)), "http://h/x").outcome()))
        .isEqualTo("svc:80");
  }

  @Test
  void withDocumentsOnlyTheirClassesAreKnown() {
    String spec = "{ingressClassName: nginx, rules: [" + rule("h") + "]}";
    String other = "---\nkind: IngressClass\nmetadata: {name: mine}\n";
    String same = "---\nkind: IngressClass\nmetadata: {name: nginx}\n";
    assertThat(table(ingress("a", spec), other).leftOut()).hasSize(1);
    assertThat(table(ingress("a", spec), same).leftOut()).isEmpty();
  }

  @Test
  void missingServiceIsAnswered503() {
    String service = "---\nkind: Service\nmetadata: {name: other}\nspec: {ports: [{port: 80}]}\n";
    Decision decision =
        explain(table(ingress("a", "{rules: [" + rule("h") + "]}"), service), "http://h/x");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Status.class, status -> assertThat(status.status()).isEqualTo(503));
    assertThat(lines(decision).toString()).contains("There is no Service svc in namespace default");
  }

  @Test
  void namedPortBecomesItsNumberWhereTheServiceIsThere() {
    String spec = "{rules: [" + rule("h").replace("number: 80", "name: web") + "]}";
    String service =
        "---\nkind: Service\nmetadata: {name: svc}\nspec: {ports: [{name: web, port: 8080}]}\n";
    assertThat(service(explain(table(ingress("a", spec)), "http://h/x").outcome()))
        .isEqualTo("svc:web");
    assertThat(service(explain(table(ingress("a", spec), service), "http://h/x").outcome()))
        .isEqualTo("svc:8080");
  }

  @Test
  void certificateOfTheServerNameIsNamed() {
    String tls = "{tls: [{hosts: ['*.b'], secretName: wild}, {hosts: [a.b], secretName: own}], ";
    RouteTable table = table(ingress("a", tls + "rules: [" + rule("a.b") + "]}"));
    assertThat(lines(explain(table, "https://a.b/x"))).contains("note HTTPS ends here with own.");
    assertThat(lines(explain(table, "https://c.b/x"))).contains("note HTTPS ends here with wild.");
  }

  @Test
  void annotationsOfControllersHaveNoMeaning() {
    String yaml =
        ingress("a", "{rules: [" + rule("h") + "]}")
            .replace(
                "{name: a}",
                "{name: a, annotations: {nginx.ingress.kubernetes.io/rewrite-target: /z}}");
    Decision decision = explain(table(yaml), "http://h/x");
    assertThat(((Outcome.ToBackend) decision.outcome()).upstreamPath()).isEqualTo("/x");
    assertThat(lines(decision).toString())
        .contains("nginx.ingress.kubernetes.io/rewrite-target has no effect here");
  }

  private static RouteTable table(String... documents) {
    return Dialects.SPEC.compile(Manifests.read(String.join("", documents)), Optional.empty());
  }

  private static String ingress(String name, String spec) {
    return "---\nkind: Ingress\nmetadata: {name: " + name + "}\nspec: " + spec + "\n";
  }

  private static String rule(String host) {
    return "{host: "
        + host
        + ", http: {paths: [{path: /x, pathType: Prefix, backend: "
        + backend("svc", 80)
        + "}]}}";
  }

  private static String backend(String service, int port) {
    return "{service: {name: " + service + ", port: {number: " + port + "}}}";
  }
}
