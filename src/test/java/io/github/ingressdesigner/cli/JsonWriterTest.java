package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  @Test
  void mapsAndListsAreIndentedInTheirOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", List.of(1, true, "x"));
    map.put("a", Map.of());
    map.put("c", List.of());
    assertThat(JsonWriter.write(map))
        .isEqualTo(
            """
            {
              "b": [
                1,
                true,
                "x"
              ],
              "a": {},
              "c": []
            }
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\"b', 'a\\\"b'",
    "'a\\b', 'a\\\\b'",
    "'a\nb', 'a\\nb'",
    "'a\tb', 'a\\tb'",
    "'a\u0000b', 'a\\u0000b'",
    "'a\u007fb', 'a\\u007fb'",
    "'\ud83d\ude00', '\ud83d\ude00'",
    "'\u00e9', '\u00e9'",
  })
  void textIsEscaped(String text, String escaped) {
    assertThat(JsonWriter.write(text)).isEqualTo("\"" + escaped + "\"\n");
  }

  @Test
  void loneSurrogatesAreEscaped() {
    assertThat(JsonWriter.write("\ud83dx\ude00")).isEqualTo("\"\\ud83dx\\ude00\"\n");
  }
}
