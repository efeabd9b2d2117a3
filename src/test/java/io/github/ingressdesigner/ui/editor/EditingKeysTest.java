package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text with {@code ^} for the caret, or two for a selection, before and after a key. */
class EditingKeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          'a:^'                       > 'a:|  ^'
          'a: b^'                     > 'a: b|^'
          '  a: b^'                   > '  a: b|  ^'
          '- path: /x^'               > '- path: /x|  ^'
          '- a:^'                     > '- a:|    ^'
          '- one^'                    > '- one|^'
          'a: {^}'                    > 'a: {|  ^|}'
          'a: b ^   c'                > 'a: b |^c'
          'a: b # x:^'                > 'a: b # x:|^'
          'a:^|- b'                   > 'a:|^|- b'
          'a:^|    b: c'              > 'a:|    ^|    b: c'
          'a: "x^'                    > 'a: "x|^'
          """)
  void enterIndentsAsTheTextAsksFor(String before, String after) {
    assertThat(run(before.replace('|', '\n'), Indenter::enter)).isEqualTo(after.replace('|', '\n'));
  }

  @Test
  void enterBehindABlockScalarHeaderGoesDeeper() {
    assertThat(run("a:\n  b: |-^", Indenter::enter)).isEqualTo("a:\n  b: |-\n    ^");
  }

  @Test
  void enterInsideABlockScalarKeepsItsIndent() {
    assertThat(run("b: |\n   x:^", Indenter::enter)).isEqualTo("b: |\n   x:\n   ^");
  }

  @Test
  void stepIsTheFilesOwn() {
    assertThat(Indenter.step(SourceText.of("a:\n    b:\n        c: d\n"))).isEqualTo(4);
    assertThat(Indenter.step(SourceText.of("a:\n- b: c\n  d:\n  - e\n"))).isEqualTo(2);
  }

  @Test
  void tabGoesToTheNextStep() {
    assertThat(run("a:\n  b: 1\nc^", Indenter::indent)).isEqualTo("a:\n  b: 1\nc ^");
  }

  @Test
  void tabIndentsSelectedLinesButNoBlankOnes() {
    assertThat(run("a:\n  ^b: 1\n\n  c: 2^", Indenter::indent))
        .isEqualTo("a:\n    ^b: 1\n\n    c: 2^");
  }

  @Test
  void shiftTabTakesNoMoreThanThereIs() {
    assertThat(run("a:\n ^b: 1\n  c: 2^", Indenter::outdent)).isEqualTo("a:\n^b: 1\nc: 2^");
  }

  @Test
  void commentGoesToTheLeastColumn() {
    assertThat(run("  ^a:\n    b^", LineCommands::toggleComment)).isEqualTo("  # ^a:\n  #   b^");
  }

  @Test
  void commentIsTakenOffWhereAllLinesHaveOne() {
    assertThat(run("  # ^a:\n  #b^", LineCommands::toggleComment)).isEqualTo("  ^a:\n  b^");
  }

  @Test
  void duplicateMovesTheCaretToTheCopy() {
    assertThat(run("a^b\nc", LineCommands::duplicate)).isEqualTo("ab\na^b\nc");
  }

  @Test
  void linesMoveOverTheirNeighbour() {
    assertThat(run("a\nb^\nc", (t, s) -> LineCommands.move(t, s, -1).orElseThrow()))
        .isEqualTo("b^\na\nc");
    assertThat(run("a^\nb", (t, s) -> LineCommands.move(t, s, 1).orElseThrow())).isEqualTo("b\na^");
  }

  @Test
  void lineAtTheBorderDoesNotMove() {
    SourceText text = SourceText.of("a\nb");
    assertThat(LineCommands.move(text, TextRange.at(0), -1)).isEmpty();
    assertThat(LineCommands.move(text, TextRange.at(3), 1)).isEmpty();
  }

  @Test
  void homeGoesToTheTextFirstAndThenToTheMargin() {
    SourceText text = SourceText.of("  ab");
    assertThat(LineCommands.home(text, 4)).isEqualTo(2);
    assertThat(LineCommands.home(text, 2)).isZero();
    assertThat(LineCommands.home(text, 0)).isEqualTo(2);
  }

  private static String run(String marked, BiFunction<SourceText, TextRange, TextCommand> command) {
    int start = marked.indexOf('^');
    int end = marked.lastIndexOf('^');
    SourceText text = SourceText.of(marked.replace("^", ""));
    TextCommand done = command.apply(text, new TextRange(start, end > start ? end - 1 : start));
    StringBuilder after = new StringBuilder(text.apply(done.edits()).string());
    after.insert(done.caret(), '^');
    if (done.anchor() != done.caret()) {
      after.insert(done.anchor(), '^');
    }
    return after.toString();
  }
}
