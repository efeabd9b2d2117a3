package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult.Broken;
import io.github.ingressdesigner.yaml.ReadResult.Empty;
import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import io.github.ingressdesigner.yaml.ReadResult.Template;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corrections of marks, one by one, and what else the reader promises. */
class YamlReaderTest {
  private final YamlReader reader = new YamlReader();

  private YamlCursor root(String text) {
    ReadResult result = reader.read(text);
    assertThat(result).isInstanceOf(Parsed.class);
    return ((Parsed) result).tree().cursor();
  }

  private Broken broken(String text) {
    ReadResult result = reader.read(text);
    assertThat(result).isInstanceOf(Broken.class);
    return (Broken) result;
  }

  private static String at(String text, TextRange range) {
    return text.substring(range.start(), range.end());
  }

  private static YamlCursor walk(YamlCursor from, Object... steps) {
    YamlCursor at = from;
    for (Object step : steps) {
      at = step instanceof String key ? at.get(key).orElseThrow() : at.item((Integer) step);
    }
    return at;
  }

  // 1
  @Test
  void rangesCountUtf16UnitsBehindAnEmoji() {
    String text = "a: 🚪🚪\nb: x # 🚪\nc: [🚪, y]\n";
    assertThat(at(text, walk(root(text), "b").range())).isEqualTo("x");
    assertThat(at(text, walk(root(text), "c", 1).range())).isEqualTo("y");
  }

  // 2
  @Test
  void blockCollectionsEndWithTheirLastChild() {
    String text = "a:\n  b: 1 # tail\n\n  # loose\nc:\n- x\n\n# end\n";
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo("b: 1");
    assertThat(at(text, walk(root(text), "c").range())).isEqualTo("- x");
    assertThat(at(text, root(text).range())).endsWith("- x");
  }

  // 3
  @ParameterizedTest
  @ValueSource(strings = {"|", "|-", ">", ">-", "|2", "|2-"})
  void blockScalarsEndBeforeTheirTrailingBlankLines(String header) {
    String text = "a: " + header + "\n  one\n\n  two\n\n  \n\n# c\nb: 1\n";
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo(header + "\n  one\n\n  two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|+", ">+"})
  void blankLinesKeptByPlusAreContent(String header) {
    String text = "a: " + header + "\n  one\n\n  two\n\n\nb: 1\n";
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo(header + "\n  one\n\n  two\n\n");
  }

  @Test
  void emptyBlockScalarsEndWithTheirHeader() {
    String text = "a: |- # c\n\n\nb: >\nc: |\n";
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo("|-");
    assertThat(at(text, walk(root(text), "b").range())).isEqualTo(">");
    assertThat(at(text, walk(root(text), "c").range())).isEqualTo("|");
  }

  @Test
  void blockScalarAtTheEndOfATextWithoutNewlineHasNone() {
    String text = "a: |\n  one";
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo("|\n  one");
    assertThat(((Scalar) walk(root(text), "a").node()).value()).isEqualTo("one");
  }

  // 4
  @Test
  void valueRangeLeavesOutAnchorAndTag() {
    String text = "a: &x !!str one\nb: !t &y\nc: &z\n  d: 1\ne: &f [1]\n";
    YamlCursor a = walk(root(text), "a");
    assertThat(at(text, a.range())).isEqualTo("&x !!str one");
    assertThat(at(text, a.valueRange())).isEqualTo("one");
    assertThat(a.node().tag()).contains("!!str");
    assertThat(a.node().anchor()).contains("x");
    assertThat(at(text, walk(root(text), "b").range())).isEqualTo("!t &y");
    assertThat(walk(root(text), "b").valueRange().isEmpty()).isTrue();
    assertThat(((Scalar) walk(root(text), "b").node()).isMissing()).isTrue();
    assertThat(at(text, walk(root(text), "c").range())).isEqualTo("&z\n  d: 1");
    assertThat(at(text, walk(root(text), "c").valueRange())).isEqualTo("d: 1");
    assertThat(at(text, walk(root(text), "e").valueRange())).isEqualTo("[1]");
  }

  // 5
  @Test
  void singlePairInAFlowSequenceEndsWithItsValue() {
    String text = "[a: 1 , b: 2, ? c : d, e: ]";
    assertThat(at(text, walk(root(text), 0).range())).isEqualTo("a: 1");
    assertThat(at(text, walk(root(text), 1).range())).isEqualTo("b: 2");
    assertThat(at(text, walk(root(text), 2).range())).isEqualTo("? c : d");
    assertThat(at(text, walk(root(text), 3).range())).isEqualTo("e:");
  }

  // 6
  @ParameterizedTest
  @ValueSource(strings = {"a:\n- x\n-\n- y: 1\n  z: 2\n", "a:\n  - x\n  -\n  - y: 1\n    z: 2\n"})
  void blockSequencesBeginAtTheirFirstDash(String text) {
    YamlCursor a = walk(root(text), "a");
    assertThat(at(text, a.range())).startsWith("- x").endsWith("z: 2");
    for (YamlNode.Item item : a.items()) {
      assertThat(text.charAt(a.start() + item.start())).isEqualTo('-');
    }
    YamlCursor missing = a.item(1);
    assertThat(missing.range().isEmpty()).isTrue();
    assertThat(text.substring(missing.start() - 1, missing.start() + 1)).isEqualTo("-\n");
  }

  // 7
  @Test
  void missingValueStandsRightBehindItsColon() {
    String text = "a:   # none\nb:\n";
    assertThat(walk(root(text), "a").range()).isEqualTo(TextRange.at(2));
    assertThat(walk(root(text), "b").range()).isEqualTo(TextRange.at(text.length() - 1));
  }

  @Test
  void valueMissingWithItsColonStandsBehindTheKey() {
    String text = "{a , b: }";
    assertThat(root(text).value(0).range()).isEqualTo(TextRange.at(2));
    String block = "? a\n\n# c\n";
    assertThat(root(block).value(0).range()).isEqualTo(TextRange.at(3));
    assertThat(at(block, root(block).range())).isEqualTo("? a");
  }

  // 8
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {{ .Values.x }}\n",
        "{{- if .Values.on }}\na: 1\n{{- end }}\n",
        "a: x-{{ .Release.Name }}\n",
        "{{ .Values.all }}",
        "a:\n  {{- toYaml .Values.a | nindent 2 }}\n",
        "{% if on %}\na: 1\n{% endif %}\n",
        "host: \"{{ include \"x\" . }}\"\nb: {{ .Values.b }}\n"
      })
  void templatesAreNotParsed(String text) {
    assertThat(reader.read(text)).isInstanceOf(Template.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"{{ .Values.x }}\"\n",
        "a: '{{ x }}'\n",
        "a: |\n  {{ .Values.x }}\n",
        "a: 1 # {{ .Values.x }}\n",
        "# {{ if }}\na: 1\n",
        "a: Hello {{name}}\n",
        "a: ${X}\n"
      })
  void marksInTextDoNotMakeATemplate(String text) {
    assertThat(reader.read(text)).isInstanceOf(Parsed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"{{ .Values.x }}\"\nb: [\n",
        "a: |\n  {{ .Values.x }}\nb: [\n",
        "- |\n  {{ .Values.x }}\n- [\n",
        "b: [\n# {{ x }}\n"
      })
  void errorsBesideMarksInTextAreErrors(String text) {
    assertThat(reader.read(text)).isInstanceOf(Broken.class);
  }

  // 9
  @Test
  void aliasesKeepTheirPlace() {
    String text = "a: &x 1\nb: *x\nc: &x 2\nd: *x\n*x : e\nf: *y\n";
    YamlCursor b = walk(root(text), "b");
    assertThat(at(text, b.range())).isEqualTo("*x");
    assertThat(b.definition().orElseThrow().range()).isEqualTo(walk(root(text), "a").range());
    assertThat(walk(root(text), "d").definition().orElseThrow().range())
        .isEqualTo(walk(root(text), "c").range());
    assertThat(at(text, root(text).key(4).range())).isEqualTo("*x");
    assertThat(walk(root(text), "f").definition()).isEmpty();
  }

  // 10
  @Test
  void duplicateKeysSurvive() {
    String text = "a: 1\nb: 2\na: 3\n";
    assertThat(root(text).entries()).hasSize(3);
    assertThat(at(text, walk(root(text), "a").range())).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
  void otherLineBreaksDoNotShiftRanges(String lineBreak) {
    String text = "a: 1 # x" + lineBreak + "b: 2\nc: 3\n";
    assertThat(at(text, walk(root(text), "b").range())).isEqualTo("2");
    assertThat(at(text, walk(root(text), "c").range())).isEqualTo("3");
  }

  @Test
  void explicitKeysBeginAtTheirQuestionMark() {
    String text = "? a\n: b\n? [c, d]\n: - e\n";
    Mapping mapping = (Mapping) root(text).node();
    assertThat(mapping.entries().get(0).explicitKey()).isTrue();
    assertThat(mapping.entries().get(0).start()).isZero();
    assertThat(at(text, root(text).key(0).range())).isEqualTo("a");
    assertThat(at(text, root(text).value(0).range())).isEqualTo("b");
    assertThat(at(text, root(text).value(1).range())).isEqualTo("- e");
  }

  @Test
  void stylesAreTold() {
    String text = "- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n";
    Sequence sequence = (Sequence) root(text).node();
    assertThat(sequence.items().stream().map(item -> ((Scalar) item.node()).style()))
        .containsExactly(Style.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# c\n", "---\n", "---\n# c\n...\n", "%YAML 1.1\n---\n"})
  void nothingButCommentsIsEmpty(String text) {
    assertThat(reader.read(text)).isInstanceOf(Empty.class);
  }

  @Test
  void contentMayFollowTheMarker() {
    String text = "--- {a: 1}\n";
    assertThat(at(text, root(text).range())).isEqualTo("{a: 1}");
    assertThat(at("---x: y", root("---x: y").key(0).range())).isEqualTo("---x");
  }

  @Test
  void offsetOfAnErrorCountsUtf16Units() {
    String text = "a: 🚪\nb: c: d\n";
    assertThat(broken(text).offset()).isEqualTo(text.indexOf(": d"));
  }

  @Test
  void unclosedQuoteIsToldWhereItOpens() {
    String text = "a: 1\npath: \"/a\nb: 2\n";
    assertThat(broken(text).offset()).isEqualTo(text.indexOf('"'));
    String closedLater = "a: 1\npath: \"/a\nb: \"2\"\n";
    assertThat(broken(closedLater).offset()).isEqualTo(closedLater.indexOf('"'));
    assertThat(broken(closedLater).message()).contains("quote that opens here");
  }

  @Test
  void tabIndentationIsToldAsSuch() {
    assertThat(broken("a:\n\tb: 1\n").message()).contains("tab");
  }

  @Test
  void tabBeforeACommentIsAccepted() {
    assertThat(at("a: x\t# c\n", walk(root("a: x\t# c\n"), "a").range())).isEqualTo("x");
  }

  @Test
  void wildcardWithoutQuotesIsToldToBeAnAlias() {
    Broken broken = broken("host: *.example.com\n");
    assertThat(broken.offset()).isEqualTo(6);
    assertThat(broken.message()).contains("quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \u0007\n", "a: \ud83d\n", "a: \ufffe\n", "# \u0000\n"})
  void charactersThatNoYamlMayHoldAreToldWithTheirPlace(String text) {
    assertThat(broken(text).offset()).isEqualTo(text.startsWith("#") ? 2 : 3);
  }

  @Test
  void deepNestingIsRefusedWithoutOverflow() {
    assertThat(broken("[".repeat(1_000_000)).message()).contains("deeper than 200");
    assertThat(broken("- ".repeat(100_000)).message()).contains("deeper than 200");
    assertThat(broken("? ".repeat(100_000)).message()).contains("deeper than 200");
    String deep = "[".repeat(200) + "]".repeat(200);
    assertThat(reader.read(deep)).isInstanceOf(Parsed.class);
  }

  @Test
  void tooLongDocumentsAreRefused() {
    assertThat(broken(" ".repeat(YamlReader.MAX_LENGTH + 1)).message()).contains("64 million");
  }

  @Test
  void oneVeryLongTokenIsReadInLinearTime() {
    String text = "a: " + "x".repeat(20_000_000);
    assertThat(root(text).node().length()).isEqualTo(text.length());
  }

  @Test
  void atFindsTheInnermostNode() {
    String text = "a: 1\nb:\n  c: [x, y]\n\n";
    YamlCursor root = root(text);
    assertThat(at(text, root.at(text.indexOf('y')).range())).isEqualTo("y");
    assertThat(at(text, root.at(text.indexOf('c')).range())).isEqualTo("c");
    assertThat(at(text, root.at(1).range())).isEqualTo("a");
    assertThat(root.at(text.length()).node()).isSameAs(root.node());
  }

  @Test
  void aSecondDocumentIsAnError() {
    assertThat(broken("a: 1\n---\nb: 2\n").offset()).isEqualTo(5);
  }

  @Test
  void errorsOfIndentationPointAtTheLineThatDoesNotFit() {
    String text = "a: 1\nb:\n  c: 2\n   d: 3\n";
    assertThat(broken(text).offset()).isEqualTo(text.indexOf(": 3"));
    String shallow = "a:\n    b: 1\n  c: 2\n";
    assertThat(broken(shallow).offset()).isEqualTo(shallow.indexOf("c:"));
  }

  @Test
  void aKeyWithoutItsColonIsPointedAt() {
    String text = "a: 1\nkind Ingress\nb: 2\n";
    assertThat(broken(text).offset()).isEqualTo(text.indexOf("kind"));
  }

  @Test
  void openBracketsArePointedAt() {
    String text = "a: 1\nb: {c: [1, 2}\n";
    assertThat(broken(text).message()).contains("']'");
    String open = "a: [1, 2\n";
    assertThat(broken(open).offset()).isEqualTo(3);
  }

  @Test
  void numberThatCrashesOtherReadersIsReadAsText() {
    assertThat(((Scalar) root("a: .____\n").value(0).node()).value()).isEqualTo(".____");
  }

  @Test
  void tagsNeverInstantiateAnything() {
    Scalar scalar = (Scalar) root("a: !!java.net.URL x\n").value(0).node();
    assertThat(scalar.tag()).contains("!!java.net.URL");
    assertThat(scalar.value()).isEqualTo("x");
  }
}
