package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.editor.Finder.Query;
import io.github.ingressdesigner.ui.editor.Finder.Trouble;
import org.junit.jupiter.api.Test;

class FinderTest {
  private static final SourceText TEXT = SourceText.of("api: Api\napi-next: x\n");

  @Test
  void caseCountsOnlyWhenAsked() {
    assertThat(find("api", false, false, false)).isEqualTo(3);
    assertThat(find("api", false, true, false)).isEqualTo(2);
  }

  @Test
  void wholeWordTakesTheHyphenAsPartOfTheWord() {
    assertThat(find("api", false, false, true)).isEqualTo(2);
  }

  @Test
  void plainTextIsNoExpression() {
    assertThat(find("a.i", false, false, false)).isZero();
    assertThat(find("a.i", true, false, false)).isEqualTo(3);
  }

  @Test
  void lineAnchorsMeanLines() {
    assertThat(find("^api", true, true, false)).isEqualTo(2);
  }

  @Test
  void brokenExpressionIsToldNotThrown() {
    assertThat(Finder.find(TEXT, new Query("(", true, false, false)).trouble())
        .isEqualTo(Trouble.SYNTAX);
  }

  @Test
  void exponentialExpressionGivesUp() {
    SourceText text = SourceText.of("a".repeat(29) + "b".repeat(40));
    assertThat(
            Finder.find(text, new Query("a?".repeat(30) + "a".repeat(30), true, false, false))
                .trouble())
        .isEqualTo(Trouble.TOO_SLOW);
  }

  @Test
  void replacementUsesGroups() {
    Query query = new Query("(\\w+): (\\w+)", true, false, false);
    var hits = Finder.find(TEXT, query).hits();
    assertThat(TEXT.apply(Finder.replace(TEXT, query, hits, "$2: $1")).string())
        .isEqualTo("Api: api\napi-x: next\n");
  }

  @Test
  void plainReplacementKnowsNoGroups() {
    Query query = new Query("Api", false, true, false);
    var hits = Finder.find(TEXT, query).hits();
    assertThat(TEXT.apply(Finder.replace(TEXT, query, hits, "$1")).string())
        .isEqualTo("api: $1\napi-next: x\n");
  }

  @Test
  void unknownGroupIsRefused() {
    Query query = new Query("x", true, false, false);
    var hits = Finder.find(TEXT, query).hits();
    assertThatThrownBy(() -> Finder.replace(TEXT, query, hits, "$3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nextAndPreviousGoAround() {
    var result = Finder.find(TEXT, new Query("api", false, false, false));
    assertThat(result.hits().get(result.next(10))).isEqualTo(new TextRange(0, 3));
    assertThat(result.hits().get(result.previous(0))).isEqualTo(new TextRange(9, 12));
  }

  private static int find(String what, boolean regex, boolean matchCase, boolean word) {
    return Finder.find(TEXT, new Query(what, regex, matchCase, word)).hits().size();
  }
}
