package io.github.ingressdesigner.dialect.f5nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.F5NginxDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.route.Decision;
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

/** Rules of F5's controller that no recorded answer shows. */
class F5NginxTableTest {
  private static String ingress(String name, List<String> annotations, String spec) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: %s
      annotations:
        a: b
        %s
    spec:
      ingressClassName: nginx
      rules:
      - host: a.test
        http:
          paths:
    %s\
    """
        .formatted(name, String.join("\n    ", annotations), spec);
  }

  private static String path(String path, String type, String service) {
    return "      - {path: '%s', pathType: %s, backend: {service: {name: %s, port: {number: 80}}}}\n"
        .formatted(path, type, service);
  }

  private static RouteTable table(String manifest, DialectConfig config) {
    F5NginxDialect dialect = new F5NginxDialect(config);
    return dialect.compile(OwnFiles.of(Manifests.read(manifest), dialect), Optional.empty());
  }

  private static String answer(String manifest, String url) {
    return words(table(manifest, DialectConfig.NONE).find(Request.of("GET", url, Map.of())));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.backend().display() + " " + to.upstreamPath();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.ConfigRejected _ -> "rejected";
      case Outcome.TlsRefused _ -> "no TLS";
      case Outcome.Split split ->
          String.join(" or ", split.options().stream().map(o -> words(o.outcome())).toList());
      case Outcome.ControllerDefault _, Outcome.Undecided _ -> outcome.toString();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "nginx.org/ssl-redirect, yes",
    "nginx.org/redirect-to-https, ''",
    "nginx.org/http-redirect-code, 303",
    "nginx.org/app-root, /",
    "nginx.org/app-root, /a/",
    "nginx.org/rewrite-target, x",
    "nginx.org/rewrite-target, /a/../b",
    "nginx.org/path-regex, ''",
    "nginx.org/rewrites, serviceName=s rewrite=/x;",
    "nginx.org/websocket-services, other",
    "nginx.org/mergeable-ingress-type, ''",
    "nginx.org/server-snippets, return 403",
    "nginx.org/proxy-read-timeout, long",
    "nginx.org/hsts-max-age, 5",
    "nginx.com/jwt-key, k",
  })
  void badValueOfAnnotationRefusesTheWholeIngress(String key, String value) {
    String manifest = ingress("i", List.of(key + ": '" + value + "'"), path("/a", "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/a")).isEqualTo("404");
    assertThat(table(manifest, DialectConfig.NONE).leftOut()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var", "/a/root", "/etc/x", "/a{x}", "/a(", "/a\"b", "/a\\"})
  void pathThatTheControllerDoesNotAllowRefusesTheWholeIngress(String path) {
    String manifest =
        ingress("i", List.of(), path("/ok", "Prefix", "s") + path(path, "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/ok")).isEqualTo("404");
  }

  @Test
  void pathMayLookAround() {
    String manifest =
        ingress(
            "i", List.of("nginx.org/path-regex: case_sensitive"), path("/a(?!b)", "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/ac")).isEqualTo("s:80 /ac");
    assertThat(answer(manifest, "http://a.test/ab")).isEqualTo("404");
  }

  @Test
  void resourceBackendRefusesTheWholeIngress() {
    String manifest =
        ingress("i", List.of(), path("/ok", "Prefix", "s"))
            + "      - {path: /r, pathType: Prefix, backend: {resource: {apiGroup: g, kind: K,"
            + " name: n}}}\n";
    assertThat(answer(manifest, "http://a.test/ok")).isEqualTo("404");
  }

  @Test
  void exactPathTypeWithPathRegexExactNeverMatches() {
    String manifest =
        ingress("i", List.of("nginx.org/path-regex: exact"), path("/d", "Exact", "s"));
    assertThat(answer(manifest, "http://a.test/d")).isEqualTo("404");
  }

  @Test
  void braceInPathWithoutQuotesOpensBlock() {
    String manifest = ingress("i", List.of(), path("/n/[0-9]{2}", "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/")).isEqualTo("rejected");
  }

  @Test
  void quotesOfPathRegexKeepBraceOfRepeat() {
    String manifest =
        ingress(
            "i",
            List.of("nginx.org/path-regex: case_sensitive"),
            path("/n/[0-9]{2}", "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/n/12")).isEqualTo("s:80 /n/12");
  }

  @Test
  void unknownVariableOfRewriteTargetIsRejected() {
    String manifest =
        ingress("i", List.of("nginx.org/rewrite-target: /$nothing"), path("/a", "Prefix", "s"));
    assertThat(answer(manifest, "http://a.test/a")).isEqualTo("rejected");
  }

  @Test
  void oldNameOfSslRedirectCountsWithoutTheNewOne() {
    String manifest =
        ingress(
                "i",
                List.of("ingress.kubernetes.io/ssl-redirect: 'false'"),
                path("/a", "Prefix", "s"))
            + "  tls: [{hosts: [a.test], secretName: s}]\n";
    assertThat(answer(manifest, "http://a.test/a")).isEqualTo("s:80 /a");
  }

  @Test
  void tlsHostWithoutSecretRefusesEveryHandshake() {
    String manifest =
        ingress("i", List.of(), path("/a", "Prefix", "s")) + "  tls: [{hosts: [a.test]}]\n";
    assertThat(answer(manifest, "https://a.test/a")).isEqualTo("no TLS");
    RouteTable table =
        table(manifest, DialectConfig.NONE.with("wildcard-tls-secret", "ns/wildcard"));
    assertThat(words(table.find(Request.of("GET", "https://a.test/a", Map.of()))))
        .isEqualTo("s:80 /a");
  }

  private static final String MASTER =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: m
        annotations: {nginx.org/mergeable-ingress-type: master}
      spec:
        ingressClassName: nginx
        rules:
        - host: a.test
      """;
  private static final String MINION = "nginx.org/mergeable-ingress-type: minion";

  @Test
  void expressionsOfMinionsStandInTheOrderOfTheirNames() {
    String regex = "nginx.org/path-regex: case_sensitive";
    String manifest =
        MASTER
            + ingress("z", List.of(MINION, regex), path("/a/[a-z]+", "Prefix", "later"))
            + ingress("b", List.of(MINION, regex), path("/a/.*", "Prefix", "first"));
    assertThat(answer(manifest, "http://a.test/a/x")).isEqualTo("first:80 /a/x");
  }

  @Test
  void pathOfTwoMinionsOfOneAgeIsLeftToChance() {
    String manifest =
        MASTER
            + ingress("x", List.of(MINION), path("/a", "Prefix", "x"))
            + ingress("y", List.of(MINION), path("/a", "Prefix", "y") + path("/b", "Prefix", "y"));
    assertThat(answer(manifest, "http://a.test/a")).isEqualTo("x:80 /a or y:80 /a");
    assertThat(answer(manifest, "http://a.test/b")).isEqualTo("y:80 /b");
  }

  @Test
  void snippetThatIsWrittenMakesTheAnswerUnknown() {
    String manifest =
        ingress("i", List.of("nginx.org/server-snippets: return 403;"), path("/a", "Prefix", "s"));
    Decision decision =
        table(manifest, DialectConfig.NONE.with("enable-snippets", "true"))
            .explain(Request.of("GET", "http://a.test/zzz", Map.of()));
    assertThat(decision.confidence()).isEqualTo(Decision.Confidence.UNKNOWN);
    assertThat(decision.basis()).contains("nginx.org/server-snippets");
  }
}
