package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.common.Traced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerBuilderTest {
  private static final Request REQUEST =
      Request.of("GET", "https://shop.example.com/api/v1?x=1", Map.of());

  private final SampleModel sample = new SampleModel(null).open();
  private final ResourceId shop =
      sample.model.snapshot().resources().ingresses().findFirst().orElseThrow().id();
  private final Location api = new Location(shop, FieldPath.path(0, 1));
  private final Step path =
      new PathStep(
          1,
          PathType.PREFIX,
          "/api",
          "api:8080",
          Verdict.WINS,
          "It is the longest.",
          api,
          Optional.of("location /api/"));

  private Answer answer(Outcome outcome, Step... steps) {
    Decision decision =
        new Decision(outcome, new Trace(List.of(steps)), Confidence.MODELLED, "From source.");
    return AnswerBuilder.build(new Traced(REQUEST, decision, 1), sample.model.snapshot());
  }

  private Outcome to(String service) {
    Backend backend = ServiceBackend.of(service, new Port.Number(80));
    return new Outcome.ToBackend(
        backend, Optional.of("shop/shop"), Optional.of(api), "/v1", Optional.empty());
  }

  private static Outcome.Split.Option option(Outcome outcome, double share) {
    return new Outcome.Split.Option(outcome, Optional.of(share));
  }

  @Test
  void sharesAreListedBeforeTheCandidates() {
    Answer answer =
        answer(new Outcome.Split(List.of(option(to("api"), 0.8), option(to("next"), 0.2))), path);
    assertThat(answer.title()).isEqualTo("api:80 80\u00a0% or next:80 20\u00a0%");
    assertThat(answer.decides().words()).isEqualTo("Rule 1, path 2 of Ingress shop decides:");
    assertThat(answer.effect().literal()).isEqualTo("/v1");
    assertThat(answer.rows())
        .extracting(row -> row.tag() + " " + row.subject() + " " + row.verdict())
        .containsExactly(
            "80\u00a0% api:80 may answer", "20\u00a0% next:80 may answer", "Prefix /api wins");
  }

  @Test
  void shareOfAThousandthIsNotRoundedAway() {
    Answer answer =
        answer(new Outcome.Split(List.of(option(to("a"), 0.999), option(to("b"), 0.001))), path);
    assertThat(answer.title()).isEqualTo("a:80 99.9\u00a0% or b:80 0.1\u00a0%");
  }

  @Test
  void tieWithoutSharesSaysThatNothingDecides() {
    Answer answer =
        answer(
            new Outcome.Split(
                List.of(
                    new Outcome.Split.Option(to("a"), Optional.empty()),
                    new Outcome.Split.Option(to("b"), Optional.empty()))),
            path);
    assertThat(answer.decides().words()).isEqualTo("Several rules match equally.");
    assertThat(answer.rows().getFirst().tag()).isEqualTo("Either");
  }

  @Test
  void refusedHandshakeSpeaksOfNoRule() {
    Answer answer = answer(new Outcome.TlsRefused("shop.example.com"));
    assertThat(answer.sign()).isEqualTo(Sign.ERROR);
    assertThat(answer.decides().words()).isEqualTo("The handshake ends before any rule is asked.");
    assertThat(answer.effect())
        .isEqualTo(new Answer.Sentence("There is no certificate for", "shop.example.com"));
  }

  @Test
  void rejectedConfigurationLeadsToItsLines() {
    Answer answer =
        answer(new Outcome.ConfigRejected("Two locations are the same.", Optional.of(api)));
    assertThat(answer.decides().words())
        .isEqualTo("The proxy keeps its previous configuration, for all hosts.");
    assertThat(answer.effect().words()).isEqualTo("Two locations are the same.");
    assertThat(answer.lines().orElseThrow().at()).isEqualTo(api);
  }

  @Test
  void stoppedPatternIsSaidToBeStopped() {
    Answer answer = answer(new Outcome.Undecided("(a+)+ may run for ever.", Optional.of(api)));
    assertThat(answer.sign()).isEqualTo(Sign.WARNING);
    assertThat(answer.decides().words())
        .isEqualTo("A pattern was stopped, since it may run for ever.");
    assertThat(answer.effect().words()).isEqualTo("(a+)+ may run for ever.");
  }

  @Test
  void requestAndRewriteAreRowsOfTheirOwn() {
    Answer answer =
        answer(
            to("api"),
            new RequestStep("The path counts as /api/v1."),
            new HostStep("shop.example.com", Verdict.WINS, "It is equal.", Optional.empty()),
            path,
            new RewriteStep("/api/v1", "/v1", "rewrite-target replaces it.", Optional.of(api)));
    assertThat(answer.rows())
        .extracting(row -> row.tag() + " " + row.subject())
        .containsExactly("Prefix /api", "Rewrite /v1", "Request ", "Host shop.example.com");
  }

  @Test
  void theAnswerCanBePastedWithAllReasons() {
    assertThat(AnswerText.of(REQUEST, "ingress-nginx 1.15", answer(to("api"), path)))
        .isEqualTo(
            """
            GET https://shop.example.com/api/v1?x=1
            ingress-nginx 1.15: api:80
            Rule 1, path 2 of Ingress shop decides: Prefix /api
            The backend receives /v1

            The candidates, in the order tried:
            1. Prefix /api: wins. It is the longest. [location /api/]
            """);
  }
}
