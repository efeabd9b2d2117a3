package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocationsTest {
  private static final Map<String, String> REGEX = Map.of("use-regex", "true");

  @Test
  void bytesNotLettersDecideWhichPathIsLongest() {
    Ask ask =
        new Ask().ingress("a", REGEX, "a.example/aaa Prefix ascii", "a.example/.ü Prefix bytes");
    assertThat(ask.get("http://a.example/a%C3%BC")).isEqualTo("bytes /a%C3%BC");
    assertThat(ask.get("http://a.example/aaa")).isEqualTo("ascii /aaa");
  }

  @Test
  void twoExactRootsOfOneHostAreRefused() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of(), "a.example/ Exact a")
            .ingress("b", Map.of(), "a.example/ Exact b");
    assertThat(ask.get("http://other.example/")).isEqualTo("rejected");
  }

  @Test
  void aHostThatAnswers403AnywayBreaksNothing() {
    Ask ask =
        new Ask()
            .ingress("t", Map.of("auth-tls-secret", "default/none"), "a.example/t Prefix t")
            .ingress("a", Map.of(), "a.example/ Exact a")
            .ingress("b", Map.of(), "a.example/ Exact b");
    assertThat(ask.get("http://a.example/t")).isEqualTo("403");
  }

  @Test
  void theSlashIsAddedWithTheQueryButNotWithAnEmptyOne() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/foo/ Exact a");
    assertThat(ask.get("http://a.example/foo?x=1")).isEqualTo("301 http://a.example/foo/?x=1");
    assertThat(ask.get("http://a.example/foo?")).isEqualTo("301 http://a.example/foo/");
    assertThat(ask.get("http://a.example/foo#f?x")).isEqualTo("301 http://a.example/foo/");
  }

  @Test
  void noSlashIsAddedForADeniedLocation() {
    Ask ask =
        new Ask().ingress("a", Map.of("denylist-source-range", "x"), "a.example/foo/ Exact a");
    assertThat(ask.get("http://a.example/foo")).isEqualTo("503");
    assertThat(ask.get("http://a.example/foo/")).isEqualTo("503");
  }

  @Test
  void relativeRedirectsMayBeSwitchedOnForAllOrForOneIngress() {
    Ask one =
        new Ask().ingress("a", Map.of("relative-redirects", "true"), "a.example/foo/ Exact a");
    assertThat(one.get("http://a.example/foo")).isEqualTo("301 /foo/");
    Ask all = new Ask().ingress("a", Map.of(), "a.example/foo/ Exact a");
    assertThat(all.set("relative-redirects", "true").get("http://a.example/foo"))
        .isEqualTo("301 /foo/");
  }

  @Test
  void aQuoteInAnExpressionBreaksTheConfiguration() {
    Ask ask = new Ask().ingress("a", REGEX, "a.example/a\"b ImplementationSpecific a");
    assertThat(ask.get("http://a.example/")).isEqualTo("rejected");
  }

  @Test
  void twoBackslashesInAnExpressionAreOneForNginx() {
    Ask ask = new Ask().ingress("a", REGEX, "a.example/v\\\\d ImplementationSpecific a");
    assertThat(ask.get("http://a.example/v1")).isEqualTo("a /v1");
  }

  @Test
  void aPathThatIsDeniedShadowsShorterOnes() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of(), "a.example/ Prefix a")
            .ingress("b", Map.of("auth-url", "no-url"), "a.example/b Prefix b");
    assertThat(ask.get("http://a.example/b/c")).isEqualTo("503");
    assertThat(ask.get("http://a.example/c")).isEqualTo("a /c");
  }

  @Test
  void theStepsStandInTheOrderInWhichTheTableListsThePaths() {
    Ask ask =
        new Ask()
            .ingress(
                "a",
                Map.of(),
                "a.example/ Prefix web",
                "a.example/api Prefix api",
                "a.example/api/v2 Prefix next",
                "a.example/pay Exact pay");
    List<Location> listed =
        ask.table().hosts().stream()
            .filter(host -> host.host().equals("a.example"))
            .flatMap(host -> host.routes().stream())
            .map(RouteTable.Route::at)
            .toList();
    assertThat(ask.explain("http://a.example/api/x").trace().steps())
        .filteredOn(Trace.PathStep.class::isInstance)
        .extracting(step -> ((Trace.PathStep) step).at())
        .isEqualTo(listed);
  }
}
