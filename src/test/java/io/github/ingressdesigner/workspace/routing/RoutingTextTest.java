package io.github.ingressdesigner.workspace.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintConfig.Level;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingTextTest {
  private static final String TEXT =
      """
      # ours
      controller: kong # since May
      settings:
        kong:
          router_flavor: expressions # the chart's
        traefik:
          strictPrefixMatching: "true"
      """;

  private static final RoutingSettings SETTINGS =
      new RoutingSettings(
          Optional.of("kong"),
          Map.of(
              "kong", DialectConfig.of("router_flavor", "expressions"),
              "traefik", DialectConfig.of("strictPrefixMatching", "true")));

  @Test
  void readsControllerAndSettings() {
    assertThat(RoutingText.read(TEXT).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void writingWhatItSaysChangesNothing() {
    assertThat(RoutingText.write(TEXT, SETTINGS)).isEqualTo(TEXT);
  }

  @Test
  void aChangedValueIsTheOnlyChange() {
    RoutingSettings changed =
        SETTINGS
            .withController(Optional.of("traefik"))
            .with("kong", DialectConfig.of("router_flavor", "traditional"));
    assertThat(RoutingText.write(TEXT, changed))
        .isEqualTo(
            TEXT.replace("controller: kong", "controller: traefik")
                .replace("expressions #", "traditional #"));
  }

  @Test
  void aNewSettingIsReadAgainAndKeepsTheHead() {
    RoutingSettings changed =
        SETTINGS.with("ingress-nginx", new DialectConfig(Map.of("use-forwarded-headers", "true")));
    String text = RoutingText.write(TEXT, changed);
    assertThat(text).startsWith("# ours\ncontroller: kong\n").contains("\"true\"");
    assertThat(RoutingText.read(text).settings()).isEqualTo(changed);
  }

  @Test
  void settingsSetBackLeaveTheController() {
    RoutingSettings changed =
        SETTINGS.with("kong", DialectConfig.NONE).with("traefik", DialectConfig.NONE);
    assertThat(RoutingText.write(TEXT, changed)).isEqualTo("# ours\ncontroller: kong\n");
  }

  @Test
  void aNewFileSaysWhatItIsFor() {
    String text = RoutingText.write("", SETTINGS);
    assertThat(text).startsWith("# How Ingress Designer routes");
    assertThat(RoutingText.read(text).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void whatCannotBeReadIsNamedWithItsLine() {
    assertThat(RoutingText.read("controller: kong\nsettings:\n  kong: [a]\n").problem())
        .hasValueSatisfying(p -> assertThat(p).startsWith("line 3: "));
  }

  @Test
  void readsVersionAndLevelsOfRules() {
    String text = "lint:\n  kubernetes-version: 1.37\n  rules:\n    path-case: off\n    b: error\n";

    assertThat(RoutingText.read(text).settings().lint())
        .isEqualTo(
            new LintConfig(
                Map.of("path-case", Level.OFF, "b", Level.ERROR),
                Optional.of(new KubeVersion(37))));
  }

  @Test
  void unknownLevelIsToldWithItsLine() {
    assertThat(RoutingText.read("lint:\n  rules:\n    path-case: never\n").problem())
        .hasValue("line 3: The level of a rule is error, warning, info or off.");
  }

  @Test
  void aChangedRuleLeavesTheRestAsItIs() {
    LintConfig lint = LintConfig.DEFAULT.with("path-case", Optional.of(Level.OFF));

    String text = RoutingText.write(TEXT, SETTINGS.with(lint));

    assertThat(text).startsWith(TEXT).endsWith("lint:\n  rules:\n    path-case: \"off\"\n");
    assertThat(RoutingText.read(text).settings()).isEqualTo(SETTINGS.with(lint));
  }

  @Test
  void aNewSettingKeepsTheRules() {
    LintConfig lint = LintConfig.DEFAULT.with("path-case", Optional.of(Level.OFF));
    String before = RoutingText.write(TEXT, SETTINGS.with(lint));
    RoutingSettings changed =
        SETTINGS.with(lint).with("contour", DialectConfig.of("disable-http2", "true"));

    assertThat(RoutingText.read(RoutingText.write(before, changed)).settings()).isEqualTo(changed);
  }

  @Test
  void theLastRuleTakesTheSectionAlong() {
    LintConfig lint = LintConfig.DEFAULT.with("path-case", Optional.of(Level.OFF));
    String before = RoutingText.write(TEXT, SETTINGS.with(lint));

    assertThat(RoutingText.write(before, SETTINGS)).isEqualTo(TEXT);
  }
}
