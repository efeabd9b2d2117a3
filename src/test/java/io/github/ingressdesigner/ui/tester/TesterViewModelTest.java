package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TesterViewModelTest {
  // The theme needs a toolkit, and nothing here asks for it.
  private final SampleModel sample = new SampleModel(null).open();
  private final AppModel model = sample.model;
  private final TesterViewModel tester = new TesterViewModel(model, Runnable::run, Runnable::run);

  private Answer answer(String url) {
    tester.urlProperty().set(url);
    return tester.answerProperty().get().orElseThrow();
  }

  @Test
  void answerSaysWhereWhichRuleAndWhatArrives() {
    Answer answer = answer("https://shop.example.com/api/v1/items?x=1");
    assertThat(answer.title()).isEqualTo("api:8080");
    assertThat(answer.sign()).isEqualTo(Sign.WINS);
    assertThat(answer.confidence()).isEqualTo(Confidence.EXACT);
    assertThat(answer.summary()).isEqualTo("through shop.example.com, Prefix /api");
    assertThat(answer.decides())
        .isEqualTo(new Answer.Sentence("Rule 1, path 2 of Ingress shop decides:", "Prefix /api"));
    assertThat(answer.effect())
        .isEqualTo(new Answer.Sentence("The backend receives", "/api/v1/items?x=1"));
    assertThat(answer.notes()).isEqualTo("No rewrite, no redirect. HTTPS ends here with shop-tls.");
    assertThat(answer.lines().orElseThrow().text()).isEqualTo("Show lines 12 and 22 to 28");
    assertThat(answer.intro())
        .isEqualTo(
            "An exact host beats the wildcard, so *.example.com is not asked. Then the paths of"
                + " shop.example.com:");
  }

  @Test
  void pathsStandFirstInTheOrderTried() {
    assertThat(answer("https://shop.example.com/api/v1").rows())
        .extracting(row -> row.rank() + " " + row.subject() + " " + row.verdict())
        .startsWith(
            "1 /pay does not match",
            "2 /api/v2 does not match",
            "3 /api wins",
            "4 / matches, loses");
  }

  @Test
  void decisionIsSharedWithAllViews() {
    tester.urlProperty().set("https://shop.example.com/pay");
    assertThat(model.tracedProperty().get().orElseThrow().decision().outcome())
        .isInstanceOf(Outcome.ToBackend.class);
    assertThat(model.tracedProperty().get().orElseThrow().version())
        .isEqualTo(model.snapshot().version());
  }

  @Test
  void urlWithoutSchemeMeansHttps() {
    tester.urlProperty().set("shop.example.com/api");
    assertThat(model.tracedProperty().get().orElseThrow().request().scheme()).isEqualTo("https");
    assertThat(tester.urlProperty().get()).isEqualTo("shop.example.com/api");
  }

  @Test
  void badUrlKeepsItsTextTellsWhyAndClearsTheTrace() {
    tester.urlProperty().set("https://shop.example.com/api");
    tester.urlProperty().set("https://shop.example.com:x/api");
    assertThat(tester.errorProperty().get()).contains("port x");
    assertThat(tester.urlProperty().get()).isEqualTo("https://shop.example.com:x/api");
    assertThat(tester.answerProperty().get()).isEmpty();
    assertThat(model.tracedProperty().get()).isEmpty();
  }

  @Test
  void schemeThatIsBeingTypedIsNoError() {
    for (String text : List.of("", "h", "http:/", "http://", "https", "https://", " ")) {
      tester.urlProperty().set(text);
      assertThat(tester.errorProperty().get()).as(text).isEmpty();
      assertThat(tester.answerProperty().get()).as(text).isEmpty();
    }
  }

  @Test
  void editOfTheTextIsAskedAgain() {
    tester.urlProperty().set("https://shop.example.com/api/v1");
    sample.replace("path: /api\n", "path: /app\n");
    assertThat(tester.answerProperty().get().orElseThrow().title()).isEqualTo("web:80");
    assertThat(model.tracedProperty().get().orElseThrow().version())
        .isEqualTo(model.snapshot().version());
  }

  @Test
  void brokenTextIsSaidToBeReadAsItLastWas() {
    tester.urlProperty().set("https://shop.example.com/api/v1");
    sample.replace("pathType: Prefix", "pathType: [Prefix");
    Answer answer = tester.answerProperty().get().orElseThrow();
    assertThat(answer.title()).isEqualTo("api:8080");
    assertThat(answer.stale()).contains("Uses the last valid text of ingress.yaml.");
    assertThat(answer.lines()).isEmpty();
    sample.replace("pathType: [Prefix", "pathType: Prefix");
    assertThat(tester.answerProperty().get().orElseThrow().stale()).isEmpty();
  }

  @Test
  void unknownHostEndsAtTheDefaultBackend() {
    Answer answer = answer("https://nowhere.org/");
    assertThat(answer.title()).isEqualTo("fallback:80");
    assertThat(answer.summary()).isEqualTo("default backend of Ingress fallback");
    assertThat(answer.rows()).first().extracting(WhyRow::subject).isEqualTo("shop.example.com");
    assertThat(answer.rows())
        .filteredOn(WhyRow::wins)
        .singleElement()
        .extracting(WhyRow::subject)
        .isEqualTo("fallback:80");
  }

  @Test
  void missingServiceIsA503WithItsReason() {
    sample.replace("name: pay", "name: gone");
    Answer answer = answer("https://shop.example.com/pay");
    assertThat(answer.title()).isEqualTo("503");
    assertThat(answer.sign()).isEqualTo(Sign.ERROR);
    assertThat(answer.effect().words()).contains("There is no Service gone");
  }

  @Test
  void ingressThatIsLeftOutIsNamedWhereNothingAnswers() {
    for (int i = 0; i < 2; i++) {
      sample.replace("ingressClassName: nginx", "ingressClassName: odd");
    }
    Answer answer = answer("https://shop.example.com/pay");
    assertThat(answer.title()).isEqualTo("404");
    assertThat(answer.sign()).isEqualTo(Sign.NO_MATCH);
    assertThat(answer.effect().words()).contains("Its class is odd");
  }

  @Test
  void tieNamesAllThatMayAnswer() {
    sample.replace("path: /api\n", "path: /api/v2\n");
    Answer answer = answer("https://shop.example.com/api/v2");
    assertThat(answer.title()).isEqualTo("api:8080 or api-next:8080");
    assertThat(answer.sign()).isEqualTo(Sign.WARNING);
    assertThat(answer.confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(answer.rows())
        .filteredOn(WhyRow::wins)
        .extracting(WhyRow::verdict)
        .containsExactly("ties", "ties");
  }

  @Test
  void curlCommandIsTakenApart() {
    tester.pasteCurl("curl -X POST https://shop.example.com/pay -H 'Cookie: a=1'");
    assertThat(tester.methodProperty().get()).isEqualTo("POST");
    assertThat(tester.urlProperty().get()).isEqualTo("https://shop.example.com/pay");
    assertThat(tester.headersProperty().get()).containsExactly(new Header("Cookie", "a=1"));
    assertThat(model.tracedProperty().get().orElseThrow().request().headers())
        .containsEntry("cookie", List.of("a=1"));
  }

  @Test
  void curlCommandThatIsBeingTypedIsNoUrl() {
    tester.urlProperty().set("curl https://shop.example.com/pay");
    assertThat(tester.errorProperty().get()).contains("Enter");
    assertThat(tester.answerProperty().get()).isEmpty();
  }

  @Test
  void severalCookieRowsAreSentAsOneHeader() {
    tester.headersProperty().set(List.of(new Header("Cookie", "a=1"), new Header("cookie", "b=2")));
    answer("https://shop.example.com/");
    assertThat(model.tracedProperty().get().orElseThrow().request().headers())
        .containsEntry("Cookie", List.of("a=1; b=2"));
  }

  @Test
  void hostHeaderDecidesTheHost() {
    tester.headersProperty().set(List.of(new Header("Host", "acme.example.com")));
    assertThat(answer("https://10.0.0.1/").title()).isEqualTo("tenant:80");
  }

  @Test
  void requestIsCopiedAsCurl() {
    tester.headersProperty().set(List.of(new Header("X-A", "1"), new Header("", "unfinished")));
    tester.urlProperty().set("shop.example.com/a b");
    assertThat(tester.curl())
        .contains("curl --path-as-is 'https://shop.example.com/a b' -H 'X-A: 1'");
  }

  @Test
  void suggestionLeadsToABackend() {
    assertThat(answer(tester.suggestion().orElseThrow()).title()).isEqualTo("pay:80");
  }

  @Test
  void newestQuestionWinsOverThoseThatWait() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    TesterViewModel slow = new TesterViewModel(model, waiting::add, Runnable::run);
    slow.urlProperty().set("https://shop.example.com/pay");
    slow.urlProperty().set("https://shop.example.com/");
    slow.urlProperty().set("https://shop.example.com/api");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(slow.answerProperty().get().orElseThrow().title()).isEqualTo("api:8080");
  }

  @Test
  void answerThatComesTooLateIsDropped() {
    Deque<Runnable> deliveries = new ArrayDeque<>();
    TesterViewModel slow = new TesterViewModel(model, Runnable::run, deliveries::add);
    slow.urlProperty().set("https://shop.example.com/pay");
    slow.urlProperty().set("");
    deliveries.forEach(Runnable::run);
    assertThat(slow.answerProperty().get()).isEmpty();
    assertThat(model.tracedProperty().get()).isEmpty();
  }
}
