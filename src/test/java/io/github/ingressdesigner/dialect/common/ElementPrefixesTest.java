package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementPrefixesTest {
  private static final List<String> PATHS = List.of("/api", "/api/v2/", "/a/b/c/d");

  @ParameterizedTest
  @CsvSource(
      value = {
        "/api,        /api",
        "/api/,       /api",
        "/api/v1,     /api",
        "/api/v2,     /api/v2/",
        "/api/v2/,    /api/v2/",
        "/api/v2/x/y, /api/v2/",
        "/api/v22,    /api",
        "/api//v2,    /api",
        "/a/b/c/d/e,  /a/b/c/d",
        "/a/b/c,      -",
        "/apiary,     -",
        "/API,        -",
        "//api,       -",
        "/,           -",
      })
  void longestPrefixByWholeElementsIsFound(String request, String expected) {
    ElementPrefixes prefixes = new ElementPrefixes(PATHS.size());
    for (int i = 0; i < PATHS.size(); i++) {
      prefixes.put(ElementPrefixes.key(PATHS.get(i)), i);
    }
    int found = prefixes.find(request);
    assertThat(found == StringIndex.NONE ? "-" : PATHS.get(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"/", "/x", "//", "/x/"})
  void slashAloneIsAPrefixOfEverything(String request) {
    ElementPrefixes prefixes = new ElementPrefixes(1);
    prefixes.put(ElementPrefixes.key("/"), 0);
    assertThat(prefixes.find(request)).isZero();
  }
}
