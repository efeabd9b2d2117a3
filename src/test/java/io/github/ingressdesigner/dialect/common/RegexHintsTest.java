package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.common.RegexFlavor.Result;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegexHintsTest {
  private static final String[] PIECES = {
    "^",
    "$",
    "/",
    "a",
    "b",
    "k",
    "S",
    "A",
    "\u00e9",
    "ab",
    ".",
    "\\.",
    "\\d",
    "\\/",
    "|",
    "(a|b)",
    "(?:k)",
    "(?i)",
    "(",
    ")",
    "[ab]",
    "[^/]",
    "[]a]",
    "[[:alpha:]/]",
    "*",
    "+",
    "?",
    "{2}",
    "{0,1}",
    "{",
    "\\b",
    "\\A",
    "(?!a)",
    "(?=a)",
    "(?i:b)",
    "(?-i:b)",
    "\\Qa|\\E",
    "\\x41",
    "\\101",
    "\\(",
    "(?#x)",
    "[\\]]",
    "[a\\\\]",
    "(?x)",
    "(?m)",
    "(?s)",
    "\\n",
    "(/[(])",
    "(ab|[kS])",
    "(/|$)",
    "|^/",
    "(a|)",
    "[aA]",
    "(?<n>b|a+)",
    "(?>a|ab)",
    "[a-b]"
  };
  private static final String INPUT = "/aabbkK\u212aSs\u017f.AB\u00e9\u00c91(|x\n";

  private static RegexHints hints(String pattern) {
    return HintReader.read(pattern, false, false);
  }

  @Test
  void literalsAtTheStartAreFound() {
    assertThat(hints("^/api/(v1|v2)/.").starts()).containsExactly("/api/v1/", "/api/v2/");
    assertThat(hints("^/api/v?x.").starts()).containsExactly("/api/vx", "/api/x");
    assertThat(hints("^/api/v*x").starts()).containsExactly("/api/");
    assertThat(hints("^/a\\.b").literal()).isTrue();
    assertThat(hints("^/a.b").literal()).isFalse();
    assertThat(hints("/api").anchored()).isFalse();
    assertThat(HintReader.read("(?i)^/API", false, false).starts()).containsExactly("/api");
  }

  @Test
  void literalsInTheMiddleAreFound() {
    assertThat(hints(".*/users/[0-9]+/edit$").clauses())
        .containsExactly(List.of("/users/"), List.of("/edit"));
    assertThat(hints("[a-z]+/(js|css)/.*[.](js|css)$").clauses())
        .containsExactly(List.of("/js/", "/css/"), List.of(".js", ".css"));
    assertThat(hints(".+ab(x+|y)c+d").clauses()).containsExactly(List.of("abx", "aby"));
  }

  @Test
  void alternativesAtTheTopAreKnownTogether() {
    assertThat(hints("^/ab|^/cd.*").starts()).containsExactly("/ab", "/cd");
    assertThat(hints("^/ab|^/cd.*").anchored()).isTrue();
    assertThat(hints("^/ab|/cd.*").anchored()).isFalse();
    assertThat(hints("^/ab|/cd.*").clauses()).containsExactly(List.of("/ab", "/cd"));
    assertThat(hints("^/ab|.*").clauses()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hintsNeverHideAMatch(RegexFlavor flavor) {
    Random random = new Random(11);
    int matches = 0;
    for (int i = 0; i < 15_000; i++) {
      String pattern = pattern(random);
      if (flavor.compile(pattern, random.nextBoolean()) instanceof Result.Compiled compiled) {
        for (int n = 0; n < 6; n++) {
          String input = UriText.bytes(input(random, pattern));
          boolean finds = withoutHints(compiled.regex()).finds(input);
          matches += finds ? 1 : 0;
          assertThat(compiled.regex().finds(input)).as(pattern + " " + input).isEqualTo(finds);
          assertThat(compiled.regex().matches(input))
              .as(pattern + " " + input)
              .isEqualTo(withoutHints(compiled.regex()).matches(input));
        }
      }
    }
    assertThat(matches).isGreaterThan(3_000);
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder(random.nextInt(3) > 0 ? "^/" : "");
    for (int n = random.nextInt(7); n >= 0; n--) {
      pattern.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return pattern.toString();
  }

  /** Often the letters of the pattern itself, so that there are matches. */
  private static String input(Random random, String pattern) {
    if (random.nextBoolean()) {
      return pattern.replaceAll("[^/A-Za-z0-9.]", "");
    }
    StringBuilder input = new StringBuilder("/");
    for (int n = random.nextInt(6); n > 0; n--) {
      input.append(INPUT.charAt(random.nextInt(INPUT.length())));
    }
    return input.toString();
  }

  /** What the literal stands for, run by an engine. */
  private static RouteRegex plain(RouteRegex regex) {
    RegexHints hints = RegexHints.of(regex);
    Pattern pattern =
        Pattern.compile(
            (hints.anchored() ? "^" : "") + Pattern.quote(hints.starts().getFirst()),
            hints.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
    return new PcreRegex(regex.text(), new PcreSyntax("", false), pattern, RegexHints.NONE);
  }

  private static RouteRegex withoutHints(RouteRegex regex) {
    return switch (regex) {
      case PcreRegex p -> new PcreRegex(p.text(), p.syntax(), p.pattern(), RegexHints.NONE);
      case LinearRegex l -> new LinearRegex(l.text(), l.pattern(), RegexHints.NONE);
      default -> plain(regex);
    };
  }
}
