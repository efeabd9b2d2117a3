package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.dialect.common.RegexFlavor.Result;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFlavorTest {
  private static RouteRegex regex(RegexFlavor flavor, String text, boolean ignoreCase) {
    Result result = flavor.compile(text, ignoreCase);
    assertThat(result).isInstanceOf(Result.Compiled.class);
    return ((Result.Compiled) result).regex();
  }

  private static RouteRegex pcre(String text) {
    return regex(RegexFlavor.PCRE, text, false);
  }

  private static String refusal(RegexFlavor flavor, String text) {
    Result result = flavor.compile(text, false);
    assertThat(result).as(text).isInstanceOf(Result.Refused.class);
    return ((Result.Refused) result).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^/[[:alpha:]]+$ /abc /ab1",
        "^/[[:^digit:]]+$ /abc /ab1",
        "^/[a[b]+$ /a[b /a]b",
        "^/[]a]+$ /a]a /a[a",
        "^/[^]a]+$ /b /]",
        "^/[a&&b]$ /& /c",
        "^/[a-c-]+$ /a-c /d",
        "^/[\\w.]+$ /a_.9 /a-b",
        "^/[^\\W\\d]+$ /ab /a1",
        "^/[\\x41-\\x43]$ /B /b",
        "^/[\\Qa-c\\E]$ /- /b",
        "^/a{,2}$ /a{,2} /aa",
        "^/a{b}$ /a{b} /ab",
        "^/\\Qa.b\\E+$ /a.bb /axb",
        "^/(?#comment)a$ /a /b",
        "^/(?<n>.)\\k<n>$ /aa /ab",
        "^/(?P<n>.)(?P=n)$ /aa /ab",
        "^/(?'n'.)\\g{n}$ /aa /ab",
        "^/(.)\\g{-1}$ /aa /ab",
        "^/(.)(.)\\2\\1$ /abba /abab",
        "^/a++a$ /x /aaa",
        "^/(?>a|ab)c$ /ac /abc",
        "^/(?!admin) /user /admin",
        "^/a(?i)b(?-i)c$ /aBc /abC",
        "^/(?i:a)b$ /Ab /AB",
        "^/(?U)a+b /aab /b",
        "^/\\x2e\\056\\o{56}$ /... /abc",
        "^/\\p{Lu}\\P{Lu}$ /Aa /aA",
        "^/\\d\\D\\h?$ /1a /11",
        "^/a|^/b /b /c",
        "/a|/b /x/b /c",
        "^/a\\/b\\.c$ /a/b.c /a/bxc",
      })
  void pcreIsReadAsPcre(String pattern, String matching, String other) {
    if (!matching.equals("/x")) {
      assertThat(pcre(pattern).finds(matching)).as(matching).isTrue();
    }
    assertThat(pcre(pattern).finds(other)).as(other).isFalse();
  }

  @Test
  void pcreCountsBytes() {
    assertThat(pcre("^/caf..$").finds(UriText.bytes("/caf\u00e9"))).isTrue();
    assertThat(pcre("^/caf\u00e9$").finds(UriText.bytes("/caf\u00e9"))).isTrue();
    assertThat(regex(RegexFlavor.PCRE, "^/\u00e9$", true).finds(UriText.bytes("/\u00c9")))
        .isFalse();
    assertThat(pcre("^/\\w+$").finds(UriText.bytes("/\u00e9"))).isFalse();
  }

  @Test
  void goAndRustCountCharacters() {
    String path = UriText.bytes("/caf\u00e9/x");
    for (RegexFlavor flavor : new RegexFlavor[] {RegexFlavor.RE2, RegexFlavor.RUST}) {
      Captures captures = regex(flavor, "f(.)/(x)$", false).find(path, 0).orElseThrow();
      assertThat(captures.group(1)).isEqualTo(UriText.bytes("\u00e9"));
      assertThat(captures.group(2)).isEqualTo("x");
      assertThat(captures.start()).isEqualTo(3);
      assertThat(captures.end()).isEqualTo(path.length());
    }
    assertThat(regex(RegexFlavor.RE2, "^/.$", false).finds("/\u00ff")).isTrue();
    assertThat(regex(RegexFlavor.RUST, "^/\\w$", false).finds(UriText.bytes("/\u00e9"))).isTrue();
    assertThat(regex(RegexFlavor.RE2, "^/\\w$", false).finds(UriText.bytes("/\u00e9"))).isFalse();
  }

  @Test
  void dollarOfPcreStandsBeforeALastNewlineToo() {
    assertThat(pcre("^/a$").finds("/a\n")).isTrue();
    assertThat(pcre("^/a$").finds("/a\r\n")).isFalse();
    assertThat(pcre("^/a\\z").finds("/a\n")).isFalse();
    assertThat(pcre("^/a.b").finds("/a\rb")).isTrue();
    assertThat(regex(RegexFlavor.RE2, "^/a$", false).finds("/a\n")).isFalse();
  }

  @Test
  void groupsKeepTheirNumbersAndResetsMoveTheStart() {
    Captures captures = pcre("/x\\K(?<n>b)(c)?\\1(d)").find("/a/xbbd", 1).orElseThrow();
    assertThat(captures.start()).isEqualTo(4);
    assertThat(captures.group(0)).isEqualTo("bbd");
    assertThat(captures.group(1)).isEqualTo("b");
    assertThat(captures.groups().get(2)).isEmpty();
    assertThat(captures.group(3)).isEqualTo("d");
  }

  @Test
  void blanksAndCommentsOfTheExtendedFlagDoNotCount() {
    assertThat(pcre("^(?x) / a # a comment\n [ b] $").finds("/a ")).isTrue();
    assertThat(pcre("^(?x) / a b $").finds("/a b")).isFalse();
  }

  @Test
  void flagsInAGroupEndWithIt() {
    assertThat(pcre("^/((?i)a|b)c$").finds("/Bc")).isTrue();
    assertThat(pcre("^/((?i)a|b)c$").finds("/BC")).isFalse();
    assertThat(regex(RegexFlavor.PCRE, "^/(?^)a$", true).finds("/A")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a(",
        "/a)",
        "/[a",
        "*a",
        "/a{3,2}",
        "/(?<n>a)(?<n>b)",
        "/\\y",
        "/\\2(a)",
        "/[z-a]",
        "/[\\d-z]",
        "/[[:foo:]]",
        "/\\",
        "/(?Z)",
        "/\\x{100}",
        "/\\p{Foo}",
        "/(?<=a*)b"
      })
  void pcreRefusesWhatPcreRefuses(String pattern) {
    assertThat(refusal(RegexFlavor.PCRE, pattern)).contains(pattern).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(a)(?(1)b|c)",
        "/(?R)",
        "/(a)(?1)",
        "/(?|a|b)",
        "(*UTF)/a",
        "/\\X",
        "/(?<n>a)\\g<n>"
      })
  void whatIsNotModelledIsSaidToBeSo(String pattern) {
    assertThat(refusal(RegexFlavor.PCRE, pattern)).contains("does not model");
  }

  @ParameterizedTest
  @EnumSource(names = {"RE2", "RUST"})
  void linearEnginesRefuseLookAroundAndBackReferences(RegexFlavor flavor) {
    assertThat(refusal(flavor, "/(?!a)b")).contains("look-ahead");
    assertThat(refusal(flavor, "/(?<=a)b")).contains("look-behind");
    assertThat(refusal(flavor, "/(a)\\1")).contains("refers back");
    assertThat(refusal(flavor, "/(?>a)")).contains("atomic");
    assertThat(refusal(flavor, "/(a")).contains("missing closing )");
    assertThat(refusal(flavor, "/a\\Z")).endsWith(".");
    assertThat(refusal(flavor, "/((a{100}){100}){100}")).contains("1000");
  }

  @Test
  void rustReadsBracesAndClassesItsOwnWay() {
    assertThat(refusal(RegexFlavor.RUST, "/a{b")).contains("\\{");
    assertThat(refusal(RegexFlavor.RUST, "/[a-z&&[^b]]")).contains("does not model");
    assertThat(refusal(RegexFlavor.RUST, "/\\Qa\\E")).contains("\\Q");
    assertThat(regex(RegexFlavor.RUST, "^/[\\d-]{2}\\u{41}\\x42[]x]$", false).finds("/1-AB]"))
        .isTrue();
    assertThat(regex(RegexFlavor.RE2, "^/a{b$", false).finds("/a{b")).isTrue();
  }

  @Test
  void anExpressionThatTriesTooManyWaysIsStopped() {
    assertThatThrownBy(() -> pcre("^/(a*)*\\1(a*)*(a*)*c$").finds("/" + "a".repeat(400)))
        .isInstanceOf(RegexStoppedException.class)
        .hasMessageContaining("(a*)*");
    assertThatThrownBy(() -> pcre("^/(?:ab|b)*c$").finds("/" + "ab".repeat(200_000)))
        .isInstanceOf(RegexStoppedException.class);
    assertThat(regex(RegexFlavor.RE2, "^/(a+)+$", false).finds("/" + "a".repeat(60) + "!"))
        .isFalse();
  }
}
