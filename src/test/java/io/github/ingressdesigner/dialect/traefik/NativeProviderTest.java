package io.github.ingressdesigner.dialect.traefik;

import static io.github.ingressdesigner.dialect.traefik.Asked.defaultBackend;
import static io.github.ingressdesigner.dialect.traefik.Asked.ingress;
import static io.github.ingressdesigner.dialect.traefik.Asked.middleware;
import static io.github.ingressdesigner.dialect.traefik.Asked.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeProviderTest {
  @Test
  void anEmptyHostReachesOnlyRulesWithoutHost() {
    Asked asked =
        Asked.of(
            ingress("named").host("a.test").path("/longer Prefix").toString()
                + ingress("open").path("/ Prefix"));
    assertThat(asked.get("http://a.test/longer")).isEqualTo("named /longer");
    assertThat(asked.get("http://a.test/longer", "Host", "")).isEqualTo("open /longer");
  }

  @Test
  void theFirstLabelUnderAWildcardMayBeEmpty() {
    Asked asked = Asked.of(ingress("w").host("*.x.test").path("/ Prefix").toString());
    assertThat(asked.get("http://h/", "Host", ".x.test")).isEqualTo("w /");
    assertThat(asked.get("http://h/", "Host", "x.test")).isEqualTo("404");
  }

  @Test
  void oneDotAtTheEndOfTheHostIsIgnoredTwoAreNot() {
    Asked asked = Asked.of(ingress("a").host("a.test").path("/ Prefix").toString());
    assertThat(asked.get("http://a.test./")).isEqualTo("a /");
    assertThat(asked.get("http://a.test../")).isEqualTo("404");
  }

  @Test
  void routersOfTheSameNameInTwoIngressesLeaveOneByChance() {
    Asked asked =
        Asked.of(
            ingress("web").host("api.x.test").path("/p Prefix").toString()
                + ingress("web-api").host("x.test").path("/p Prefix")
                + ingress("rest").path("/ Prefix"));
    assertThat(asked.get("http://api.x.test/p")).isEqualTo("web /p | rest /p");
    assertThat(asked.get("http://x.test/p")).isEqualTo("web-api /p | rest /p");
  }

  @Test
  void aRouterThatCannotBeBuiltStillTakesItsName() {
    Asked asked =
        Asked.of(
            ingress("web").host("api.x.test").path("/p Prefix").toString()
                + ingress("web-api").host("x.test").path("/p Prefix").router("middlewares", "no"));
    assertThat(asked.get("http://api.x.test/p")).isEqualTo("web /p | 404");
  }

  @Test
  void aPathOnAnExactPathsLengthTiesWithAPrefixSixLettersShorter() {
    Asked asked =
        Asked.of(
            ingress("exact").host("a.test").path("/a123456 Exact").toString()
                + ingress("prefix").host("a.test").path("/a Prefix"));
    assertThat(asked.get("http://a.test/a123456")).isEqualTo("exact /a123456 | prefix /a123456");
  }

  @Test
  void aQuoteInThePathLengthensTheRule() {
    Asked asked =
        Asked.of(
            ingress("quote").host("a.test").path("/\" ImplementationSpecific").toString()
                + ingress("exact").host("a.test").path("/\"12345 Exact"));
    assertThat(asked.get("http://a.test/%2212345")).isEqualTo("quote /%2212345");
  }

  @Test
  void aPriorityOfNothingIsTheLengthAndANegativeOneIsLow() {
    Asked asked =
        Asked.of(
            ingress("low").host("a.test").path("/abc Prefix").router("priority", "-7").toString()
                + ingress("zero").host("a.test").path("/a Prefix").router("priority", "0")
                + ingress("rest").spec(defaultBackend("rest")).router("priority", "900"));
    assertThat(asked.get("http://a.test/abc")).isEqualTo("zero /abc");
    assertThat(asked.get("http://b.test/")).isEqualTo("rest /");
  }

  @Test
  void defaultBackendsWithoutEndpointsArePassedOver() {
    Asked asked =
        Asked.of(
            service("empty", "route-tester/ready-endpoints: '0'")
                + service("full", "")
                + ingress("one").spec(defaultBackend("empty"))
                + ingress("two").spec(defaultBackend("full"))
                + ingress("three").spec(defaultBackend("gone")));
    assertThat(asked.get("http://a.test/x")).isEqualTo("full /x");
    assertThat(asked.get("https://a.test/x")).isEqualTo("404");
  }

  @Test
  void aServiceAnnotationThatCannotBeReadCostsTheRouter() {
    Asked asked =
        Asked.of(
            service("bad", "traefik.ingress.kubernetes.io/service.nope: x")
                + service("good", "traefik.ingress.kubernetes.io/service.sticky.cookie: 'true'")
                + ingress("bad").host("a.test").path("/ab Prefix")
                + ingress("good").host("a.test").path("/a Prefix"));
    assertThat(asked.get("http://a.test/ab")).isEqualTo("good /ab");
  }

  @Test
  void strictPrefixesCompareElementsAndTheRootStays() {
    Asked asked =
        Asked.of(
            ingress("s")
                .host("a.test")
                .path("/foo/ Prefix")
                .path("/imp ImplementationSpecific")
                .toString(),
            DialectConfig.of("strictPrefixMatching", "true"));
    assertThat(asked.get("http://a.test/foo")).isEqualTo("s /foo");
    assertThat(asked.get("http://a.test/foobar")).isEqualTo("404");
    assertThat(asked.get("http://a.test/important")).isEqualTo("404");
  }

  @Test
  void aMiddlewareWithoutNamespaceOrProviderIsUnknown() {
    String strip = middleware("strip", "stripPrefix: {prefixes: [/a]}");
    for (String name : List.of("strip@kubernetescrd", "default-strip", "strip")) {
      Asked asked =
          Asked.of(
              strip + ingress("a").host("a.test").path("/ Prefix").router("middlewares", name));
      assertThat(asked.get("http://a.test/a/b")).as(name).isEqualTo("404");
    }
  }

  @Test
  void strippingToAnUncleanPathIsABadRequest() {
    Asked asked =
        Asked.of(
            middleware("strip", "stripPrefix: {prefixes: [/a, /b]}")
                + middleware("rx", "replacePathRegex: {regex: ^/x/(.*), replacement: '/y//$1'}")
                + ingress("a")
                    .host("a.test")
                    .path("/ Prefix")
                    .router("middlewares", "default-strip@kubernetescrd")
                + ingress("x")
                    .host("x.test")
                    .path("/ Prefix")
                    .router("middlewares", "default-rx@kubernetescrd"));
    assertThat(asked.get("http://a.test/a../c")).isEqualTo("400");
    assertThat(asked.get("http://a.test/a/b")).isEqualTo("a /b");
    assertThat(asked.get("http://x.test/x/z")).isEqualTo("400");
  }

  @Test
  void middlewaresRunInTheirOrderAndChainsAreUnfolded() {
    Asked asked =
        Asked.of(
            middleware("strip", "stripPrefix: {prefixes: [/a]}")
                + middleware("add", "addPrefix: {prefix: /v2}")
                + middleware("both", "chain: {middlewares: [{name: strip}, {name: add}]}")
                + ingress("a")
                    .host("a.test")
                    .path("/ Prefix")
                    .router("middlewares", "default-both@kubernetescrd"));
    assertThat(asked.get("http://a.test/a%20b?x=1;y=2")).isEqualTo("a /v2/%20b?x=1&y=2");
  }

  @Test
  void redirectsKeepTheMethodUnlessItIsGet() {
    Asked asked =
        Asked.of(
            middleware("s", "redirectScheme: {scheme: https, permanent: true, port: '8443'}")
                + middleware("t", "redirectScheme: {scheme: https}")
                + ingress("p")
                    .host("p.test")
                    .path("/ Prefix")
                    .router("middlewares", "default-s@kubernetescrd")
                + ingress("t")
                    .host("t.test")
                    .path("/ Prefix")
                    .router("middlewares", "default-t@kubernetescrd")
                + ingress("tls")
                    .host("tls.test")
                    .path("/ Prefix")
                    .router("tls", "true")
                    .router("middlewares", "default-t@kubernetescrd"));
    assertThat(asked.ask("HEAD", "http://p.test:8080//a?b=1;c", Map.of()))
        .isEqualTo("308 https://p.test:8443/a?b=1;c");
    assertThat(asked.ask("POST", "http://t.test/a", Map.of())).isEqualTo("307 https://t.test/a");
    assertThat(asked.get("https://tls.test/a")).isEqualTo("tls /a");
  }

  @Test
  void entryPointsMarkedAsDefaultAreTheDefault() {
    String manifests = ingress("a").host("a.test").path("/ Prefix").toString();
    DialectConfig secure = DialectConfig.of("entryPoints.websecure.http.tls", "true");
    assertThat(Asked.of(manifests, secure).get("https://a.test/")).isEqualTo("a /");
    assertThat(Asked.of(manifests, secure).get("http://a.test/")).isEqualTo("a /");
    DialectConfig only = secure.with("entryPoints.websecure.asDefault", "true");
    assertThat(Asked.of(manifests, only).get("http://a.test/")).isEqualTo("404");
  }

  @Test
  void optionsOfTheEntryPointChangeThePathAndTheQuery() {
    String manifests = ingress("a").host("a.test").path("/ Prefix").toString();
    assertThat(
            Asked.of(manifests, DialectConfig.of("encodedCharacters.allowEncodedSlash", "false"))
                .get("http://a.test/a%2fb"))
        .isEqualTo("400");
    assertThat(
            Asked.of(manifests, DialectConfig.of("http.encodeQuerySemicolons", "true"))
                .get("http://a.test/?a;b"))
        .isEqualTo("a /?a%3Bb");
    assertThat(
            Asked.of(manifests, DialectConfig.of("http.sanitizePath", "false"))
                .get("http://a.test//a/../b"))
        .isEqualTo("a //a/../b");
    assertThat(
            Asked.of(
                    manifests,
                    DialectConfig.of(
                        "entryPoints.web.http.redirections.entryPoint.to.websecure", "true"))
                .get("http://none.test/x?y"))
        .isEqualTo("301 https://none.test/x?y");
  }

  @Test
  void servicesAreServedAsTheOptionsSay() {
    String manifests =
        service("empty", "route-tester/ready-endpoints: '0'")
            + service("external", "").replace("spec:", "spec:\n  type: ExternalName")
            + ingress("empty").host("a.test").path("/ Prefix")
            + ingress("external").host("b.test").path("/ Prefix");
    assertThat(Asked.of(manifests).get("http://a.test/")).isEqualTo("404");
    assertThat(Asked.of(manifests).get("http://b.test/")).isEqualTo("404");
    DialectConfig open =
        DialectConfig.of("allowEmptyServices", "true").with("allowExternalNameServices", "true");
    assertThat(Asked.of(manifests, open).get("http://a.test/")).isEqualTo("503");
    assertThat(Asked.of(manifests, open).get("http://b.test/")).isEqualTo("external /");
  }

  @Test
  void theClassOptionLimitsFieldAndAnnotation() {
    String manifests =
        """
        kind: IngressClass
        metadata: {name: inner}
        spec: {controller: traefik.io/ingress-controller}
        ---
        kind: IngressClass
        metadata: {name: outer}
        spec: {controller: traefik.io/ingress-controller}
        ---
        """
            + ingress("inner").host("inner.test").path("/ Prefix").spec("ingressClassName: inner")
            + ingress("outer").host("outer.test").path("/ Prefix").spec("ingressClassName: outer")
            + ingress("old")
                .host("old.test")
                .path("/ Prefix")
                .annotation("kubernetes.io/ingress.class", "inner")
            + ingress("none").host("none.test").path("/ Prefix");
    Asked asked = Asked.of(manifests, DialectConfig.of("ingressClass", "inner"));
    assertThat(asked.get("http://inner.test/")).isEqualTo("inner /");
    assertThat(asked.get("http://outer.test/")).isEqualTo("404");
    assertThat(asked.get("http://old.test/")).isEqualTo("old /");
    assertThat(asked.get("http://none.test/")).isEqualTo("404");
  }

  @Test
  void aDefaultClassOfAnotherControllerTakesIngressesWithoutClassAway() {
    Asked asked =
        Asked.of(
            """
            kind: IngressClass
            metadata:
              name: other
              annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
            spec: {controller: example.com/other}
            ---
            """
                + ingress("a").host("a.test").path("/ Prefix"));
    assertThat(asked.get("http://a.test/")).isEqualTo("404");
    assertThat(asked.table().leftOut()).hasSize(1);
  }

  @Test
  void theTraceShowsTheRuleWithItsPriorityAndWhatIsSent() {
    Decision decision =
        Asked.of(ingress("a").host("*.a.test").path("/sp ace Prefix").toString())
            .explain("http://x.a.test/sp%20ace");
    assertThat(decision.confidence()).isEqualTo(Confidence.EXACT);
    assertThat(decision.trace().steps())
        .filteredOn(Trace.PathStep.class::isInstance)
        .extracting(step -> ((Trace.PathStep) step).generated().orElse(""))
        .containsExactly("Host(\"*.a.test\") && PathPrefix(\"/sp ace\")  priority 41");
  }

  @Test
  void anIngressRouteForTheHostMakesTheAnswerUncertain() {
    String manifests =
        ingress("a").host("a.test").path("/ Prefix")
            + """
            apiVersion: traefik.io/v1alpha1
            kind: IngressRoute
            metadata: {name: ir}
            spec: {routes: [{match: "Host(`a.test`)"}]}
            """;
    assertThat(Asked.of(manifests).explain("http://a.test/").confidence())
        .isEqualTo(Confidence.UNKNOWN);
    assertThat(Asked.of(manifests).explain("http://b.test/").confidence())
        .isEqualTo(Confidence.EXACT);
  }

  @Test
  void annotationsThatChangeRoutingAreEffects() {
    Asked asked =
        Asked.of(
            middleware("strip", "stripPrefix: {prefixes: [/a]}")
                + ingress("a")
                    .host("a.test")
                    .path("/ Prefix")
                    .router("priority", "9")
                    .router("observability.metrics", "true")
                    .router("middlewares", "default-strip@kubernetescrd"));
    assertThat(asked.table().effects())
        .extracting(Effect::label)
        .containsExactly("priority 9", "strip /a");
  }
}
