package io.github.ingressdesigner.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.SourceMap.At;
import io.github.ingressdesigner.bind.SourceMap.Found;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceMapTest {
  private static final String TEXT =
      """
      # shop
      kind: Ingress
      metadata:
        annotations:
          yes: on
      spec:
        rules:
        - host: a.example   # tail
          http:
            paths:
            - path: /a
              backend: &web
                service: {name: web}

            - path: /b
              backend: *web
            - <<: &type {pathType: Exact}
              path: /c
            - <<: [*type]
      """;

  private static Found found(Object... path) {
    return find(path).orElseThrow();
  }

  private static Optional<Found> find(Object... path) {
    return SourceMap.find(Bindings.tree(TEXT), -1, FieldPath.of(path));
  }

  private static Object[] inPath(int index, Object... rest) {
    Object[] path = new Object[6 + rest.length];
    System.arraycopy(new Object[] {"spec", "rules", 0, "http", "paths", index}, 0, path, 0, 6);
    System.arraycopy(rest, 0, path, 6, rest.length);
    return path;
  }

  private static String text(TextRange range) {
    return TEXT.substring(range.start(), range.end());
  }

  private static String at(String before) {
    int offset = TEXT.indexOf(before);
    assertThat(offset).as(before).isNotNegative();
    return SourceMap.at(Bindings.tree(TEXT), offset + before.length())
        .map(a -> a.path().toString())
        .orElse("nothing");
  }

  @Test
  void fieldIsFoundWhereItIsWritten() {
    Found found = found("spec", "rules", 0, "host");
    assertThat(text(found.definition().range())).isEqualTo("a.example");
    assertThat(found.occurrence()).isEqualTo(found.definition());
    assertThat(found.shared()).isFalse();
  }

  @Test
  void rootIsTheDocument() {
    assertThat(found().definition().node()).isInstanceOf(YamlNode.Mapping.class);
  }

  @Test
  void missingFieldIsNotFound() {
    assertThat(find("spec", "tls")).isEmpty();
    assertThat(find("spec", "rules", 7)).isEmpty();
    assertThat(find("kind", "x")).isEmpty();
  }

  @Test
  void aliasStaysAnAliasAsOccurrence() {
    Found found = found(inPath(1, "backend"));
    assertThat(text(found.occurrence().range())).isEqualTo("*web");
    assertThat(text(found.definition().range())).startsWith("&web");
    assertThat(found.shared()).isTrue();
  }

  @Test
  void fieldBehindAnAliasOccursAtTheAlias() {
    Found found = found(inPath(1, "backend", "service", "name"));
    assertThat(text(found.occurrence().range())).isEqualTo("*web");
    assertThat(text(found.definition().range())).isEqualTo("web");
    assertThat(found.shared()).isTrue();
  }

  @Test
  void fieldOfAnAnchoredValueIsNotSharedOnItsOwnWay() {
    assertThat(found(inPath(0, "backend", "service", "name")).shared()).isFalse();
  }

  @Test
  void mergedFieldOccursAtTheMerge() {
    Found found = found(inPath(2, "pathType"));
    assertThat(text(found.definition().range())).isEqualTo("Exact");
    assertThat(text(found.occurrence().range())).isEqualTo("&type {pathType: Exact}");
    assertThat(found.shared()).isTrue();
  }

  @Test
  void mergeFromAListIsFound() {
    Found found = found(inPath(3, "pathType"));
    assertThat(text(found.definition().range())).isEqualTo("Exact");
  }

  @Test
  void lastOfTwoEqualKeysIsFound() {
    String yaml = "a: 1\n\"a\": 2\n";
    Found found = SourceMap.find(Bindings.tree(yaml), -1, FieldPath.of("a")).orElseThrow();
    assertThat(found.definition().start()).isEqualTo(yaml.indexOf('2'));
  }

  @Test
  void mergeBelowAnEqualKeyIsFoundInstead() {
    String yaml = "x: &x {a: 1}\nm: {a: 2, <<: *x}\n";
    Found found = SourceMap.find(Bindings.tree(yaml), -1, FieldPath.of("m", "a")).orElseThrow();
    assertThat(found.definition().start()).isEqualTo(yaml.indexOf('1'));
  }

  @Test
  void keyIsFoundByWhatItMeans() {
    assertThat(text(found("metadata", "annotations", "true").definition().range())).isEqualTo("on");
  }

  @Test
  void ringOfMergesEnds() {
    YamlTree tree = Bindings.tree("a: &a\n  <<: *a\n  b: 1\n");
    assertThat(SourceMap.find(tree, -1, FieldPath.of("a", "c"))).isEmpty();
  }

  @Test
  void elementOfAnItemBeginsAtItsDash() {
    assertThat(text(SourceMap.elementRange(found(inPath(1)).occurrence())))
        .isEqualTo("- path: /b\n        backend: *web");
  }

  @Test
  void elementOfAFieldBeginsAtItsKey() {
    assertThat(text(SourceMap.elementRange(found("spec", "rules", 0, "host").occurrence())))
        .isEqualTo("host: a.example");
  }

  @Test
  void elementOfAnEmptyValueIsItsKey() {
    YamlTree tree = Bindings.tree("a:\nb: 1\n");
    Found found = SourceMap.find(tree, -1, FieldPath.of("a")).orElseThrow();
    assertThat(SourceMap.elementRange(found.occurrence())).isEqualTo(new TextRange(0, 2));
  }

  @Test
  void elementInFlowStyleIsItsText() {
    YamlTree tree = Bindings.tree("a: [{b: 1}, c]\n");
    Found found = SourceMap.find(tree, -1, FieldPath.of("a", 0)).orElseThrow();
    assertThat(SourceMap.elementRange(found.occurrence())).isEqualTo(new TextRange(4, 10));
  }

  @Test
  void offsetInAValueIsItsField() {
    assertThat(at("path: /")).isEqualTo("spec.rules[0].http.paths[0].path");
  }

  @Test
  void offsetInAKeyIsItsField() {
    assertThat(at("  - ho")).isEqualTo("spec.rules[0].host");
  }

  @Test
  void offsetAtADashIsTheItem() {
    assertThat(SourceMap.at(Bindings.tree(TEXT), TEXT.indexOf("- path: /b")))
        .contains(new At(-1, FieldPath.path(0, 1)));
  }

  @Test
  void offsetInABlankLineIsWhatHoldsBothSides() {
    assertThat(at("{name: web}\n\n")).isEqualTo("spec.rules[0].http.paths");
  }

  @Test
  void offsetInAnAliasIsItsField() {
    assertThat(at("backend: *w")).isEqualTo("spec.rules[0].http.paths[1].backend");
  }

  @Test
  void offsetInAMergeIsWhatItMergesInto() {
    assertThat(at("<<: [*ty")).isEqualTo("spec.rules[0].http.paths[3]");
  }

  @Test
  void offsetBeforeTheContentIsNothing() {
    assertThat(SourceMap.at(Bindings.tree(TEXT), 2)).isEmpty();
  }

  @Test
  void fieldsOfAListCountFromTheEntry() {
    String yaml = "kind: List\nitems:\n- kind: A\n- kind: B\n  items: [x, y]\n";
    YamlTree tree = Bindings.tree(yaml);
    assertThat(SourceMap.at(tree, yaml.indexOf("B"))).contains(new At(1, FieldPath.of("kind")));
    assertThat(SourceMap.at(tree, yaml.indexOf("y]")))
        .contains(new At(1, FieldPath.of("items", 1)));
    assertThat(SourceMap.at(tree, 2)).contains(new At(-1, FieldPath.of("kind")));
    assertThat(SourceMap.find(tree, 1, FieldPath.of("items", 1)).orElseThrow().definition().start())
        .isEqualTo(yaml.indexOf("y]"));
  }

  @Test
  void everyOffsetOfEveryFieldLeadsBackToIt() {
    YamlTree tree = Bindings.tree(TEXT);
    for (int offset = 0; offset <= TEXT.length(); offset++) {
      Optional<At> at = SourceMap.at(tree, offset);
      if (at.isPresent()) {
        Found found = SourceMap.find(tree, at.get().item(), at.get().path()).orElseThrow();
        assertThat(SourceMap.elementRange(found.occurrence()).touches(offset))
            .as("offset %d at %s", offset, at.get().path())
            .isTrue();
      }
    }
  }
}
