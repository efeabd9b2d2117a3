package io.github.ingressdesigner.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void refusesCarriageReturns() {
    assertThatThrownBy(() -> SourceText.of("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesInsertedCarriageReturns() {
    TextEdits edits = TextEdits.of(TextEdit.insert(0, "x\r\n"));
    assertThatThrownBy(() -> SourceText.of("a").apply(edits))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToRemoveWhatIsNotThere() {
    TextEdits edits = TextEdits.of(new TextEdit(0, "b", ""));
    assertThatThrownBy(() -> SourceText.of("a").apply(edits))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lineIndexAfterEditsEqualsThatOfTheFinalText() {
    Random random = new Random(1);
    for (int round = 0; round < 3_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(30)));
      SourceText after = before.apply(TextSamples.edits(random, before.string()));
      assertThat(after.lines()).as(after.string()).isEqualTo(LineIndex.of(after.string()));
    }
  }

  @Test
  void inverseEditsGiveTheTextBack() {
    Random random = new Random(2);
    for (int round = 0; round < 3_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(30)));
      TextEdits edits = TextSamples.edits(random, before.string());
      assertThat(before.apply(edits).apply(edits.inverse()).string()).isEqualTo(before.string());
    }
  }

  @Test
  void touchingEditsJoinToOneThatDoesTheSame() {
    Random random = new Random(3);
    int joined = 0;
    for (int round = 0; round < 5_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(12)));
      TextEdit first = TextSamples.edits(random, before.string()).edits().getFirst();
      SourceText middle = before.apply(TextEdits.of(first));
      TextEdit second = TextSamples.edits(random, middle.string()).edits().getFirst();
      String after = middle.apply(TextEdits.of(second)).string();
      var both = first.then(second);
      if (both.isPresent()) {
        joined++;
        assertThat(before.apply(TextEdits.of(both.get())).string()).isEqualTo(after);
      }
    }
    assertThat(joined).isGreaterThan(1_000);
  }

  @Test
  void editsApartDoNotJoin() {
    assertThat(TextEdit.insert(0, "ab").then(TextEdit.insert(3, "c"))).isEmpty();
  }
}
