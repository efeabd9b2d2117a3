package io.github.ingressdesigner.dialect.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions on small sets of rules: {@code host type path service} a line. */
class SpecTableTest {
  private static final String SHOP =
      """
      shop.example.com Prefix / web
      shop.example.com Prefix /api api
      shop.example.com Prefix /api/v2 api-next
      shop.example.com Exact /pay pay
      *.example.com Prefix / tenant
      """;

  @Test
  void traceOfTheShopSaysWhyEachCandidateWonOrLost() {
    assertThat(lines(explain(table(SHOP), "https://shop.example.com/api/v1/items?x=1")))
        .containsExactly(
            "host shop.example.com WINS The host is equal.",
            "host *.example.com BEATEN An exact host beats the wildcard, so *.example.com is not"
                + " asked.",
            "1 EXACT /pay NO_MATCH The whole path would have to be /pay.",
            "2 PREFIX /api/v2 NO_MATCH Its second element is v2; the request has v1.",
            "3 PREFIX /api WINS Element api is equal, and no longer path matches. /apiary would not"
                + " match.",
            "4 PREFIX / BEATEN Every path begins with /, but /api is longer.",
            "note No rewrite, no redirect.",
            "note No certificate is listed for shop.example.com.");
  }

  @Test
  void prefixApiDoesNotTakeApiaryAndSaysWhy() {
    Decision decision = explain(table("h Prefix /api api"), "http://h/apiary");
    assertThat(decision.outcome()).isEqualTo(new Outcome.ControllerDefault(404));
    assertThat(lines(decision))
        .contains(
            "1 PREFIX /api NO_MATCH Its first element is api; the request has apiary: Prefix"
                + " compares whole elements.");
  }

  @Test
  void winnerPointsAtItsPlace() {
    Decision decision = explain(table(SHOP), "http://shop.example.com/api");
    Outcome.ToBackend answer = (Outcome.ToBackend) decision.outcome();
    assertThat(answer.at().orElseThrow().path()).hasToString("spec.rules[1].http.paths[0]");
    assertThat(answer.owner()).contains("default/t");
    assertThat(answer.upstreamPath()).isEqualTo("/api");
  }

  @Test
  void exactGoesBeforePrefixOfTheSamePath() {
    String rules = "h Prefix /foo p\nh Exact /foo e";
    assertThat(service(rules, "http://h/foo")).isEqualTo("e:80");
    assertThat(lines(explain(table(rules), "http://h/foo")))
        .contains(
            "2 PREFIX /foo BEATEN Element foo is equal, but Exact goes before Prefix at the same"
                + " length.");
  }

  @Test
  void exactGoesBeforePrefixWithASlashMore() {
    assertThat(service("h Prefix /foo/ p\nh Exact /foo e", "http://h/foo")).isEqualTo("e:80");
  }

  @Test
  void longestPrefixWinsByElements() {
    assertThat(service("h Prefix /a/b two\nh Prefix /abcdefgh one", "http://h/a/b/c"))
        .isEqualTo("two:80");
  }

  @Test
  void unmatchedPathsOfAnExactHostAreNotOfferedToTheWildcard() {
    Decision decision =
        explain(table("a.b Prefix /x x\n*.b Prefix / w\n- Prefix / any"), "http://a.b/y");
    assertThat(decision.outcome()).isEqualTo(new Outcome.ControllerDefault(404));
    assertThat(decision.confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(lines(decision).toString()).contains("a controller may ask it");
  }

  @Test
  void rulesWithoutHostComeLast() {
    String rules = "- Prefix / any\n*.b Prefix / w";
    assertThat(service(rules, "http://a.b/")).isEqualTo("w:80");
    assertThat(service(rules, "http://c/")).isEqualTo("any:80");
  }

  @Test
  void samePathTwiceIsATie() {
    Decision decision = explain(table("h Prefix /x one\nh Prefix /x two"), "http://h/x/y");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Split.class,
            split ->
                assertThat(split.options())
                    .extracting(option -> service(option.outcome()))
                    .containsExactly("one:80", "two:80"));
    assertThat(decision.confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void samePathTwiceWithOneBackendIsNoTie() {
    assertThat(service("h Prefix /x one\nh Prefix /x one", "http://h/x")).isEqualTo("one:80");
  }

  @Test
  void implementationSpecificIsComparedLikePrefixAndNotTrusted() {
    Decision decision = explain(table("h ImplementationSpecific /x i"), "http://h/x/y");
    assertThat(service(decision.outcome())).isEqualTo("i:80");
    assertThat(decision.confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(lines(decision).toString()).contains("its own way");
  }

  @Test
  void regularExpressionThatMightMatchLowersTheConfidence() {
    String rules = "h ImplementationSpecific /x(/|$)(.*) i\nh Prefix / p";
    assertThat(explain(table(rules), "http://h/x/y").confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(explain(table(rules), "http://h/y").confidence()).isEqualTo(Confidence.EXACT);
  }

  @Test
  void prefixGoesBeforeImplementationSpecificOfTheSamePath() {
    assertThat(service("h ImplementationSpecific /x i\nh Prefix /x p", "http://h/x"))
        .isEqualTo("p:80");
  }

  @Test
  void emptyAndMissingPathsTakeEveryRequest() {
    Resources resources =
        Manifests.read(
            """
            kind: Ingress
            metadata: {name: t}
            spec:
              rules:
              - host: h
                http:
                  paths:
                  - backend: {service: {name: s, port: {number: 80}}}
            """);
    RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
    assertThat(service(explain(table, "http://h/any").outcome())).isEqualTo("s:80");
    assertThat(lines(explain(table, "http://h/any")).toString()).contains("has no pathType");
  }

  @Test
  void pathWithoutSlashMatchesNothing() {
    assertThat(find(table("h Prefix x s\nh Exact x s"), "http://h/x"))
        .isEqualTo(new Outcome.ControllerDefault(404));
  }

  static RouteTable table(String rules) {
    return Dialects.SPEC.compile(Manifests.read(yaml(rules)), Optional.empty());
  }

  static String yaml(String rules) {
    StringBuilder yaml = new StringBuilder("kind: Ingress\nmetadata: {name: t}\nspec:\n  rules:\n");
    for (String line : rules.lines().toList()) {
      String[] word = line.split(" ");
      yaml.append("  - ").append(word[0].equals("-") ? "" : "host: \"" + word[0] + "\"\n    ");
      yaml.append("http: {paths: [{pathType: ").append(word[1]);
      yaml.append(", path: \"").append(word[2]).append("\", backend: {service: {name: ");
      yaml.append(word[3]).append(", port: {number: 80}}}}]}\n");
    }
    return yaml.toString();
  }

  static Outcome find(RouteTable table, String url) {
    return table.find(Request.of("GET", url, Map.of()));
  }

  static Decision explain(RouteTable table, String url) {
    return table.explain(Request.of("GET", url, Map.of()));
  }

  private static String service(String rules, String url) {
    return service(find(table(rules), url));
  }

  static String service(Outcome outcome) {
    return outcome instanceof Outcome.ToBackend answer
        ? answer.backend().display()
        : outcome.toString();
  }

  static List<String> lines(Decision decision) {
    return decision.trace().steps().stream().map(SpecTableTest::line).toList();
  }

  private static String line(Step step) {
    return switch (step) {
      case Trace.HostStep(String host, Trace.Verdict verdict, String reason, _) ->
          "host " + host + " " + verdict + " " + reason;
      case Trace.PathStep path ->
          path.rank()
              + " "
              + path.type()
              + " "
              + path.path()
              + " "
              + path.verdict()
              + " "
              + path.reason();
      case Trace.DefaultStep(String backend, Trace.Verdict verdict, String reason, _) ->
          "default " + backend + " " + verdict + " " + reason;
      case Trace.RequestStep(String reason) -> "request " + reason;
      case Trace.RewriteStep rewrite -> "rewrite " + rewrite.reason();
      case Trace.NoteStep(String reason, _) -> "note " + reason;
    };
  }
}
