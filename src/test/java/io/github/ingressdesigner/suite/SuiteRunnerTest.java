package io.github.ingressdesigner.suite;

import static io.github.ingressdesigner.suite.Suites.judge;
import static io.github.ingressdesigner.suite.Suites.ready;
import static io.github.ingressdesigner.suite.Suites.suite;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteRunnerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{service: api, port: 8080, ingress: default/shop, upstreamPath: \"/api/x?y\"}",
        "{service: api}",
        "{upstreamPath: \"/api/x?y\"}",
        "{anyOf: [{service: web}, {service: api}]}",
        "{service: api, upstreamHost: shop.example}",
      })
  void whatHappensPasses(String expect) {
    assertThat(judge("/api/x?y", expect).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{service: web}",
        "{service: api, port: 80}",
        "{service: api, ingress: default/other}",
        "{service: api, upstreamPath: /}",
        "{service: api, upstreamHost: other}",
        "{anyOf: [{service: web}, {status: 404}]}",
        "{status: 404}",
        "{defaultBackend: true, status: 404}",
        "{redirect: \"https://shop.example/api\", status: 308}",
        "{tlsRefused: true}",
        "{configRejected: true}",
      })
  void anythingElseFails(String expect) {
    assertThat(judge("/api/x?y", expect).passed()).isFalse();
  }

  @Test
  void nameOfAPortIsJudgedAsWritten() {
    assertThat(judge("/", "{service: web, port: http}").passed()).isTrue();
  }

  @Test
  void nameOfAPortMayBeExpectedByTheNumberOfTheService() {
    String text =
        suite("- request: {url: \"http://shop.example/\"}", "  expect: {service: web, port: 8081}")
            .replace(
                "requests:\n",
                "  ---\n  apiVersion: v1\n  kind: Service\n  metadata: {name: web}\n"
                    + "  spec: {ports: [{name: http, port: 8081}]}\nrequests:\n");
    assertThat(Suites.run(text).failures()).isZero();
  }

  @Test
  void failureSaysWhatWasExpectedAndWhatCame() {
    SuiteResult.CaseResult result = judge("/apiary", "{service: api, port: 8080}");
    assertThat(result.expected()).isEqualTo("api:8080");
    assertThat(result.actual()).isEqualTo("web:http");
  }

  @Test
  void failureSaysWhyTheExpectedPathLost() {
    assertThat(judge("/apiary", "{service: api}").reasons())
        .anyMatch(reason -> reason.contains("/apiary") || reason.contains("apiary"));
  }

  @Test
  void onlyWhatIsJudgedIsShown() {
    assertThat(judge("/apiary", "{upstreamPath: /x}").actual()).isEqualTo("web:http as /apiary");
  }

  @Test
  void unknownControllerIsNotRun() {
    Suite suite = ready(suite("- request: {url: \"http://a/\"}", "  expect: {status: 404}"));
    assertThat(SuiteRunner.run(suite, Optional.of("nginx-plus")))
        .isInstanceOfSatisfying(
            SuiteResult.NotRun.class,
            not ->
                assertThat(not.message())
                    .startsWith("The controller nginx-plus is not known.")
                    .contains("kubernetes-spec"));
  }

  @Test
  void suiteWithoutControllerIsNotRun() {
    Suite suite =
        ready(
            suite("- request: {url: \"http://a/\"}", "  expect: {status: 404}")
                .replace("controller: kubernetes-spec\n", ""));
    assertThat(SuiteRunner.run(suite, Optional.empty())).isInstanceOf(SuiteResult.NotRun.class);
    assertThat(SuiteRunner.run(suite, Optional.of("kubernetes-spec")))
        .isInstanceOf(SuiteResult.Ran.class);
  }
}
