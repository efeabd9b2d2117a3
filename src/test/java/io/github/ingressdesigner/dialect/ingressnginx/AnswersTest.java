package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static Ask one(Map<String, String> annotations) {
    return new Ask().ingress("a", annotations, "a.example/x Prefix a");
  }

  @Test
  void aTemporalRedirectWithoutSchemeTakesThePermanentOneAlong() {
    Ask ask = one(Map.of("temporal-redirect", "/t", "permanent-redirect", "https://p.example"));
    assertThat(ask.get("http://a.example/x")).isEqualTo("a /x");
  }

  @Test
  void behindATemporalRedirectAWrongPermanentOneIsNotRead() {
    Ask ask =
        one(Map.of("temporal-redirect", "https://t.example", "permanent-redirect", "https://p/$x"));
    assertThat(ask.get("http://a.example/x")).isEqualTo("302 https://t.example");
  }

  @Test
  void aCodeThatIsNoRedirectIsAnAnswerWithoutLocation() {
    Ask ask = one(Map.of("permanent-redirect", "https://p", "permanent-redirect-code", "304"));
    assertThat(ask.get("http://a.example/x")).isEqualTo("304");
  }

  @Test
  void aCodeOutOfRangeIsTheUsualOne() {
    Ask ask = one(Map.of("temporal-redirect", "https://t", "temporal-redirect-code", "308"));
    assertThat(ask.get("http://a.example/x")).isEqualTo("302 https://t");
  }

  @Test
  void aRedirectFlagThatIsNoneDropsTheIngress() {
    assertThat(one(Map.of("from-to-www-redirect", "yes")).get("http://a.example/x"))
        .isEqualTo("default 404");
    assertThat(one(Map.of("from-to-www-redirect", "")).get("http://a.example/x")).isEqualTo("a /x");
  }

  @Test
  void theRewriteOfAPrefixIsSearchedAnywhere() {
    Ask ask = one(Map.of("rewrite-target", "/n/$1"));
    assertThat(ask.get("http://a.example/x/y?q=1")).isEqualTo("a /n/?q=1");
  }

  @Test
  void aRewriteToNothingIsAnError() {
    Ask ask =
        new Ask()
            .ingress(
                "a", Map.of("rewrite-target", "$1"), "a.example/x(.*) ImplementationSpecific a");
    assertThat(ask.get("http://a.example/x")).isEqualTo("500");
    assertThat(ask.get("http://a.example/xy")).isEqualTo("a y");
  }

  @Test
  void aRewriteToAUrlIsARedirectWithTheQuery() {
    Ask ask = one(Map.of("rewrite-target", "https://n.example/z"));
    assertThat(ask.get("http://a.example/x?q")).isEqualTo("302 https://n.example/z?q");
  }

  @Test
  void aRewriteMayNameAGroupOfItsPath() {
    Ask ask =
        new Ask()
            .ingress(
                "a",
                Map.of("rewrite-target", "/u/$who"),
                "a.example/x/(?<who>[a-z]+) ImplementationSpecific a");
    assertThat(ask.get("http://a.example/x/ann/1")).isEqualTo("a /u/ann");
  }

  @Test
  void dollarZeroIsAVariableThatDoesNotExist() {
    assertThat(one(Map.of("rewrite-target", "/$0")).get("http://a.example/x"))
        .isEqualTo("rejected");
    assertThat(one(Map.of("rewrite-target", "/x$")).get("http://a.example/x"))
        .isEqualTo("rejected");
  }

  @Test
  void subdomainExistsOnceAWildcardHostDoes() {
    Ask without = one(Map.of("rewrite-target", "/$subdomain"));
    assertThat(without.get("http://a.example/x")).isEqualTo("rejected");
    Ask with =
        new Ask().ingress("a", Map.of("rewrite-target", "/$subdomain"), "*.a.example/x Prefix a");
    assertThat(with.get("http://b.a.example/x")).isEqualTo("a /b");
  }

  @Test
  void theFragmentNeitherMatchesNorBelongsToTheQuery() {
    Ask ask = one(Map.of("rewrite-target", "/n"));
    assertThat(ask.get("http://a.example/x?q#f")).isEqualTo("a /n?q");
    assertThat(ask.get("http://a.example/x#f?q")).isEqualTo("a /n");
  }

  @Test
  void originsAreComparedAtTheirEndWithoutCase() {
    Ask ask =
        one(
            Map.of(
                "enable-cors", "true", "cors-allow-origin", "https://*.x.example, http://y:8080"));
    assertThat(ask.options("http://a.example/x", "Origin: HTTPS://q.X.example")).isEqualTo("204");
    assertThat(ask.options("http://a.example/x", "Origin: zhttp://y:8080")).isEqualTo("204");
    assertThat(ask.options("http://a.example/x", "Origin: https://p.q.x.example"))
        .isEqualTo("a /x");
    assertThat(ask.options("http://a.example/x")).isEqualTo("a /x");
  }

  @Test
  void anAllowListIsAskedBehindRedirects() {
    Ask ask = one(Map.of("allowlist-source-range", "10.0.0.0/8, 192.0.2.1"));
    assertThat(ask.get("http://a.example/x")).isEqualTo("403");
    assertThat(ask.get("http://a.example/none")).isEqualTo("403");
    assertThat(ask.explain("http://a.example/x").confidence()).isEqualTo(Confidence.MODELLED);
    assertThat(ask.set("client-address", "192.0.2.1").get("http://a.example/x")).isEqualTo("a /x");
    Ask redirected =
        one(Map.of("allowlist-source-range", "10.0.0.0/8", "force-ssl-redirect", "true"));
    assertThat(redirected.get("http://a.example/x")).isEqualTo("308 https://a.example/x");
  }

  @Test
  void aBelievedForwardedAddressIsTheClients() {
    Ask ask =
        one(Map.of("denylist-source-range", "2001:db8::/32")).set("use-forwarded-headers", "true");
    assertThat(ask.get("http://a.example/x", "X-Forwarded-For: 2001:db8::1, 10.0.0.1"))
        .isEqualTo("403");
    assertThat(ask.get("http://a.example/x")).isEqualTo("a /x");
  }

  @Test
  void credentialsAreAskedForWhereTheirSecretIsThere() {
    Ask ask =
        one(Map.of("auth-type", "basic", "auth-secret", "s"))
            .lines(
                """
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                stringData: {auth: "a:b"}
                """);
    assertThat(ask.get("http://a.example/x")).isEqualTo("401");
    assertThat(ask.get("http://a.example/x", "Authorization: Basic YQ==")).isEqualTo("a /x");
  }

  @Test
  void aSecretOfAnotherNamespaceDenies() {
    Ask ask =
        one(Map.of("auth-type", "basic", "auth-secret", "other/s"))
            .lines(
                """
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: s, namespace: other}
                stringData: {auth: "a:b"}
                """);
    assertThat(ask.get("http://a.example/x")).isEqualTo("503");
    assertThat(ask.set("allow-cross-namespace-resources", "true").get("http://a.example/x"))
        .isEqualTo("401");
  }

  @Test
  void theFirstPortThatFitsByNumberNameOrTargetCounts() {
    Ask ask =
        one(Map.of())
            .lines(
                """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {ports: [{port: 81, targetPort: 80}, {port: 80, targetPort: 8080}]}
                """);
    assertThat(ask.get("http://a.example/x")).isEqualTo("a:81 /x");
  }

  @Test
  void theForwardedHostIsWhatTheBackendSees() {
    Ask ask = one(Map.of()).set("use-forwarded-headers", "true");
    assertThat(
            ask.find(
                "GET", "http://a.example/x", Map.of("X-Forwarded-Host", List.of("pub.example"))))
        .isInstanceOfSatisfying(
            Outcome.ToBackend.class, to -> assertThat(to.upstreamHost()).contains("pub.example"));
  }

  @Test
  void aSnippetThatCountsMakesTheAnswerUncertain() {
    Ask ask =
        one(Map.of("configuration-snippet", "return 418;"))
            .set("annotations-risk-level", "Critical");
    assertThat(ask.explain("http://a.example/x").confidence()).isEqualTo(Confidence.EXACT);
    assertThat(ask.set("allow-snippet-annotations", "true").explain("http://a.example/x").basis())
        .contains("configuration-snippet");
  }

  @Test
  void aServerSnippetOfAnotherIngressMakesTheAnswerUncertainToo() {
    Ask ask =
        new Ask()
            .ingress("s", Map.of("server-snippet", "return 418;"), "a.example/s Prefix s")
            .ingress("a", Map.of(), "a.example/x Prefix a")
            .set("annotations-risk-level", "Critical")
            .set("allow-snippet-annotations", "true");
    assertThat(ask.explain("http://a.example/x").confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void aLowRiskLevelRefusesRewritesAndHeaders() {
    Ask ask = one(Map.of("rewrite-target", "/n")).set("annotations-risk-level", "Low");
    assertThat(ask.get("http://a.example/x")).isEqualTo("default 404");
    assertThat(ask.set("annotations-risk-level", "Medium").get("http://a.example/x"))
        .isEqualTo("a /n");
  }

  @Test
  void anExpressionThatRunsForEverIsStopped() {
    Ask ask =
        new Ask()
            .ingress(
                "a",
                Map.of("use-regex", "true"),
                "a.example/(a*)*\\1(a*)*(a*)*c$ ImplementationSpecific a");
    assertThat(ask.get("http://a.example/" + "a".repeat(400) + "c!")).isEqualTo("undecided");
  }
}
