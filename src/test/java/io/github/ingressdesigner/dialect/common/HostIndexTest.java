package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostIndexTest {
  private static final List<String> PATTERNS =
      List.of("shop.example.com", "*.example.com", "*.shop.example.com", "*.COM", "*", "");

  @ParameterizedTest
  @CsvSource(
      value = {
        "shop.example.com,   shop.example.com",
        "SHOP.Example.com,   shop.example.com",
        "a.example.com,      *.example.com",
        "a.shop.example.com, *.shop.example.com",
        "example.com,        *.COM",
        "a.b.example.com,    ''",
        ".example.com,       ''",
        "com,                ''",
        "'',                 ''",
        "*,                  *",
      })
  void hostIsTakenByTheMostPrecisePattern(String host, String pattern) {
    assertThat(PATTERNS.get(HostIndex.of(PATTERNS).find(host))).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({"*.example.com, 1", "'', 5", "*.com, 3", "other, -1"})
  void patternIsFoundAsItself(String pattern, int place) {
    assertThat(HostIndex.of(PATTERNS).findPattern(pattern)).isEqualTo(place);
  }
}
