package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServersTest {
  @Test
  void theHostThatSortsFirstKeepsAnAliasWhateverItsAge() {
    Ask ask =
        new Ask()
            .ingress("old", Map.of("server-alias", "x.example"), "b.example/ Prefix old")
            .ingress("young", Map.of("server-alias", "x.example"), "a.example/ Prefix young");
    assertThat(ask.get("http://x.example/p")).isEqualTo("young /p");
  }

  @Test
  void anAliasMayBeAWildcardOfAnyNumberOfLabels() {
    Ask ask = new Ask().ingress("a", Map.of("server-alias", "*.x.example"), "a.example/ Prefix a");
    assertThat(ask.get("http://p.q.x.example/")).isEqualTo("a /");
    assertThat(ask.get("http://x.example/")).isEqualTo("default 404");
  }

  @Test
  void nativeWildcardsOfAliasesGoBeforeWildcardHosts() {
    Ask ask =
        new Ask()
            .ingress("w", Map.of(), "*.p.x.example/ Prefix w")
            .ingress("a", Map.of("server-alias", "*.x.example"), "zz.example/ Prefix a");
    assertThat(ask.get("http://q.p.x.example/")).isEqualTo("a /");
  }

  @Test
  void anAliasThatIsARuleHostIsDropped() {
    Ask ask =
        new Ask()
            .ingress("w", Map.of(), "*.x.example/ Prefix w")
            .ingress("a", Map.of("server-alias", "*.x.example"), "zz.example/ Prefix a");
    assertThat(ask.get("http://p.x.example/")).isEqualTo("w /");
  }

  @Test
  void expressionsOfServersAreTriedInTheOrderOfTheirHosts() {
    Ask ask =
        new Ask()
            .ingress("w", Map.of(), "*.x.example/ Prefix w")
            .ingress("a", Map.of("server-alias", "~^p[0-9]+\\.x"), "a.example/ Prefix a");
    assertThat(ask.get("http://p1.x.example/")).isEqualTo("w /");
    assertThat(ask.get("http://p1.x.example.org/")).isEqualTo("a /");
  }

  @Test
  void aBraceInAnAliasBreaksTheConfiguration() {
    Ask ask = new Ask().ingress("a", Map.of("server-alias", "~^p{2}$"), "a.example/ Prefix a");
    assertThat(ask.get("http://a.example/")).isEqualTo("rejected");
  }

  @Test
  void theRedirectToTheOtherNameGoesBeforeAnAlias() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of("server-alias", "www.b.example"), "a.example/ Prefix a")
            .ingress("b", Map.of("from-to-www-redirect", "true"), "b.example/ Prefix b");
    assertThat(ask.get("http://www.b.example/x/")).isEqualTo("308 http://b.example:80/x");
  }

  @Test
  void aWildcardHostCannotBeRedirectedToItsOtherName() {
    Ask ask =
        new Ask().ingress("a", Map.of("from-to-www-redirect", "true"), "*.a.example/ Prefix a");
    assertThat(ask.get("http://x.a.example/")).isEqualTo("rejected");
  }

  @Test
  void theOtherNameBelievesForwardedHeaders() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of("from-to-www-redirect", "true"), "a.example/ Prefix a")
            .set("use-forwarded-headers", "true");
    assertThat(ask.get("http://www.a.example/", "X-Forwarded-Proto: https"))
        .isEqualTo("308 https://a.example:80");
    assertThat(
            ask.get("http://www.a.example/", "X-Forwarded-Proto: https", "X-Forwarded-Port: 8443"))
        .isEqualTo("308 https://a.example:8443");
  }

  @Test
  void aHostWithoutPathsHasItsOwnDefault() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of())
            .lines("  rules:\n  - host: a.example\n")
            .defaultBackend("d");
    assertThat(ask.get("http://a.example/x")).isEqualTo("d /x");
    assertThat(ask.get("http://b.example/x")).isEqualTo("default 404");
  }

  @Test
  void oneTlsSectionMakesAllHostsOfItsIngressRedirect() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of(), "a.example/ Prefix a", "b.example/ Prefix b")
            .tls("s", "a.example");
    assertThat(ask.get("http://b.example/x/?y=/")).isEqualTo("308 https://b.example/x/?y=");
    assertThat(ask.get("http://b.example/")).isEqualTo("308 https://b.example");
  }

  @Test
  void anAliasIsRedirectedOnlyWhereTheCertificateCoversIt() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of("server-alias", "q.x.example,q.y.example"), "a.example/ Prefix a")
            .tls("s", "a.example", "'*.x.example'");
    assertThat(ask.get("http://q.x.example/p")).isEqualTo("308 https://q.x.example/p");
    assertThat(ask.get("http://q.y.example/p")).isEqualTo("a /p");
  }

  @Test
  void theDefaultServerAnswersTheHealthCheckItself() {
    Ask ask = new Ask().ingress("a", Map.of()).defaultBackend("d");
    assertThat(ask.get("http://any.example/healthzzz")).isEqualTo("200");
    assertThat(ask.set("health-check-path", "/live").get("http://any.example/healthz"))
        .isEqualTo("d /healthz");
  }

  @Test
  void theStatusPageIsForLocalClients() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/ Prefix a");
    assertThat(ask.get("http://b.example/nginx_status")).isEqualTo("200");
    assertThat(ask.set("client-address", "192.0.2.1").get("http://b.example/nginx_status"))
        .isEqualTo("403");
  }

  @Test
  void anEmptyHostIsRefused() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/ Prefix a");
    assertThat(ask.get("http://a.example/", "Host: ")).isEqualTo("400");
    assertThat(ask.get("http://a.example/", "Host: .")).isEqualTo("400");
    assertThat(ask.get("http://a.example/", "Host: A.example.:80")).isEqualTo("a /");
  }
}
