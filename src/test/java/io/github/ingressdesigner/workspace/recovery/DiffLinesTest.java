package io.github.ingressdesigner.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextSamples;
import io.github.ingressdesigner.workspace.recovery.DiffLines.Kind;
import io.github.ingressdesigner.workspace.recovery.DiffLines.Line;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffLinesTest {
  private static List<Line> lines(String before, String after, int around) {
    return DiffLines.of(SourceText.of(before), SourceText.of(after), around);
  }

  @Test
  void equalTextsHaveNoLines() {
    assertThat(lines("a\nb\n", "a\nb\n", 3)).isEmpty();
  }

  @Test
  void aChangedLineIsGoneAndNew() {
    assertThat(lines("a\nb\nc\nd\n", "a\nB\nc\nd\n", 1))
        .containsExactly(
            new Line(Kind.SAME, 1, "a"),
            new Line(Kind.REMOVED, 2, "b"),
            new Line(Kind.ADDED, 2, "B"),
            new Line(Kind.SAME, 3, "c"),
            new Line(Kind.GAP, 1, ""));
  }

  @Test
  void neighbouringDifferencesShareTheLinesBetween() {
    assertThat(lines("a\nb\nc\n", "A\nb\nC\n", 3))
        .extracting(Line::kind)
        .containsExactly(Kind.REMOVED, Kind.ADDED, Kind.SAME, Kind.REMOVED, Kind.ADDED);
  }

  @Test
  void aMissingLastLineBreakIsADifference() {
    assertThat(lines("a\nb\n", "a\nb", 0))
        .contains(new Line(Kind.REMOVED, 2, "b"), new Line(Kind.ADDED, 2, "b"));
  }

  @Test
  void valuesOfSecretsAreComparedButNotShown() {
    String secret = "kind: Secret\ndata:\n  key: ";
    List<Line> lines = lines(secret + "aGVsbG8=\n", secret + "d29ybGQ=\n", 0);

    assertThat(lines).extracting(Line::kind).contains(Kind.REMOVED, Kind.ADDED);
    assertThat(lines.toString()).doesNotContain("aGVsbG8").doesNotContain("d29ybGQ");
  }

  @Test
  void theNewTextCanBeReadOffItsLines() {
    Random random = new Random(8);
    for (int round = 0; round < 2_000; round++) {
      String before = TextSamples.text(random, random.nextInt(30));
      String after = TextSamples.text(random, random.nextInt(30));
      List<Line> lines = lines(before, after, 10_000);
      if (!before.equals(after)) {
        assertThat(lines.stream().filter(l -> l.kind() != Kind.REMOVED).map(Line::text).toList())
            .isEqualTo(after.lines().toList());
      }
    }
  }
}
