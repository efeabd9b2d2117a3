package io.github.ingressdesigner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextSamples;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static TextEdits edits(String before, String after) {
    return LineDiff.edits(SourceText.of(before), SourceText.of(after));
  }

  @Test
  void onlyLinesThatDifferAreReplaced() {
    assertThat(edits("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"))
        .isEqualTo(TextEdits.of(new TextEdit(2, "b\n", "B\n"), TextEdit.insert(8, "e\n")));
  }

  @Test
  void equalTextsHaveNoEdits() {
    assertThat(edits("a\nb", "a\nb").isEmpty()).isTrue();
  }

  @Test
  void editsMakeOneTextOfTheOther() {
    Random random = new Random(4);
    for (int round = 0; round < 3_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(30)));
      SourceText after = SourceText.of(TextSamples.text(random, random.nextInt(30)));
      assertThat(before.apply(LineDiff.edits(before, after)).string()).isEqualTo(after.string());
    }
  }

  @Test
  void textsWithNothingInCommonAreReplacedAtOnce() {
    StringBuilder before = new StringBuilder("same\n");
    StringBuilder after = new StringBuilder("same\n");
    for (int i = 0; i < 20_000; i++) {
      before.append("a").append(i).append('\n');
      after.append("b").append(i).append('\n');
    }
    TextEdits edits = edits(before + "end\n", after + "end\n");
    assertThat(edits.edits()).hasSize(1);
    assertThat(edits.edits().getFirst().offset()).isEqualTo(5);
  }

  @Test
  void regionsOfTextsAreThoseOfTheirLines() {
    Random random = new Random(6);
    for (int round = 0; round < 3_000; round++) {
      SourceText before = SourceText.of(TextSamples.text(random, random.nextInt(30)));
      SourceText after =
          random.nextBoolean()
              ? SourceText.of(TextSamples.text(random, random.nextInt(30)))
              : SourceText.of(before.string() + TextSamples.text(random, 3));
      StringBuilder made = new StringBuilder();
      int at = 0;
      for (LineDiff.Region region : LineDiff.regions(before, after)) {
        made.append(lines(before, at, region.oldStart()));
        made.append(lines(after, region.newStart(), region.newEnd()));
        at = region.oldEnd();
      }
      made.append(lines(before, at, before.lines().lineCount()));
      assertThat(made.toString()).isEqualTo(after.string());
    }
  }

  private static String lines(SourceText text, int from, int to) {
    return String.join("", LineDiff.lines(text).subList(from, to));
  }
}
