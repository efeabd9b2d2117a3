package io.github.ingressdesigner.dialect.traefik;

import static io.github.ingressdesigner.dialect.traefik.Asked.defaultBackend;
import static io.github.ingressdesigner.dialect.traefik.Asked.ofNginx;
import static io.github.ingressdesigner.dialect.traefik.Asked.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NginxProviderTest {
  private static final DialectConfig NGINX = DialectConfig.of("provider", "kubernetesIngressNGINX");

  private static Asked.Ingress canary() {
    return ofNginx("canary").host("a.test").path("/ Prefix").nginx("canary", "true");
  }

  @Test
  void aCanaryByWeightListsItsShares() {
    String primary = ofNginx("a").host("a.test").path("/ Prefix").toString();
    assertThat(Asked.nginx(primary + canary().nginx("canary-weight", "20")).get("http://a.test/"))
        .isEqualTo("canary / x0.2 | a / x0.8");
    assertThat(
            Asked.nginx(
                    primary
                        + canary().nginx("canary-weight", "50").nginx("canary-weight-total", "200"))
                .get("http://a.test/"))
        .isEqualTo("canary / x0.25 | a / x0.75");
    assertThat(Asked.nginx(primary + canary().nginx("canary-weight", "100")).get("http://a.test/"))
        .isEqualTo("canary /");
  }

  @Test
  void withAHeaderValueAlwaysAndNeverMeanNothing() {
    Asked asked =
        Asked.nginx(
            ofNginx("a").host("a.test").path("/ Prefix").toString()
                + canary()
                    .nginx("canary-by-header", "X-New")
                    .nginx("canary-by-header-value", "yes")
                    .nginx("canary-by-cookie", "new"));
    assertThat(asked.get("http://a.test/", "x-new", "yes")).isEqualTo("canary /");
    assertThat(asked.get("http://a.test/", "X-New", "always")).isEqualTo("a /");
    assertThat(asked.get("http://a.test/", "Cookie", "b=1; new=always")).isEqualTo("canary /");
    assertThat(asked.get("http://a.test/", "Cookie", "anew=always")).isEqualTo("a /");
  }

  @Test
  void neverInTheHeaderBeatsTheCookieAndTheWeight() {
    Asked asked =
        Asked.nginx(
            ofNginx("a").host("a.test").path("/ Prefix").toString()
                + canary()
                    .nginx("canary-by-header", "X-New")
                    .nginx("canary-weight", "100")
                    .nginx("canary-by-cookie", "new"));
    assertThat(asked.get("http://a.test/", "X-New", "never")).isEqualTo("a /");
    assertThat(asked.get("http://a.test/")).isEqualTo("canary /");
  }

  @Test
  void aCanaryWithoutEndpointsOrMatchingPathHasNoEffect() {
    Asked asked =
        Asked.nginx(
            service("a", "")
                + ofNginx("a").host("a.test").path("/ Prefix")
                + canary().nginx("canary-weight", "100"));
    assertThat(asked.get("http://a.test/")).isEqualTo("a /");
    assertThat(asked.table().leftOut()).hasSize(1);
  }

  @Test
  void ofSeveralHostsOnlyOneGetsTheDefaultBackend() {
    Asked asked =
        Asked.nginx(
            ofNginx("a")
                .host("a.test")
                .host("b.test")
                .path("/x Prefix")
                .spec(defaultBackend("rest"))
                .toString());
    assertThat(asked.get("http://a.test/x/y")).isEqualTo("a /x/y");
    assertThat(asked.get("http://a.test/y")).isEqualTo("rest /y | 404");
    Asked single =
        Asked.nginx(
            ofNginx("a").host("a.test").path("/x Prefix").spec(defaultBackend("rest")).toString());
    assertThat(single.get("http://a.test/y")).isEqualTo("rest /y");
  }

  @Test
  void rewritesReplaceEveryMatchAndOnlyIt() {
    Asked asked =
        Asked.nginx(
            ofNginx("g")
                    .host("g.test")
                    .path("/api/(.*) ImplementationSpecific")
                    .nginx("rewrite-target", "/$1")
                + ofNginx("b")
                    .host("b.test")
                    .path("/b Prefix")
                    .nginx("rewrite-target", "/a b")
                    .toString()
                + ofNginx("n").host("n.test").path("/n Prefix").nginx("rewrite-target", "new")
                + ofNginx("u").host("u.test").path("/u Prefix").nginx("rewrite-target", "/x/../")
                + ofNginx("h")
                    .host("h.test")
                    .path("/h Prefix")
                    .nginx("rewrite-target", "https://o.test/z"));
    assertThat(asked.get("http://g.test/API/x%2Fy?q")).isEqualTo("g /x%2Fy?q");
    assertThat(asked.get("http://b.test/b/c")).isEqualTo("b /a%20b/c");
    assertThat(asked.get("http://n.test/n")).isEqualTo("n new");
    assertThat(asked.get("http://u.test/u")).isEqualTo("400");
    assertThat(asked.get("http://h.test/h/i")).isEqualTo("302 https://o.test/z/i");
  }

  @Test
  void onARegexHostARedirectReplacesOnlyWhatMatches() {
    Asked asked =
        Asked.nginx(
            ofNginx("a")
                .host("a.test")
                .path("/a Prefix")
                .nginx("use-regex", "true")
                .nginx("permanent-redirect", "/tmp")
                .spec(defaultBackend("rest"))
                .toString());
    assertThat(asked.get("http://a.test/a/x?q=1")).isEqualTo("301 /tmp/x?q=1");
    assertThat(asked.get("http://a.test/A")).isEqualTo("a /A");
    assertThat(asked.get("http://a.test/other?q")).isEqualTo("301 /tmp/other?q");
  }

  @Test
  void elsewhereARedirectStandsAloneAndTheTemporalOneGoesFirst() {
    Asked asked =
        Asked.nginx(
            ofNginx("a")
                .host("a.test")
                .path("/a Prefix")
                .nginx("permanent-redirect", "https://p.test/")
                .nginx("temporal-redirect", "/tmp")
                .nginx("temporal-redirect-code", "500")
                .nginx("app-root", "/start")
                .toString());
    assertThat(asked.get("http://a.test/a/x?q=1")).isEqualTo("302 /tmp");
    assertThat(asked.ask("POST", "http://a.test/a", Map.of())).isEqualTo("302 /tmp");
  }

  @Test
  void tlsRedirectsGoBeforeTheAppRoot() {
    Asked asked =
        Asked.nginx(
            ofNginx("a")
                .host("a.test")
                .path("/ Prefix")
                .nginx("app-root", "/start")
                .spec("tls: [{hosts: [other.test]}]")
                .toString());
    assertThat(asked.ask("POST", "http://a.test:8080/", Map.of())).isEqualTo("308 https://a.test/");
    assertThat(asked.get("https://a.test/")).isEqualTo("302 https://a.test/start");
  }

  @Test
  void aliasesAreTakenFromHostsAndOlderIngresses() {
    Asked asked =
        Asked.nginx(
            ofNginx("a")
                    .host("a.test")
                    .host("c.test")
                    .path("/ Prefix")
                    .nginx("server-alias", "B.test, x.test")
                + ofNginx("b")
                    .host("b.test")
                    .path("/ Prefix")
                    .nginx("server-alias", "x.test")
                    .toString());
    assertThat(asked.get("http://b.test/")).isEqualTo("b /");
    assertThat(asked.get("http://x.test/")).as("names count backwards").isEqualTo("b /");
  }

  @Test
  void anExactPathOnARegexHostStaysExact() {
    Asked asked =
        Asked.nginx(
            ofNginx("a").host("a.test").path("/Ex Exact").nginx("use-regex", "true").toString());
    assertThat(asked.get("http://a.test/Ex")).isEqualTo("a /Ex");
    assertThat(asked.get("http://a.test/ex")).isEqualTo("404");
  }

  @Test
  void aDroppedIngressMakesNoHostARegexHost() {
    Asked asked =
        Asked.nginx(
            ofNginx("bad").host("a.test").path("/a+ Prefix").nginx("use-regex", "true").toString()
                + ofNginx("good").host("a.test").path("/a ImplementationSpecific"));
    assertThat(asked.get("http://a.test/ab")).isEqualTo("404");
    assertThat(asked.get("http://a.test/a/b")).isEqualTo("good /a/b");
  }

  @Test
  void snippetsDropTheIngressUnlessTheyAreAllowed() {
    String manifests =
        ofNginx("a")
            .host("a.test")
            .path("/ Prefix")
            .nginx("configuration-snippet", "deny all;")
            .toString();
    assertThat(Asked.nginx(manifests).get("http://a.test/")).isEqualTo("404");
    Asked allowed = Asked.of(manifests, NGINX.with("allowSnippetAnnotations", "true"));
    assertThat(allowed.explain("http://a.test/").confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(allowed.explain("http://a.test/").basis()).contains("configuration-snippet");
  }

  @Test
  void ingressesWithoutClassAreIgnoredUnlessWatched() {
    String manifests = Asked.ingress("a").host("a.test").path("/ Prefix").toString();
    assertThat(Asked.nginx(manifests).get("http://a.test/")).isEqualTo("404");
    assertThat(
            Asked.of(manifests, NGINX.with("watchIngressWithoutClass", "true"))
                .get("http://a.test/"))
        .isEqualTo("a /");
  }

  @Test
  void theFirstIngressWithoutRulesServesTheRestPlainAndOverTls() {
    Asked asked =
        Asked.nginx(
            ofNginx("a").spec(defaultBackend("one")).toString()
                + ofNginx("b").spec(defaultBackend("two")).nginx("rewrite-target", "/r$1"));
    assertThat(asked.get("http://any.test/x")).isEqualTo("two /r");
    assertThat(asked.get("https://any.test/x")).isEqualTo("two /r");
  }

  @Test
  void theOptionForTheDefaultBackendGoesBeforeThem() {
    Asked asked =
        Asked.of(
            ofNginx("a").spec(defaultBackend("one")).toString(),
            NGINX.with("defaultBackendService", "kube-system/rest"));
    assertThat(asked.get("http://any.test/x")).isEqualTo("rest /x");
  }

  @Test
  void aServiceWithoutEndpointsIsReplacedByTheAnnotation() {
    String services = service("a", "route-tester/ready-endpoints: '0'") + service("fallback", "");
    Asked asked =
        Asked.nginx(
            services
                + ofNginx("a").host("a.test").path("/ Prefix").nginx("default-backend", "fallback")
                + ofNginx("gone")
                    .host("g.test")
                    .path("/ Prefix")
                    .nginx("default-backend", "fallback"));
    assertThat(asked.get("http://a.test/x")).isEqualTo("fallback /x");
    assertThat(asked.get("http://g.test/x")).isEqualTo("503");
  }

  @Test
  void theOtherSpellingOfTheHostRedirectsUnlessItIsAHost() {
    String www =
        ofNginx("w")
            .host("www.a.test")
            .path("/ Prefix")
            .nginx("from-to-www-redirect", "true")
            .toString();
    assertThat(Asked.nginx(www).get("https://a.test:8443/x?q"))
        .isEqualTo("308 https://www.a.test:8443/x?q");
    assertThat(
            Asked.nginx(www + ofNginx("a").host("a.test").path("/y Prefix"))
                .get("https://a.test/x"))
        .isEqualTo("404");
  }
}
