package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteEditsTest {
  private static final FileId FILE = new FileId("/w/shop.routes.yaml");
  private static final ResourceId SUITE = ResourceId.whole(FILE, new DocumentId(0));
  private static final String HEAD =
      """
      # Keep me.
      controller: kubernetes-spec
      manifests:
      - shop.yaml
      """;

  @Test
  void firstTestBeginsTheRoutes() {
    assertThat(added(HEAD, test("GET", "https://shop.example/api", Map.of(), api("/api"))))
        .isEqualTo(HEAD + "routes:\n  https://shop.example/api: api:8080\n");
  }

  @Test
  void nextTestStandsBehindTheOthersAndTheirComments() {
    String text = HEAD + "routes:\n    http://a/: web # the page\n    # the rest\n";
    assertThat(added(text, test("POST", "https://a/b", Map.of(), api("/v1"))))
        .isEqualTo(
            HEAD
                + "routes:\n    http://a/: web # the page\n"
                + "    POST https://a/b: api:8080 as /v1\n    # the rest\n");
  }

  @Test
  void statusIsWrittenAsANumber() {
    Outcome none = new Outcome.Status(404, Optional.empty());
    assertThat(added(HEAD, test("GET", "https://a/b", Map.of(), none)))
        .endsWith("routes:\n  https://a/b: 404\n");
  }

  @Test
  void testWithHeadersIsWrittenInTheLongForm() {
    Map<String, List<String>> headers = Map.of("X-A", List.of("1"), "X-B", List.of("x", "y"));
    assertThat(added(HEAD, test("GET", "https://a/b", headers, api("/b"))))
        .isEqualTo(
            HEAD
                + """
                requests:
                - request:
                    url: https://a/b
                    headers:
                      X-A: "1"
                      X-B:
                      - x
                      - "y"
                  expect:
                    service: api
                    port: 8080
                """);
  }

  @Test
  void suiteThatHasOnlyLongTestsGetsAnotherLongOneInItsManner() {
    String text =
        HEAD + "requests:\n- request: {url: \"http://a/\"}\n  expect: {service: web, port: 80}\n";
    assertThat(added(text, test("GET", "https://a/b", Map.of(), api("/b"))))
        .isEqualTo(
            text + "- request: {url: \"https://a/b\"}\n  expect: {service: api, port: 8080}\n");
  }

  @Test
  void sharesAreWrittenInTheShortForm() {
    Outcome.Split split =
        new Outcome.Split(
            List.of(
                new Outcome.Split.Option(api("/b"), Optional.of(0.875)),
                new Outcome.Split.Option(
                    new Outcome.Status(503, Optional.empty()), Optional.of(0.125))));
    assertThat(added(HEAD, test("GET", "https://a/b", Map.of(), split)))
        .endsWith("  https://a/b: 87.5 % api:8080 or 12.5 % 503\n");
  }

  @Test
  void mendingChangesTheAnswerAloneAndSaysNoMoreThanWasSaid() {
    String text = HEAD + "routes:\n  http://a/x: web # why\n  http://a/y: web\n";
    assertThat(mended(text, 0, api("/x")))
        .isEqualTo(HEAD + "routes:\n  http://a/x: api # why\n  http://a/y: web\n");
  }

  @Test
  void mendingKeepsTheQuotes() {
    String text = HEAD + "routes:\n  \"http://a/x\": 'web:80'\n";
    assertThat(mended(text, 0, api("/x")))
        .isEqualTo(HEAD + "routes:\n  \"http://a/x\": 'api:8080'\n");
  }

  @Test
  void mendingALongTestChangesTheFieldsThatDiffer() {
    String text =
        HEAD
            + """
            requests:
            - request: {url: "http://a/x"}
              expect:
                service: web # the page
                port: 8080
                upstreamPath: /x
            """;
    assertThat(mended(text, 0, api("/x"))).isEqualTo(text.replace("service: web", "service: api"));
  }

  @Test
  void mendingToAnotherKindOfAnswerReplacesTheExpectation() {
    String text =
        HEAD + "requests:\n- request: {url: \"http://a/x\"}\n  expect: {service: web}\n  why: so\n";
    assertThat(mended(text, 0, new Outcome.Redirect("https://a/x", 308, Optional.empty())))
        .isEqualTo(
            HEAD
                + "requests:\n- request: {url: \"http://a/x\"}\n"
                + "  expect: {redirect: https://a/x, status: 308}\n  why: so\n");
  }

  @Test
  void shortTestWhoseAnswerHasNoShortFormBecomesALongOne() {
    String text = HEAD + "routes:\n  http://a/x: web\n  http://a/y: web\n";
    Outcome odd =
        new Outcome.ToBackend(
            ServiceBackend.of("1api", Port.parse("80")),
            Optional.empty(),
            Optional.empty(),
            "/x",
            Optional.empty());
    assertThat(mended(text, 0, odd))
        .isEqualTo(
            HEAD
                + "routes:\n  http://a/y: web\n"
                + "requests:\n- request:\n    url: http://a/x\n  expect:\n    service: 1api\n");
  }

  @Test
  void whatIsWrittenIsReadAsTheSameTest() {
    NewTest test =
        NewTest.of(
                Request.of("PUT", "http://a:8080/x?y=1", Map.of("Host", List.of("b"))),
                new Outcome.ControllerDefault(404))
            .orElseThrow();
    String text = added(Suites.MANIFEST.replace("requests:\n", ""), test);
    Suite.Case read = Suites.ready(text).cases().getFirst();
    assertThat(read.request())
        .isEqualTo(Request.of("PUT", "http://a:8080/x?y=1", Map.of("Host", List.of("b"))));
    assertThat(read.expectation()).isEqualTo(new Expectation.Answer(404));
  }

  private static Outcome api(String path) {
    return new Outcome.ToBackend(
        ServiceBackend.of("api", Port.parse("8080")),
        Optional.of("default/shop"),
        Optional.empty(),
        path,
        Optional.empty());
  }

  private static NewTest test(
      String method, String url, Map<String, List<String>> headers, Outcome outcome) {
    return NewTest.of(Request.of(method, url, headers), outcome).orElseThrow();
  }

  private static String added(String text, NewTest test) {
    return planned(text, SuiteEdits.add(tree(text), SUITE, test, "Add test"));
  }

  private static String mended(String text, int index, Outcome outcome) {
    String whole = text.replace("manifests:\n- shop.yaml\n", "manifests: |\n  kind: Ingress\n");
    Suite.Case test = Suites.ready(whole).cases().get(index);
    return planned(text, SuiteEdits.mend(SUITE, test, outcome, "Mend test").orElseThrow());
  }

  private static YamlTree tree(String text) {
    return ((ReadResult.Parsed) new YamlReader().read(text)).tree();
  }

  private static String planned(String text, Intent intent) {
    PlanContext context =
        new PlanContext(
            Map.of(
                FILE,
                new PlanContext.PlanFile(
                    SourceText.of(text),
                    true,
                    List.of(
                        new PlanContext.PlanDocument(
                            new DocumentId(0),
                            new TextRange(0, text.length()),
                            new YamlReader().read(text))))));
    Plan plan = new IntentPlanner().plan(intent, context);
    assertThat(plan).isInstanceOf(Plan.Ready.class);
    return SourceText.of(text).apply(((Plan.Ready) plan).edits().get(FILE)).string();
  }
}
