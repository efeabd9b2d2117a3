package io.github.ingressdesigner.dialect.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.KongDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Redirect;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of Kong that no recorded answer shows. */
class KongTableTest {
  private static final DialectConfig EXPRESSIONS = DialectConfig.of("router_flavor", "expressions");
  private static final DialectConfig COMPATIBLE =
      DialectConfig.of("router_flavor", "traditional_compatible");
  private static final DialectConfig TRADITIONAL = DialectConfig.of("router_flavor", "traditional");

  @Test
  void whatIsDecodedIsEscapedAgainForTheBackend() {
    String yaml = ingress("a", "K/strip-path: 'false'", "a.example", "/a Prefix x");
    assertThat(upstream(yaml, EXPRESSIONS, "http://a.example/a/%20%7b%66")).isEqualTo("/a/%20%7Bf");
  }

  @Test
  void whatIsLeftLosesADotInFront() {
    String yaml = ingress("a", "K/strip-path: 'true'", "a.example", "/a ImplementationSpecific x");
    assertThat(upstream(yaml, EXPRESSIONS, "http://a.example/a./b")).isEqualTo("/b");
    assertThat(upstream(yaml, COMPATIBLE, "http://a.example/a../b")).isEqualTo("/b");
    assertThat(upstream(yaml, TRADITIONAL, "http://a.example/a..")).isEqualTo("/");
  }

  @Test
  void pathHandlingOfTheTraditionalRouterJoinsPlainly() {
    String yaml =
        ingress(
                "a",
                "K/strip-path: 'true', K/path-handling: v1",
                "a.example",
                "/api ImplementationSpecific x")
            + service("x", "K/path: /base");
    assertThat(upstream(yaml, TRADITIONAL, "http://a.example/apix")).isEqualTo("/basex");
    assertThat(upstream(yaml, COMPATIBLE, "http://a.example/apix")).isEqualTo("/base/x");
  }

  @Test
  void oneLongPathLiftsAllPathsOfItsService() {
    String yaml =
        ingress("a", "", "a.example", "/a Prefix x", "/ Prefix y", "/very/long/path Prefix y");
    assertThat(backend(yaml, EXPRESSIONS, "http://a.example/a")).isEqualTo("y");
    assertThat(backend(yaml, COMPATIBLE, "http://a.example/a")).isEqualTo("x");
  }

  @Test
  void anAliasThatIsNoHostDropsAllInTheTraditionalFlavours() {
    String yaml =
        ingress("a", "K/host-aliases: 'b.example,b_c.example'", "a.example", "/ Prefix x");
    assertThat(backend(yaml, EXPRESSIONS, "http://b.example/")).isEqualTo("x");
    assertThat(find(yaml, COMPATIBLE, "http://b.example/")).isEqualTo(notFound());
    assertThat(find(yaml, TRADITIONAL, "http://b.example/")).isEqualTo(notFound());
  }

  @Test
  void aMethodThatIsNoneDropsAllInTheTraditionalFlavours() {
    String yaml = ingress("a", "K/methods: 'POST,M-SEARCH'", "a.example", "/ Prefix x");
    assertThat(find(yaml, EXPRESSIONS, "http://a.example/")).isEqualTo(notFound());
    assertThat(backend(yaml, COMPATIBLE, "http://a.example/")).isEqualTo("x");
  }

  @Test
  void aPrefixWithTheMarkOfExpressionsIsOneInTheTraditionalFlavours() {
    String yaml = ingress("a", "", "a.example", "'/~/[a-c]' Prefix x");
    assertThat(backend(yaml, TRADITIONAL, "http://a.example/b/")).isEqualTo("x");
    assertThat(backend(yaml, COMPATIBLE, "http://a.example/b/")).isEqualTo("x");
    assertThat(find(yaml, EXPRESSIONS, "http://a.example/b/")).isEqualTo(notFound());
  }

  @Test
  void aRewriteWithoutItsGateTakesAllRoutesOfItsService() {
    String yaml =
        ingress("a", "K/rewrite: /new", "a.example", "/ Prefix x")
            + ingress("b", "", "b.example", "/ Prefix x", "/y Prefix y");
    assertThat(find(yaml, EXPRESSIONS, "http://a.example/")).isEqualTo(notFound());
    assertThat(find(yaml, EXPRESSIONS, "http://b.example/")).isEqualTo(notFound());
    assertThat(backend(yaml, EXPRESSIONS, "http://b.example/y")).isEqualTo("y");
    DialectConfig open = EXPRESSIONS.with("feature-gates", "Other=false, RewriteURIs=true");
    assertThat(upstream(yaml, open, "http://a.example/z?q")).isEqualTo("/new?q");
    String bad = yaml.replace("/new", "/new/$x");
    assertThat(find(bad, open, "http://b.example/")).isEqualTo(notFound());
  }

  @Test
  void protocolsReplaceWhatForceSslRedirectSets() {
    String force = "ingress.kubernetes.io/force-ssl-redirect: 'true'";
    String yaml = ingress("a", force, "a.example", "/ Prefix x");
    assertThat(find(yaml, COMPATIBLE, "http://a.example/p?q"))
        .isEqualTo(redirect(yaml, "https://a.example/p?q", 302));
    String both = ingress("a", force + ", K/protocols: 'http,https'", "a.example", "/ Prefix x");
    assertThat(backend(both, COMPATIBLE, "http://a.example/")).isEqualTo("x");
  }

  private static Outcome redirect(String yaml, String location, int status) {
    return new Redirect(
        location,
        status,
        table(yaml, COMPATIBLE).hosts().getFirst().routes().stream().map(r -> r.at()).findFirst());
  }

  @Test
  void aRouteForGrpcRefusesWhatIsNone() {
    String yaml = ingress("a", "K/protocols: 'grpc,grpcs'", "a.example", "/ Prefix x");
    assertThat(find(yaml, TRADITIONAL, "http://a.example/"))
        .isInstanceOfSatisfying(Status.class, s -> assertThat(s.status()).isEqualTo(415));
  }

  @Test
  void theOldClassAnnotationIsReadBeforeTheField() {
    String yaml =
        ingress("a", "kubernetes.io/ingress.class: nginx", "a.example", "/ Prefix x")
            .replace("spec:", "spec:\n  ingressClassName: kong");
    assertThat(find(yaml, EXPRESSIONS, "http://a.example/")).isEqualTo(notFound());
    assertThat(backend(yaml.replace(": nginx", ": kong"), EXPRESSIONS, "http://a.example/"))
        .isEqualTo("x");
  }

  @Test
  void dashAndUnderscoreOfAHeaderAreOneInExpressions() {
    String yaml = ingress("a", "K/headers.x-team: blue", "a.example", "/ Prefix x");
    Request request = Request.of("GET", "http://a.example/", Map.of("X_Team", List.of("blue")));
    assertThat(table(yaml, EXPRESSIONS).find(request)).isInstanceOf(ToBackend.class);
    assertThat(table(yaml, TRADITIONAL).find(request)).isEqualTo(notFound());
  }

  @Test
  void anExpressionForAHeaderIsMadeLowerCaseByTheCompatibleRouter() {
    String yaml = ingress("a", "K/headers.x-v: '~*^\\D+$'", "a.example", "/ Prefix x");
    Request request = Request.of("GET", "http://a.example/", Map.of("X-V", List.of("12")));
    assertThat(table(yaml, COMPATIBLE).find(request)).isInstanceOf(ToBackend.class);
    assertThat(table(yaml, TRADITIONAL).find(request)).isEqualTo(notFound());
  }

  @Test
  void fourMatchFieldsBeatEverythingInTheCompatibleRouterOnly() {
    String yaml =
        ingress("a", "", "a.example", "/p Exact x")
            + ingress(
                "b",
                "K/methods: GET, K/headers.x-k: '1'",
                "'*.example'",
                "/ ImplementationSpecific y")
            + ingress("c", "K/methods: GET", "a.example", "/ ImplementationSpecific z");
    Request both = Request.of("GET", "http://a.example/p", Map.of("X-K", List.of("1")));
    assertThat(backend(table(yaml, COMPATIBLE).find(both))).isEqualTo("y");
    assertThat(backend(yaml, COMPATIBLE, "http://a.example/p")).isEqualTo("x");
    assertThat(backend(yaml, TRADITIONAL, "http://a.example/p")).isEqualTo("z");
  }

  @Test
  void aDefaultBackendThatIsNoServiceHidesYoungerOnes() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec: {defaultBackend: {resource: {kind: Bucket, name: b}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: b}
        spec: {defaultBackend: {service: {name: x, port: {number: 80}}}}
        """;
    assertThat(find(yaml, EXPRESSIONS, "http://a.example/")).isEqualTo(notFound());
  }

  @Test
  void nginxRefusesTwoHosts() {
    Request request =
        Request.of("GET", "http://a.example/", Map.of("Host", List.of("a.example", "b.example")));
    assertThat(table(ingress("a", "", "a.example", "/ Prefix x"), EXPRESSIONS).find(request))
        .isEqualTo(new Status(400, Optional.empty()));
  }

  @Test
  void aLookAheadOfTheCompatibleRouterKeepsTheOldConfiguration() {
    String yaml =
        ingress("a", "", "a.example", "'/~/(?!x)' ImplementationSpecific x")
            + ingress("b", "", "b.example", "/ Prefix y");
    assertThat(find(yaml, COMPATIBLE, "http://b.example/"))
        .isInstanceOf(Outcome.ConfigRejected.class);
    assertThat(backend(yaml, TRADITIONAL, "http://b.example/")).isEqualTo("y");
    RouteTable rejected = table(yaml, COMPATIBLE);
    assertThat(rejected.hosts()).extracting(RouteTable.HostTable::host).contains("a.example");
    assertThat(rejected.facets().hosts()).hasSize(2);
  }

  @Test
  void equalRoutesOfTheTraditionalRouterAreNoSureAnswer() {
    String yaml =
        ingress("a", "", "a.example", "/ Prefix x") + ingress("b", "", "a.example", "/ Prefix y");
    Request request = Request.of("GET", "http://a.example/", Map.of());
    assertThat(table(yaml, TRADITIONAL).explain(request).confidence())
        .isEqualTo(Decision.Confidence.MODELLED);
    assertThat(table(yaml, COMPATIBLE).explain(request).confidence())
        .isEqualTo(Decision.Confidence.EXACT);
  }

  @Test
  void aPluginMakesTheAnswerUncertain() {
    String yaml = ingress("a", "", "a.example", "/ Prefix x") + service("x", "K/plugins: stop");
    Decision decision =
        table(yaml, EXPRESSIONS).explain(Request.of("GET", "http://a.example/", Map.of()));
    assertThat(decision.confidence()).isEqualTo(Decision.Confidence.UNKNOWN);
    assertThat(decision.basis()).contains("plugins");
  }

  private static Outcome notFound() {
    return new Status(404, Optional.empty());
  }

  private static String upstream(String yaml, DialectConfig config, String url) {
    return ((ToBackend) find(yaml, config, url)).upstreamPath();
  }

  private static String backend(String yaml, DialectConfig config, String url) {
    return backend(find(yaml, config, url));
  }

  private static String backend(Outcome outcome) {
    return ((ToBackend) outcome).backend().display().replace(":80", "");
  }

  private static Outcome find(String yaml, DialectConfig config, String url) {
    return table(yaml, config).find(Request.of("GET", url, Map.of()));
  }

  private static RouteTable table(String yaml, DialectConfig config) {
    return new KongDialect(config)
        .compile(Manifests.read(yaml.replace("K/", "konghq.com/")), Optional.empty());
  }

  private static String service(String name, String annotations) {
    return """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: %s, annotations: {%s}}
    spec: {ports: [{port: 80}]}
    """
        .formatted(name, annotations);
  }

  /**
   * @param paths path, type, Service
   */
  private static String ingress(String name, String annotations, String host, String... paths) {
    StringBuilder yaml =
        new StringBuilder(
            """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: %s
              annotations: {%s}
            spec:
              rules:
              - host: %s
                http:
                  paths:
            """
                .formatted(name, annotations, host));
    for (String path : paths) {
      String[] words = path.split(" ");
      yaml.append(
          """
                - path: %s
                  pathType: %s
                  backend: {service: {name: %s, port: {number: 80}}}
          """
              .formatted(words[0], words[1], words[2]));
    }
    return yaml.toString();
  }
}
