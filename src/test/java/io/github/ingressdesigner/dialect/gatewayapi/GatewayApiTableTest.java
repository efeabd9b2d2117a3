package io.github.ingressdesigner.dialect.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.GatewayApiDialect;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayApiTableTest {
  private static final String GATEWAY =
      gateway(
          "g",
          "{name: web, protocol: HTTP, port: 80}",
          "{name: alt, protocol: HTTP, port: 8080}",
          "{name: tls, protocol: HTTPS, port: 443, hostname: '*.example'}");

  private static String gateway(String name, String... listeners) {
    return object(
        "Gateway",
        "{name: " + name + "}",
        "{gatewayClassName: c, listeners: [" + String.join(", ", listeners) + "]}");
  }

  private static String object(String kind, String meta, String spec) {
    return "---\napiVersion: gateway.networking.k8s.io/v1\nkind: %s\nmetadata: %s\nspec: %s\n"
        .formatted(kind, meta, spec);
  }

  private static String named(String name, String parent, String hostnames, String... rules) {
    return object(
        "HTTPRoute",
        "{name: " + name + "}",
        "{parentRefs: [%s], hostnames: [%s], rules: [%s]}"
            .formatted(parent, hostnames, String.join(", ", rules)));
  }

  private static String route(String... rules) {
    return named("r", "{name: g}", "", rules);
  }

  private static String path(String type, String value, String more) {
    return "{matches: [{path: {type: %s, value: '%s'}}], %s}".formatted(type, value, more);
  }

  private static String to(String service) {
    return "backendRefs: [{name: " + service + ", port: 80}]";
  }

  private static RouteTable table(String yaml) {
    return new GatewayApiDialect(DialectConfig.NONE)
        .compile(Manifests.read(yaml), Optional.empty());
  }

  private static String ask(String yaml, String url) {
    return ask(table(yaml), url, Map.of());
  }

  private static String ask(RouteTable table, String url, Map<String, List<String>> headers) {
    Request request = Request.literal("GET", url, headers);
    Outcome outcome = table.find(request);
    assertThat(table.explain(request).outcome()).isEqualTo(outcome);
    return words(outcome);
  }

  private static Decision explain(String yaml, String url) {
    return table(yaml).explain(Request.of("GET", url, Map.of()));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.backend().display() + " " + to.upstreamPath();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.Split split ->
          split.options().stream()
              .map(o -> words(o.outcome()) + o.share().map(s -> " " + s).orElse(""))
              .toList()
              .toString();
      case Outcome.TlsRefused _ -> "refused";
      case Outcome.ControllerDefault _, Outcome.ConfigRejected _, Outcome.Undecided _ ->
          outcome.toString();
    };
  }

  @Test
  void withoutRoutesIngressesAreCountedAndLeftOut() {
    String ingress =
        "---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: %s}\nspec: {}\n";
    String yaml = ingress.formatted("a") + ingress.formatted("b");
    assertThat(ask(yaml, "http://a.example/")).isEqualTo("404");
    assertThat(explain(yaml, "http://a.example/").trace().steps().getFirst().reason())
        .contains("no HTTPRoute", "2 Ingresses");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: apps}}} | s:80 /",
        "{from: Selector, selector: {matchLabels: {team: web}}} | s:80 /",
        "{from: Selector, selector: {matchLabels: {team: db}}} | 404",
        "{from: Selector, selector: {matchExpressions: [{key: team, operator: In, values: [db,"
            + " web]}]}} | s:80 /",
        "{from: Selector, selector: {matchExpressions: [{key: team, operator: NotIn, values:"
            + " [web]}]}} | 404",
        "{from: Selector, selector: {matchExpressions: [{key: team, operator: Exists}]}} | s:80 /",
        "{from: Selector, selector: {matchExpressions: [{key: team, operator: DoesNotExist}]}} |"
            + " 404",
        "{from: Selector, selector: {}} | s:80 /",
        "{from: Selector} | 404",
        "{from: All} | s:80 /",
        "{from: Same} | 404",
      })
  void listenerTakesRoutesOfTheNamespacesThatItNames(String namespaces, String answer) {
    String yaml =
        gateway(
                "g",
                "{name: l, protocol: HTTP, port: 80, allowedRoutes: {namespaces: %s}}"
                    .formatted(namespaces))
            + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: apps, labels: {team: web}}\n"
            + object(
                "HTTPRoute",
                "{name: r, namespace: apps}",
                "{parentRefs: [{name: g, namespace: default}], rules: [{%s}]}".formatted(to("s")));
    assertThat(ask(yaml, "http://x/")).isEqualTo(answer);
  }

  @Test
  void listenerOfOtherKindsTakesNoHttpRoute() {
    String listener = "{name: l, protocol: HTTP, port: 80, allowedRoutes: {kinds: [{kind: %s}]}}";
    assertThat(
            ask(
                gateway("g", listener.formatted("GRPCRoute")) + route("{" + to("s") + "}"),
                "http://x/"))
        .isEqualTo("404");
    assertThat(
            ask(
                gateway("g", listener.formatted("HTTPRoute")) + route("{" + to("s") + "}"),
                "http://x/"))
        .isEqualTo("s:80 /");
  }

  @Test
  void routeAttachesToTheSectionAndPortThatItNames() {
    String yaml = GATEWAY + named("r", "{name: g, port: 8080}", "", "{" + to("s") + "}");
    assertThat(ask(yaml, "http://x:8080/")).isEqualTo("s:80 /");
    assertThat(ask(yaml, "http://x/")).isEqualTo("404");
  }

  @Test
  void gatewayOfAnotherClassLeavesItsRoutesOut() {
    RouteTable table =
        new GatewayApiDialect(DialectConfig.of("gateway-class", "other"))
            .compile(Manifests.read(GATEWAY + route("{" + to("s") + "}")), Optional.empty());
    assertThat(ask(table, "http://x/", Map.of())).isEqualTo("404");
    assertThat(table.leftOut()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{matches: [{path: {type: PathPrefix, value: '/a//b'}}]}",
        "{matches: [{path: {type: Exact, value: '/a/./b'}}]}",
        "{matches: [{path: {type: Exact, value: '/a/..'}}]}",
        "{matches: [{path: {value: '/a%2fb'}}]}",
        "{matches: [{path: {value: 'a'}}]}",
        "{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}], backendRefs:"
            + " [{name: s, port: 80}]}",
        "{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}, {type: URLRewrite,"
            + " urlRewrite: {hostname: h}}]}",
        "{matches: [{path: {value: '/a'}}, {path: {value: '/b'}}], filters: [{type: URLRewrite,"
            + " urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]}",
      })
  void routeThatTheApiServerRefusesIsNotThere(String rule) {
    String yaml = GATEWAY + route("{" + to("s") + "}", rule);
    assertThat(ask(yaml, "http://x/")).isEqualTo("404");
    assertThat(table(yaml).leftOut().getFirst().reason()).startsWith("The API server refuses");
  }

  @Test
  void expressionMayHoldWhatOtherPathsMayNot() {
    String yaml = GATEWAY + route(path("RegularExpression", "/a(//)?", to("s")));
    assertThat(ask(yaml, "http://x/a")).isEqualTo("s:80 /a");
    assertThat(explain(yaml, "http://x/a").confidence()).isEqualTo(Confidence.MODELLED);
  }

  @Test
  void headerExpressionThatCannotBeReadMatchesNothing() {
    String yaml =
        GATEWAY
            + route(
                "{matches: [{headers: [{name: v, type: RegularExpression, value: '['}]}], %s}"
                    .formatted(to("s")));
    assertThat(ask(table(yaml), "http://x/", Map.of("v", List.of("[")))).isEqualTo("404");
  }

  @Test
  void oneValueOfARepeatedHeaderIsEnough() {
    String yaml =
        GATEWAY + route("{matches: [{headers: [{name: v, value: '2'}]}], %s}".formatted(to("s")));
    assertThat(ask(table(yaml), "http://x/", Map.of("V", List.of("1", "2")))).isEqualTo("s:80 /");
    assertThat(ask(table(yaml), "http://x/", Map.of("V", List.of("1,2")))).isEqualTo("404");
  }

  @Test
  void ofARepeatedQueryParameterTheFirstValueCounts() {
    String yaml =
        GATEWAY
            + route("{matches: [{queryParams: [{name: q, value: '1'}]}], %s}".formatted(to("s")));
    assertThat(ask(yaml, "http://x/?q=1&q=2")).isEqualTo("s:80 /?q=1&q=2");
    assertThat(ask(yaml, "http://x/?q=2&q=1")).isEqualTo("404");
  }

  @Test
  void backendMayRewriteByItself() {
    String yaml =
        GATEWAY
            + route(
                "{backendRefs: [{name: s, port: 80, filters: [{type: URLRewrite, urlRewrite: {path:"
                    + " {type: ReplaceFullPath, replaceFullPath: /n}}}]}]}");
    assertThat(ask(yaml, "http://x/a?b=c")).isEqualTo("s:80 /n?b=c");
  }

  @Test
  void unreachableBackendsKeepTheirShareAndAnswer500() {
    String yaml =
        GATEWAY
            + route(
                "{backendRefs: [{name: s, port: 80, weight: 3}, {name: t, namespace: other, port:"
                    + " 80}, {name: u, port: 80, weight: 0}]}");
    assertThat(ask(yaml, "http://x/")).isEqualTo("[s:80 / 0.75, 500 0.25]");
  }

  @Test
  void grantOpensServicesOfAnotherNamespace() {
    String grant =
        object(
            "ReferenceGrant",
            "{name: rg, namespace: other}",
            "{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default}], to:"
                + " [{group: '', kind: Service, name: %s}]}");
    String yaml = GATEWAY + route("{backendRefs: [{name: t, namespace: other, port: 80}]}");
    assertThat(ask(yaml, "http://x/")).isEqualTo("500");
    assertThat(ask(yaml + grant.formatted("t"), "http://x/")).isEqualTo("t:80 /");
    assertThat(ask(yaml + grant.formatted("v"), "http://x/")).isEqualTo("500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{backendRefs: [{name: s, port: 80, weight: 0}]}"})
  void ruleWithoutWeightAnswers500(String rule) {
    assertThat(ask(GATEWAY + route(rule), "http://x/")).isEqualTo("500");
  }

  @Test
  void backendOfAnotherKindIsUnknown() {
    String yaml = GATEWAY + route("{backendRefs: [{group: example.com, kind: Backend, name: s}]}");
    assertThat(ask(yaml, "http://x/")).isEqualTo("500");
    assertThat(explain(yaml, "http://x/").confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(explain(yaml, "http://x/").basis()).contains("kind Backend");
  }

  @Test
  void filterThatIsNotModelledIsNamed() {
    String yaml =
        GATEWAY
            + route(
                "{filters: [{type: ExtensionRef, extensionRef: {name: e}}], %s}"
                    .formatted(to("s")));
    assertThat(explain(yaml, "http://x/").basis())
        .isEqualTo("The filter ExtensionRef is not modelled.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | http://a.example/p | 302 http://a.example/p",
        "{} | http://a.example:8080/p | 302 http://a.example:8080/p",
        "{scheme: https} | http://a.example:8080/p?q | 302 https://a.example/p?q",
        "{scheme: http} | https://a.example/p | 302 http://a.example/p",
        "{port: 443} | http://a.example/p | 302 http://a.example:443/p",
        "{port: 443, scheme: https} | http://a.example/p | 302 https://a.example/p",
        "{hostname: b.example, statusCode: 308} | http://A.example/p | 308 http://b.example/p",
        "{path: {type: ReplaceFullPath, replaceFullPath: /n}} | http://a.example/p/q | 302"
            + " http://a.example/n",
        "{path: {type: ReplacePrefixMatch, replacePrefixMatch: /n/}} | http://a.example/p/q/ | 302"
            + " http://a.example/n/q/",
        "{path: {type: ReplacePrefixMatch, replacePrefixMatch: ''}} | http://a.example/p | 302"
            + " http://a.example/",
      })
  void redirectPrintsAPortThatIsNotTheUsualOne(String filter, String url, String answer) {
    String rule =
        path(
            "PathPrefix",
            "/p/",
            "filters: [{type: RequestRedirect, requestRedirect: %s}]".formatted(filter));
    assertThat(ask(GATEWAY + route(rule), url)).isEqualTo(answer);
  }

  @Test
  void redirectOfAGatewayThatIsNotInTheFilesKeepsThePortOfTheRequest() {
    String rule = "{filters: [{type: RequestRedirect, requestRedirect: {hostname: b.example}}]}";
    assertThat(ask(route(rule), "http://a.example:8080/")).isEqualTo("302 http://b.example:8080/");
    assertThat(explain(route(rule), "http://a.example/").confidence())
        .isEqualTo(Confidence.MODELLED);
  }

  @Test
  void serverNameIsAskedBeforeTheRequestIsRead() {
    String yaml = GATEWAY + route("{" + to("s") + "}");
    assertThat(ask(yaml, "https://other.test/#")).isEqualTo("refused");
    assertThat(ask(yaml, "https://a.example/#")).isEqualTo("400");
    Map<String, List<String>> other = Map.of("Host", List.of("other.test"));
    assertThat(ask(table(yaml), "https://a.example/", other)).isEqualTo("[421, 404]");
  }

  @Test
  void gatewayThatHasTheRouteAnswers() {
    String yaml =
        gateway("one", "{name: l, protocol: HTTP, port: 80}")
            + gateway("two", "{name: l, protocol: HTTP, port: 80}")
            + named("a", "{name: one}", "", path("Exact", "/a", to("a")))
            + named("b", "{name: two}", "", path("Exact", "/b", to("b")));
    assertThat(ask(yaml, "http://x/a")).isEqualTo("a:80 /a");
    assertThat(ask(yaml, "http://x/b")).isEqualTo("b:80 /b");
    assertThat(explain(yaml, "http://x/b").confidence()).isEqualTo(Confidence.MODELLED);
  }

  @Test
  void widerHostnameIsNotAskedAndTheAnswerIsModelled() {
    String yaml =
        GATEWAY
            + named("a", "{name: g}", "a.example", path("Exact", "/a", to("a")))
            + named("w", "{name: g}", "'*.example'", "{" + to("w") + "}");
    assertThat(ask(yaml, "http://a.example/b")).isEqualTo("404");
    assertThat(explain(yaml, "http://a.example/b").confidence()).isEqualTo(Confidence.MODELLED);
    assertThat(explain(yaml, "http://a.example/a").confidence()).isEqualTo(Confidence.EXACT);
    assertThat(explain(yaml, "http://a.example/b").trace().steps())
        .extracting(Object::toString)
        .anyMatch(step -> step.contains("host=*.example") && step.contains("BEATEN"));
  }

  @Test
  void filtersWeightsAndConditionsAreEffects() {
    String yaml =
        GATEWAY
            + route(
                "{matches: [{method: GET}], filters: [{type: URLRewrite, urlRewrite: {hostname:"
                    + " h}}], backendRefs: [{name: s, port: 80}, {name: t, port: 80}]}");
    assertThat(table(yaml).effects())
        .extracting(RouteTable.Effect::label)
        .containsExactly("rewrite h", "weights", "conditions");
  }
}
