package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import org.junit.jupiter.api.Test;

class YamlCursorTest {
  private static YamlCursor root(String text) {
    return ((Parsed) new YamlReader().read(text)).tree().cursor();
  }

  private static int definitionOf(String text, String alias) {
    YamlCursor at = root(text).at(text.indexOf(alias) + 1);
    return at.definition().map(YamlCursor::start).orElse(-1);
  }

  @Test
  void latestDefinitionBeforeTheAliasCounts() {
    String text = "a: &x 1\nb:\n- c: &x 2\n- d: *x\ne: &x 3\n";
    assertThat(definitionOf(text, "*x")).isEqualTo(text.indexOf("&x 2"));
  }

  @Test
  void definitionMayStandDeepInAnEarlierSibling() {
    String text = "a:\n- b: {c: [&x 1, 2]}\n  d: 3\ne:\n  f: *x\n";
    assertThat(definitionOf(text, "*x")).isEqualTo(text.indexOf("&x"));
  }

  @Test
  void definitionMayBeAKey() {
    String text = "&x a: b\nc: *x\n";
    assertThat(definitionOf(text, "*x")).isZero();
  }

  @Test
  void aliasInsideItsOwnDefinitionLeadsToIt() {
    String text = "a: &x\n- *x\n";
    assertThat(definitionOf(text, "*x")).isEqualTo(text.indexOf("&x"));
  }

  @Test
  void laterDefinitionsDoNotCount() {
    assertThat(definitionOf("a: *x\nb: &x 1\n", "*x")).isEqualTo(-1);
  }

  @Test
  void lastOfTwoEqualKeysIsFound() {
    assertThat(root("a: 1\na: 2\n").indexOf("a")).isEqualTo(1);
  }

  @Test
  void rootKnowsNoParent() {
    YamlCursor root = root("a:\n- b\n");
    assertThat(root.parent()).isEmpty();
    assertThat(root.value(0).item(0).root()).isEqualTo(root);
  }

  @Test
  void missingValueIsFoundBehindItsColon() {
    String text = "a:\nb: 1\n";
    assertThat(root(text).at(2).place().orElseThrow().isKey()).isFalse();
    assertThat(root(text).at(1).place().orElseThrow().isKey()).isTrue();
  }
}
