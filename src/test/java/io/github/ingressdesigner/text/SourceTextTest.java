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
  void editsAfterEditsDoTheSameAsOneList() {
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(12)));
      TextEdits first = TextSamples.edits(random, before.string());
      SourceText middle = before.apply(first);
      TextEdits second = TextSamples.edits(random, middle.string());
      String after = middle.apply(second).string();
      assertThat(before.apply(first.then(second)).string()).isEqualTo(after);
    }
  }

  @Test
  void editsThatTouchBecomeOne() {
    TextEdits typed = TextEdits.of(TextEdit.insert(4, "ab"));
    TextEdits erased = TextEdits.of(new TextEdit(3, "xab", "y"));
    assertThat(typed.then(erased)).isEqualTo(TextEdits.of(new TextEdit(3, "x", "y")));
  }

  @Test
  void editsApartStayTwo() {
    TextEdits first = TextEdits.of(TextEdit.insert(0, "ab"));
    assertThat(first.then(TextEdits.of(TextEdit.insert(3, "c"))).edits()).hasSize(2);
  }
}
