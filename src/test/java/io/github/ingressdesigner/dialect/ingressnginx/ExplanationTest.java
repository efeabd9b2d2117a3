package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static List<String> reasons(Ask ask, String url) {
    return ask.explain(url).trace().steps().stream().map(Trace.Step::reason).toList();
  }

  @Test
  void aBadRequestIsToldApart() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/ Prefix a");
    assertThat(reasons(ask, "http://a.example/%zz").getFirst()).contains("hexadecimal");
    assertThat(reasons(ask, "http://a.example/..").getFirst()).contains("above the root");
    assertThat(reasons(ask, "http://a..example/").getFirst()).contains("host");
  }

  @Test
  void whatWasNormalisedStandsFirst() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/ü Prefix a");
    assertThat(reasons(ask, "http://A.example//%C3%BC").getFirst())
        .contains("a.example")
        .contains("/ü");
  }

  @Test
  void regexModeNamesWhoseAnnotationCausesIt() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of(), "a.example/x Prefix a")
            .ingress("b", Map.of("use-regex", "true"), "a.example/y.* ImplementationSpecific b");
    assertThat(reasons(ask, "http://a.example/xyz"))
        .anyMatch(reason -> reason.contains("use-regex of default/b"));
  }

  @Test
  void theGeneratedLocationStandsBesideThePath() {
    Ask ask = new Ask().ingress("a", Map.of(), "a.example/x Prefix a");
    assertThat(generated(ask, "http://a.example/x")).containsExactly("location = \"/x\"");
    assertThat(generated(ask, "http://a.example/x/y")).containsExactly("location \"/x/\"");
    Ask regex = new Ask().ingress("a", Map.of("use-regex", "true"), "a.example/x Prefix a");
    assertThat(generated(regex, "http://a.example/x")).containsExactly("location ~* \"^/x\"");
  }

  private static List<String> generated(Ask ask, String url) {
    return ask.explain(url).trace().steps().stream()
        .filter(Trace.PathStep.class::isInstance)
        .map(step -> ((Trace.PathStep) step).generated().orElseThrow())
        .toList();
  }

  @Test
  void leftOutIngressesOfOtherHostsAreNotTold() {
    Ask ask =
        new Ask()
            .ingress("a", Map.of(), "a.example/ Prefix a")
            .ingress("s", Map.of("server-snippet", "x"), "s.example/ Prefix s");
    assertThat(reasons(ask, "http://a.example/")).noneMatch(r -> r.contains("server-snippet"));
    assertThat(reasons(ask, "http://s.example/")).anyMatch(r -> r.contains("server-snippet"));
  }

  @Test
  void theImplicitLocationNamesWhoseAnnotationsItCarries() {
    Ask ask =
        new Ask().ingress("a", Map.of("permanent-redirect", "https://p"), "a.example/x Prefix a");
    assertThat(reasons(ask, "http://a.example/none"))
        .anyMatch(r -> r.contains("annotations of default/a"));
  }

  @Test
  void onlyAnnotationsThatCountAreEffects() {
    Ask ask =
        new Ask()
            .ingress(
                "a",
                Map.of("use-regex", "false", "rewrite-target", "/n", "canary-weight", "20"),
                "a.example/ Prefix a")
            .ingress(
                "c",
                Map.of("canary", "true", "canary-weight", "20", "rewrite-target", "/m"),
                "a.example/ Prefix c");
    assertThat(ask.table().effects())
        .extracting(RouteTable.Effect::label)
        .containsExactlyInAnyOrder("rewrite /n", "canary", "weight 20");
  }
}
