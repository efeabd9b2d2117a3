package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private static final Map<String, String> ALL = Map.of("canary", "true", "canary-weight", "100");

  private static Ask main(String... paths) {
    return new Ask().ingress("main", Map.of(), paths);
  }

  @Test
  void aCanaryReachesEveryPathOfTheService() {
    Ask ask =
        main("a.example/x Prefix main", "b.example/y Prefix main")
            .ingress("canary", ALL, "a.example/x Prefix new");
    assertThat(ask.get("http://b.example/y")).isEqualTo("new /y");
  }

  @Test
  void aPathThatAttachesToNothingTakesTheCanaryFromAllOthers() {
    Ask ask =
        main("a.example/x Prefix main")
            .ingress("canary", ALL, "a.example/x Prefix new", "a.example/z Prefix new");
    assertThat(ask.get("http://a.example/x")).isEqualTo("main /x");
  }

  @Test
  void theFirstCanaryIsTheOnlyOneAsked() {
    Ask ask =
        main("a.example/x Prefix main")
            .ingress(
                "one",
                Map.of("canary", "true", "canary-by-header", "X-One"),
                "a.example/x Prefix one")
            .ingress("two", ALL, "a.example/x Prefix two");
    assertThat(ask.get("http://a.example/x")).isEqualTo("main /x");
    assertThat(ask.get("http://a.example/x", "X-One: always")).isEqualTo("one /x");
  }

  @Test
  void aYoungerCanaryWithTheMainServiceAsDefaultBackendRemovesTheRule() {
    Ask ask = main("a.example/x Prefix main").ingress("canary", ALL).defaultBackend("main");
    assertThat(ask.get("http://a.example/x")).isEqualTo("default 404");
  }

  @Test
  void aValueThatTheValidatorRefusesCountsAsAbsent() {
    Ask ask =
        main("a.example/x Prefix main")
            .ingress(
                "canary",
                Map.of(
                    "canary",
                    "true",
                    "canary-by-header",
                    "X-C",
                    "canary-by-header-pattern",
                    "v1;v2"),
                "a.example/x Prefix new");
    assertThat(ask.get("http://a.example/x", "X-C: always")).isEqualTo("new /x");
  }

  @Test
  void theStandInOfAServiceWithoutEndpointsHasItsCanary() {
    Ask ask =
        new Ask()
            .ingress("main", Map.of("default-backend", "spare"), "a.example/x Prefix main")
            .ingress(
                "canary",
                Map.of("canary", "true", "canary-by-cookie", "c"),
                "a.example/x Prefix new")
            .lines(
                """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: main, annotations: {route-tester/ready-endpoints: "0"}}
                spec: {ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: spare}
                spec: {ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: new}
                spec: {ports: [{port: 80}]}
                """);
    assertThat(ask.get("http://a.example/x")).isEqualTo("spare /x");
    assertThat(ask.get("http://a.example/x", "Cookie: c=always")).isEqualTo("new /x");
  }

  @Test
  void aNegativeWeightIsNone() {
    Ask ask =
        main("a.example/x Prefix main")
            .ingress(
                "canary",
                Map.of("canary", "true", "canary-weight", "-5"),
                "a.example/x Prefix new");
    assertThat(ask.get("http://a.example/x")).isEqualTo("main /x");
  }

  @Test
  void cookiesAreCutAsNginxCutsThem() {
    Ask ask =
        main("a.example/x Prefix main")
            .ingress(
                "canary",
                Map.of("canary", "true", "canary-by-cookie", "c"),
                "a.example/x Prefix new");
    assertThat(ask.get("http://a.example/x", "Cookie: cc=never; C = always")).isEqualTo("new /x");
    assertThat(ask.get("http://a.example/x", "Cookie: c=always ; b=c")).isEqualTo("main /x");
  }
}
