package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.ReadResult.Broken;
import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of incremental reading: whatever the edit, the result is that of a full reading. */
class RereadTest {
  private static final int WALKS = Integer.getInteger("reread.walks", 6);
  private static final int STEPS = 60;

  private final YamlReader reader = new YamlReader();

  static java.util.List<String> nastyDocuments() {
    return NastyDocuments.ALL;
  }

  @ParameterizedTest
  @MethodSource("nastyDocuments")
  void everySingleDeletionAndDuplicationOfACharacterEqualsAFullReading(String text) {
    if (!(reader.read(text) instanceof Parsed(YamlTree tree))) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      check(tree, text, new TextEdit(i, text.substring(i, i + 1), ""));
      check(tree, text, TextEdit.insert(i, text.substring(i, i + 1)));
    }
  }

  @ParameterizedTest
  @MethodSource("nastyDocuments")
  void everyInsertionOfAnIndicatorEqualsAFullReading(String text) {
    if (!(reader.read(text) instanceof Parsed(YamlTree tree))) {
      return;
    }
    for (int i = 0; i <= text.length(); i++) {
      for (String piece : RandomEdits.PIECES) {
        check(tree, text, TextEdit.insert(i, piece));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nastyDocuments")
  void everyDeletionOfLinesEqualsAFullReading(String text) {
    if (!(reader.read(text) instanceof Parsed(YamlTree tree))) {
      return;
    }
    for (int start = 0; start < text.length(); start = lineEnd(text, start)) {
      for (int end = lineEnd(text, start); ; end = lineEnd(text, end)) {
        check(tree, text, new TextEdit(start, text.substring(start, end), ""));
        if (end == text.length()) {
          break;
        }
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }

  @ParameterizedTest
  @MethodSource("nastyDocuments")
  void randomWalksThroughNastyDocumentsEqualFullReadings(String text) {
    for (int seed = 0; seed < WALKS; seed++) {
      walk(text, new Random(seed * 31L + text.hashCode()));
    }
  }

  @ParameterizedTest
  @MethodSource("nastyDocuments")
  void rangesOfNastyDocumentsAreExact(String text) {
    if (reader.read(text) instanceof Parsed(YamlTree tree)) {
      NodeRanges.check(text, tree);
      assertThat(TreeEvents.of(tree)).isEqualTo(TreeEvents.bySnakeYaml(text));
    }
  }

  @Test
  void rangesOfGeneratedDocumentsAreExact() {
    for (int seed = 0; seed < 500; seed++) {
      String text = RandomYaml.document(new Random(seed));
      if (reader.read(text) instanceof Parsed(YamlTree tree)) {
        NodeRanges.check(text, tree);
        assertThat(TreeEvents.of(tree)).isEqualTo(TreeEvents.bySnakeYaml(text));
      }
    }
  }

  @Test
  void randomWalksThroughGeneratedDocumentsEqualFullReadings() {
    for (int seed = 0; seed < 50 * WALKS; seed++) {
      Random random = new Random(seed);
      walk(RandomYaml.document(random), random);
    }
  }

  @Test
  void randomWalksThroughAGeneratedIngressEqualFullReadings() {
    for (int seed = 0; seed < WALKS; seed++) {
      walk(GeneratedIngress.of(20, seed), new Random(seed));
    }
  }

  /** Edits on edits, always from the last good tree, as typing does. */
  private void walk(String start, Random random) {
    String good = start;
    if (!(reader.read(start) instanceof Parsed(YamlTree tree))) {
      return;
    }
    String text = start;
    for (int i = 0; i < STEPS; i++) {
      TextEdit edit = RandomEdits.next(text, random);
      text =
          text.substring(0, edit.offset()) + edit.inserted() + text.substring(edit.range().end());
      if (check(tree, good, hull(good, text)) instanceof Parsed(YamlTree next)) {
        tree = next;
        good = text;
      } else if (random.nextInt(6) == 0) {
        text = good;
      }
    }
  }

  private static TextEdit hull(String before, String after) {
    int start = 0;
    int shorter = Math.min(before.length(), after.length());
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new TextEdit(
        start,
        before.substring(start, before.length() - tail),
        after.substring(start, after.length() - tail));
  }

  private ReadResult check(YamlTree tree, String before, TextEdit edit) {
    return RereadLaw.check(reader, tree, before, edit);
  }

  @Test
  void onlyTheEditedItemIsReadAgain() {
    String text = GeneratedIngress.of(200, 1);
    YamlTree tree = ((Parsed) reader.read(text)).tree();
    YamlCursor rules = tree.cursor().get("spec").orElseThrow().get("rules").orElseThrow();
    int middle = text.indexOf("pathType", text.length() / 2) - 10;
    TextEdit edit = TextEdit.insert(middle, "x");
    String after = text.substring(0, middle) + "x" + text.substring(middle);
    YamlTree next = ((Parsed) reader.reread(tree, text, edit, after)).tree();
    YamlCursor rulesNow = next.cursor().get("spec").orElseThrow().get("rules").orElseThrow();
    Sequence was = (Sequence) rules.node();
    Sequence is = (Sequence) rulesNow.node();
    int changed = 0;
    for (int i = 0; i < was.items().size(); i++) {
      changed += was.items().get(i).node() == is.items().get(i).node() ? 0 : 1;
    }
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void nothingBehindLinesThatGoIsReadAgain() {
    String text = GeneratedIngress.of(200, 1);
    YamlTree tree = ((Parsed) reader.read(text)).tree();
    int first = text.lastIndexOf('\n', text.indexOf("- host:")) + 1;
    int second = text.lastIndexOf('\n', text.indexOf("- host:", text.indexOf("- host:") + 1)) + 1;
    TextEdit edit = new TextEdit(first, text.substring(first, second), "");
    YamlTree next = ((Parsed) check(tree, text, edit)).tree();
    assertThat(rules(next).items().getFirst().node()).isSameAs(rules(tree).items().get(1).node());
  }

  private static Sequence rules(YamlTree tree) {
    return (Sequence) tree.cursor().get("spec").orElseThrow().get("rules").orElseThrow().node();
  }

  @Test
  void aQuoteLeftOpenIsFoundAndMendedFromTheLastGoodTree() {
    String text = GeneratedIngress.of(50, 1);
    YamlTree tree = ((Parsed) reader.read(text)).tree();
    int at = text.indexOf("path: /", text.length() / 2) + 6;
    TextEdit open = TextEdit.insert(at, "\"");
    ReadResult broken = check(tree, text, open);
    assertThat(broken).isInstanceOf(Broken.class);
    assertThat(((Broken) broken).offset()).isEqualTo(at);
    int end = text.indexOf('\n', at);
    TextEdit closed =
        new TextEdit(at, text.substring(at, end), "\"" + text.substring(at, end) + "\"");
    assertThat(check(tree, text, closed)).isInstanceOf(Parsed.class);
  }
}
