package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.editor.Brackets.Pair;
import org.junit.jupiter.api.Test;

class BracketsTest {
  @Test
  void pairIsFoundFromBothSidesAndAcrossLines() {
    SourceText text = SourceText.of("a: {b: [1,\n  2], c: '}'}\n");
    assertThat(Brackets.at(text, 3)).contains(new Pair(3, 23));
    assertThat(Brackets.at(text, 24)).contains(new Pair(3, 23));
    assertThat(Brackets.at(text, 7)).contains(new Pair(7, 14));
  }

  @Test
  void bracketInAStringHasNoPair() {
    assertThat(Brackets.at(SourceText.of("a: {c: '}'}\n"), 8)).isEmpty();
  }

  @Test
  void openBracketHasNoPair() {
    assertThat(Brackets.at(SourceText.of("a: {b: 1\n"), 3)).isEmpty();
  }
}
