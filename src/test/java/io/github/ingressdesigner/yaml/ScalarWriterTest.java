package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "null",
        "Null",
        "true",
        "False",
        "yes",
        "ON",
        "y",
        "N",
        "1",
        "017",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "+5",
        ".5",
        "1e3",
        "1.",
        "1:30",
        ".inf",
        "-.INF",
        ".nan",
        "<<",
        "=",
        "2024-01-01",
        "*.example.com",
        "&a",
        "!x",
        "- a",
        "-a",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        " a",
        "a ",
        "@a",
        "`a",
        "%a",
        "[a",
        "{a",
        "]",
        "}",
        ",a",
        "|",
        ">",
        "'a",
        "\"a",
        "#a",
        "---",
        "...",
        "a\tb",
        "a\nb",
        "\u0085",
        "\u2028",
        "\uFEFFa",
        "\u0007"
      })
  void mustBeQuoted(String value) {
    assertThat(ScalarWriter.isPlainSafe(value, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "/api",
        "shop.example",
        "a-b",
        "a#b",
        "http://x/y",
        "a:b",
        "10.0.0.1",
        "1.2.3",
        "8Gi",
        "nginx.ingress.kubernetes.io/x",
        "größe",
        "😀",
        "a b",
        "yes please",
        "/$1(.*)",
        "a,b"
      })
  void mayStandPlain(String value) {
    assertThat(ScalarWriter.isPlainSafe(value, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a[0]", "a{b}", "x?y"})
  void mustBeQuotedBetweenBrackets(String value) {
    assertThat(ScalarWriter.isPlainSafe(value, true)).isFalse();
  }

  @Test
  void everyStyleReadsBackAsTheSameString() {
    Random random = new Random(5);
    String alphabet = "ab1 .:#-'\"\\,[]{}?*&!|>%@`~\n\t=<_/\u00e9\u0085\u2028\uFEFF\u0001";
    for (int i = 0; i < 4000; i++) {
      StringBuilder value = new StringBuilder();
      int length = random.nextInt(7);
      for (int j = 0; j < length; j++) {
        value.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Style style = Style.values()[random.nextInt(3)];
      String text = value.toString();
      assertThat(readBlock("k: " + ScalarWriter.inline(text, style, false) + "\n")).isEqualTo(text);
      assertThat(readFlow("{k: [" + ScalarWriter.inline(text, style, true) + "]}\n"))
          .isEqualTo(text);
      Style block = random.nextBoolean() ? Style.LITERAL : Style.FOLDED;
      ScalarWriter.block(text, block, 2)
          .ifPresent(written -> assertThat(readBlock("k: " + written + "\n")).isEqualTo(text));
    }
  }

  private static String readBlock(String yaml) {
    return ((Scalar) root(yaml).get("k").orElseThrow().node()).value();
  }

  private static String readFlow(String yaml) {
    return ((Scalar) root(yaml).get("k").orElseThrow().item(0).node()).value();
  }

  private static YamlCursor root(String yaml) {
    ReadResult result = new YamlReader().read(yaml);
    assertThat(result).as(yaml).isInstanceOf(ReadResult.Parsed.class);
    return ((ReadResult.Parsed) result).tree().cursor();
  }
}
