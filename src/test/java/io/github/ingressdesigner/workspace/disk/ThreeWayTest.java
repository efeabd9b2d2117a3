package io.github.ingressdesigner.workspace.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.disk.ThreeWay.Choice;
import io.github.ingressdesigner.workspace.disk.ThreeWay.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
  private static ThreeWay merge(String base, String mine, String theirs) {
    return ThreeWay.of(SourceText.of(base), SourceText.of(mine), SourceText.of(theirs));
  }

  private static String merged(ThreeWay merge) {
    return merge.merged(conflict -> Choice.MINE).string();
  }

  @Test
  void changedLinesStandApartFromThoseAround() {
    ThreeWay sides =
        ThreeWay.of(
            SourceText.of("a\nb\nc\n"), SourceText.of("a\nB\nc\n"), SourceText.of("a\nb\nc\n"));

    assertThat(sides.parts())
        .containsExactly(
            new ThreeWay.Settled(List.of("a\n"), false),
            new ThreeWay.Settled(List.of("B\n"), true),
            new ThreeWay.Settled(List.of("c\n", ""), false));
  }

  @Test
  void linesChangedOnOneSideEachMerge() {
    ThreeWay merge = merge("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n");
    assertThat(merge.isClean()).isTrue();
    assertThat(merged(merge)).isEqualTo("A\nb\nc\nd\nE\nf\n");
  }

  @Test
  void theSameChangeOnBothSidesIsNoConflict() {
    ThreeWay merge = merge("a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n");
    assertThat(merge.isClean()).isTrue();
    assertThat(merged(merge)).isEqualTo("a\nB\nc\n");
  }

  @Test
  void theSameLineChangedDifferentlyIsAConflict() {
    ThreeWay merge = merge("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n");
    assertThat(merge.conflicts())
        .containsExactly(new Conflict(List.of("b\n"), List.of("mine\n"), List.of("theirs\n")));
    assertThat(merged(merge)).isEqualTo("a\nmine\nc\n");
    assertThat(merge.merged(conflict -> Choice.THEIRS).string()).isEqualTo("a\ntheirs\nc\n");
  }

  @Test
  void linesInsertedAtTheSamePlaceAreAConflict() {
    assertThat(merge("a\nb\n", "a\nx\nb\n", "a\ny\nb\n").conflicts()).hasSize(1);
  }

  @Test
  void aLineRemovedAndChangedIsAConflict() {
    ThreeWay merge = merge("a\nb\nc\n", "a\nc\n", "a\nB\nc\n");
    assertThat(merge.conflicts())
        .containsExactly(new Conflict(List.of("b\n"), List.of(), List.of("B\n")));
  }

  @Test
  void linesBehindALastOneWithoutBreakStandOnTheirOwn() {
    ThreeWay merge = merge("a\nb\nc", "a\nb\nc", "a\nb\nc\nd");
    assertThat(merged(merge)).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void oneSideUnchangedGivesTheOther() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      String base = text(random);
      String other = text(random);
      assertThat(merged(merge(base, base, other))).isEqualTo(other);
      assertThat(merged(merge(base, other, base))).isEqualTo(other);
    }
  }

  @Test
  void mergingIsTheSameFromBothSides() {
    Random random = new Random(2);
    int clean = 0;
    for (int round = 0; round < 4_000; round++) {
      String base = text(random);
      String mine = text(random);
      String theirs = text(random);
      ThreeWay one = merge(base, mine, theirs);
      ThreeWay other = merge(base, theirs, mine);
      assertThat(one.merged(conflict -> Choice.MINE).string())
          .isEqualTo(other.merged(conflict -> Choice.THEIRS).string());
      clean += one.isClean() ? 1 : 0;
    }
    assertThat(clean).isBetween(100, 3_900);
  }

  @Test
  void changesFarApartMergeToBoth() {
    Random random = new Random(3);
    for (int round = 0; round < 1_000; round++) {
      List<String> base = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        base.add("line " + i + "\n");
      }
      List<String> mine = new ArrayList<>(base);
      List<String> theirs = new ArrayList<>(base);
      List<String> both = new ArrayList<>(base);
      int low = random.nextInt(8);
      int high = 11 + random.nextInt(8);
      change(random, high, theirs, both, "theirs");
      change(random, low, mine, both, "mine");
      ThreeWay merge = merge(String.join("", base), String.join("", mine), String.join("", theirs));
      assertThat(merge.isClean()).isTrue();
      assertThat(merged(merge)).isEqualTo(String.join("", both));
    }
  }

  private static void change(
      Random random, int line, List<String> one, List<String> both, String word) {
    switch (random.nextInt(3)) {
      case 0 -> {
        one.remove(line);
        both.remove(line);
      }
      case 1 -> {
        one.add(line, word + "\n");
        both.add(line, word + "\n");
      }
      default -> {
        one.set(line, word + "\n");
        both.set(line, word + "\n");
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(8);
    for (int i = 0; i < lines; i++) {
      text.append("abc".charAt(random.nextInt(3))).append('\n');
    }
    return text.append(random.nextInt(4) == 0 ? "end" : "").toString();
  }
}
