package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Split.Option;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Expectation.AnyOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outcomes that the plain specification never gives. */
class JudgeTest {
  private static final Outcome CANARY = to("canary");
  private static final Outcome MAIN = to("main");

  private static Outcome to(String service) {
    return new Outcome.ToBackend(
        ServiceBackend.of(service, new Port.Number(80)),
        Optional.of("default/" + service),
        Optional.empty(),
        "/",
        Optional.empty());
  }

  private static Expectation service(String name) {
    return new Expectation.ToService(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static boolean accepts(Expectation expectation, Outcome outcome) {
    return new Judge(Resources.NONE)
        .accepts(expectation, outcome, Request.of("GET", "http://a/", Map.of()));
  }

  private static Outcome split(double first) {
    return new Outcome.Split(
        List.of(new Option(CANARY, Optional.of(first)), new Option(MAIN, Optional.of(1 - first))));
  }

  private static Expectation anyOf(Optional<Double> share) {
    return new AnyOf(
        List.of(
            new AnyOf.Option(service("canary"), share),
            new AnyOf.Option(service("main"), Optional.empty())));
  }

  @Test
  void splitIsRightWhereEachAnswerIs() {
    assertThat(accepts(anyOf(Optional.empty()), split(0.5))).isTrue();
  }

  @Test
  void splitIsWrongWhereOneAnswerIs() {
    assertThat(accepts(service("main"), split(0.5))).isFalse();
  }

  @Test
  void shareIsJudged() {
    assertThat(accepts(anyOf(Optional.of(0.3)), split(0.3))).isTrue();
    assertThat(accepts(anyOf(Optional.of(0.3)), split(0.5))).isFalse();
  }

  @Test
  void redirectIsJudgedByLocationAndStatus() {
    Outcome redirect = new Outcome.Redirect("https://a/", 308, Optional.empty());
    assertThat(accepts(new Expectation.RedirectTo("https://a/", Optional.of(308)), redirect))
        .isTrue();
    assertThat(accepts(new Expectation.RedirectTo("https://a/", Optional.empty()), redirect))
        .isTrue();
    assertThat(accepts(new Expectation.RedirectTo("https://b/", Optional.of(308)), redirect))
        .isFalse();
    assertThat(accepts(new Expectation.RedirectTo("https://a/", Optional.of(301)), redirect))
        .isFalse();
    assertThat(accepts(new Expectation.Answer(308), redirect)).isTrue();
  }

  @Test
  void ownDefaultBackendIsJudged() {
    Outcome own = new Outcome.ControllerDefault(404);
    assertThat(accepts(new Expectation.OwnDefault(Optional.of(404)), own)).isTrue();
    assertThat(accepts(new Expectation.OwnDefault(Optional.of(503)), own)).isFalse();
    assertThat(accepts(new Expectation.OwnDefault(Optional.empty()), MAIN)).isFalse();
    assertThat(accepts(new Expectation.Answer(404), own)).isTrue();
  }

  @Test
  void refusalsAreJudged() {
    assertThat(accepts(new Expectation.TlsRefused(), new Outcome.TlsRefused("a"))).isTrue();
    assertThat(
            accepts(
                new Expectation.ConfigRejected(),
                new Outcome.ConfigRejected("duplicate location", Optional.empty())))
        .isTrue();
  }
}
