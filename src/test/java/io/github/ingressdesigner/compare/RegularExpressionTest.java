package io.github.ingressdesigner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^/a", "/a$", "^/a$", "^/a(/|$)(.*)", "^/(a|b)/[0-9]+", "/a.b", "^/a|/b$", "(?:^/a|b)c",
        "^/[^/]+/a?$", "^/a{2,3}b", "^(/a)*$", "^/\\w+/\\d", "[a-c]b*?", "(^|/)b($|/)", "^/a\\.b",
            ""
      })
  void findsWhatJavaFinds(String expression) {
    Pattern java = Pattern.compile(expression);
    Automaton found = RegularExpression.of(expression, false, false).orElseThrow();
    Automaton folded = RegularExpression.of(expression, true, false).orElseThrow();
    Automaton whole = RegularExpression.of(expression, false, true).orElseThrow();
    Pattern javaFolded = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      String text = text(random);
      assertThat(found.run(text)).as(text).isEqualTo(java.matcher(text).find());
      assertThat(folded.run(text)).as(text).isEqualTo(javaFolded.matcher(text).find());
      assertThat(whole.run(text)).as(text).isEqualTo(java.matcher(text).matches());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("/");
    for (int i = random.nextInt(7); i > 0; i--) {
      text.append("aAbc0/./".charAt(random.nextInt(8)));
    }
    return text.toString();
  }

  @Test
  void whatIsNotRegularHasNoAutomaton() {
    for (String expression :
        List.of("(?!a)b", "(a)\\1", "a++", "\\bfoo", "(?<=a)b", "[[:alpha:]]")) {
      assertThat(RegularExpression.of(expression, false, false))
          .as(expression)
          .isEqualTo(Optional.empty());
    }
  }

  @Test
  void whatCannotBeReadHasNoAutomaton() {
    for (String expression : List.of("(a", "a)", "[a", "*a", "a\\")) {
      assertThat(RegularExpression.of(expression, false, false))
          .as(expression)
          .isEqualTo(Optional.empty());
    }
  }
}
