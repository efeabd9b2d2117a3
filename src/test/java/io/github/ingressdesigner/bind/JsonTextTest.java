package io.github.ingressdesigner.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  private static JsonText.Result of(String yaml) {
    return JsonText.of(((ReadResult.Parsed) new YamlReader().read(yaml)).tree());
  }

  @ParameterizedTest
  @CsvSource({
    "yes, true",
    "017, 15",
    "0x1F, 31",
    "1_000, 1000",
    "~, null",
    "80.0, 80",
    "0.5, 0.5",
    "2024-01-01, \"2024-01-01\"",
    "'\"80\"', \"80\"",
  })
  void scalarsAreTypedAsKubectlDoes(String yaml, String json) {
    assertThat(of("a: " + yaml)).isEqualTo(new JsonText.Json("{\"a\":" + json + "}"));
  }

  @Test
  void aliasesAndMergesAreWrittenOut() {
    assertThat(of("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: [2]\n"))
        .isEqualTo(
            new JsonText.Json("{\"a\":{\"b\":1},\"c\":{\"b\":1},\"d\":{\"b\":1,\"e\":[2]}}"));
  }

  @Test
  void theLastOfTwoEqualKeysCounts() {
    assertThat(of("a: 1\na: 2\n")).isEqualTo(new JsonText.Json("{\"a\":2}"));
  }

  @Test
  void controlCharactersAndQuotesAreEscaped() {
    assertThat(of("a: \"x\\t\\\"\\\\\\n\""))
        .isEqualTo(new JsonText.Json("{\"a\":\"x\\u0009\\\"\\\\\\n\"}"));
  }

  @Test
  void unknownAliasIsRefused() {
    assertThat(of("a:\n  b: *x\n"))
        .isInstanceOfSatisfying(JsonText.Refused.class, r -> assertThat(r.at()).hasToString("a.b"));
  }

  @Test
  void infiniteNumberIsRefused() {
    assertThat(of("a: .inf")).isInstanceOf(JsonText.Refused.class);
  }

  @Test
  void listAsKeyIsRefused() {
    assertThat(of("? [a]\n: 1\n")).isInstanceOf(JsonText.Refused.class);
  }
}
