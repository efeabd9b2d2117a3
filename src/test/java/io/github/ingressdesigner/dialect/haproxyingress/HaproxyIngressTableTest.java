package io.github.ingressdesigner.dialect.haproxyingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.HaproxyIngressDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaproxyIngressTableTest {
  @Test
  void aLongerPathOfAnotherTypeIsAskedFirst() {
    String table = ingress("a.example", "/a ImplementationSpecific", "/a/b Prefix", "/ Prefix");
    assertThat(backend(table, "http://a.example/a/b/c")).isEqualTo("s1");
    assertThat(backend(table, "http://a.example/ab")).isEqualTo("s0");
    assertThat(backend(table, "http://a.example/A")).isEqualTo("s0");
    assertThat(backend(table, "http://a.example/b")).isEqualTo("s2");
  }

  @Test
  void underAWildcardHostTheLongerExpressionIsAskedFirst() {
    String table = ingress("'*.x.example'", "/ap Prefix", "/api/v1/ Prefix");
    assertThat(backend(table, "http://a.x.example/api/v1/z")).isEqualTo("s0");
  }

  @Test
  void aBlankEndsTheKeyOfItsLine() {
    String table = ingress("'*.x.example'", "'/a b' Prefix");
    assertThat(find(table, "http://q.x.example/a/z")).isEqualTo(new Outcome.ControllerDefault(404));
  }

  @Test
  void redirectToWithoutHostBreaksTheController() {
    String table = ingress("", "/ Prefix").replace("{}", "{K/redirect-to: /new}");
    assertThat(find(table, "http://any.example/")).isInstanceOf(Outcome.ConfigRejected.class);
  }

  @Test
  void chanceDecidesWhichHostOfSeveralGetsTheRedirect() {
    String table =
        (ingress("a.example", "/ Prefix") + ingress("b.example", "/ Prefix"))
            .replace("{}", "{K/redirect-from: old.example}");
    assertThat(find(table, "http://old.example/x?y"))
        .isInstanceOfSatisfying(
            Outcome.Split.class,
            split ->
                assertThat(split.options())
                    .extracting(o -> ((Outcome.Redirect) o.outcome()).location())
                    .containsExactly("//a.example/x?y", "//b.example/x?y"));
  }

  @Test
  void anExpressionThatCannotBeReadKeepsTheOldConfiguration() {
    String table =
        ingress("a.example", "'/a(' ImplementationSpecific").replace("{}", "{K/path-type: regex}");
    assertThat(find(table, "http://b.example/")).isInstanceOf(Outcome.ConfigRejected.class);
  }

  @Test
  void aStrictHostAnswersBeforeItsExpressions() {
    String table =
        ingress("a.example", "'/a.*' ImplementationSpecific").replace("{}", "{K/path-type: regex}");
    assertThat(backend(table, "http://a.example/ab")).isEqualTo("s0");
    RouteTable strict = compile(table, DialectConfig.of("strict-host", "true"));
    assertThat(strict.find(request("http://a.example/ab")))
        .isEqualTo(new Outcome.ControllerDefault(404));
  }

  @Test
  void alternativesOfAnExpressionLeaveTheHost() {
    String table =
        ingress("a.example", "'/a|/b' ImplementationSpecific", "'/c(/x|/y)' Exact")
                .replace("{}", "{K/path-type: regex}")
            + ingress("b.example", "/z Prefix");
    assertThat(backend(table, "http://a.example/a")).isEqualTo("s0");
    assertThat(backend(table, "http://b.example/z")).isEqualTo("s0");
    assertThat(backend(table, "http://other.example/x/b")).isEqualTo("s0");
    assertThat(find(table, "http://b.example/a")).isEqualTo(new Outcome.ControllerDefault(404));
    assertThat(compile(table, DialectConfig.NONE).hosts().getFirst().routes())
        .extracting(RouteTable.Route::path)
        .contains("/a|/b");
  }

  @Test
  void annotationsOfAnIngressCountForItsHostWhoeverOwnsThePaths() {
    String table =
        ingress("a.example", "/ Prefix").replace("{}", "{K/app-root: /home}").replace("s0", "gone")
            + ingress("a.example", "/x Prefix").replace("name: aexample", "name: b")
            + "---\napiVersion: v1\nkind: Service\nmetadata: {name: s0}\n"
            + "spec: {ports: [{port: 80}]}\n";
    assertThat(find(table, "http://a.example/"))
        .isInstanceOfSatisfying(
            Outcome.Redirect.class,
            redirect -> assertThat(redirect.location()).endsWith("a.example/"));
  }

  @Test
  void withoutAnyTlsHostPort443IsClosed() {
    assertThat(find(ingress("a.example", "/ Prefix"), "https://a.example/"))
        .isEqualTo(new Outcome.TlsRefused("a.example"));
  }

  @Test
  void aConfigurationSnippetMakesTheAnswerUncertain() {
    String table =
        ingress("a.example", "/ Prefix").replace("{}", "{K/config-backend: 'http-request deny'}");
    Decision decision = compile(table, DialectConfig.NONE).explain(request("http://a.example/"));
    assertThat(decision.confidence()).isEqualTo(Decision.Confidence.UNKNOWN);
    assertThat(decision.basis()).contains("config-backend");
  }

  private static String backend(String yaml, String url) {
    return ((Outcome.ToBackend) find(yaml, url)).backend().display().replace(":80", "");
  }

  private static Outcome find(String yaml, String url) {
    return compile(yaml, DialectConfig.NONE).find(request(url));
  }

  private static RouteTable compile(String yaml, DialectConfig config) {
    String text = yaml.replace("K/", "haproxy-ingress.github.io/");
    return new HaproxyIngressDialect(config).compile(Manifests.read(text), Optional.empty());
  }

  private static Request request(String url) {
    return Request.of("GET", url, Map.of());
  }

  /** Services are called s0, s1, … in the order of the paths. */
  private static String ingress(String host, String... paths) {
    StringBuilder yaml =
        new StringBuilder(
            """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: %s
              annotations: {}
            spec:
              rules:
              - host: %s
                http:
                  paths:
            """
                .formatted(host.isEmpty() ? "any" : host.replaceAll("[^a-z]", ""), host));
    for (int i = 0; i < paths.length; i++) {
      int blank = paths[i].lastIndexOf(' ');
      yaml.append(
          """
                - path: %s
                  pathType: %s
                  backend: {service: {name: s%d, port: {number: 80}}}
          """
              .formatted(paths[i].substring(0, blank), paths[i].substring(blank + 1), i));
    }
    return yaml.toString();
  }
}
