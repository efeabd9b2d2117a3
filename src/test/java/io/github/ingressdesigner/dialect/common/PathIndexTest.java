package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathIndexTest {
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
    PathIndex prefixes = new PathIndex(PATHS.size());
    for (int i = 0; i < PATHS.size(); i++) {
      prefixes.putPrefix(PathIndex.key(PATHS.get(i)), i);
    }
    int found = prefixes.findPrefix(request);
    assertThat(found == PathIndex.NONE ? "-" : PATHS.get(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"/", "/x", "//", "/x/"})
  void slashAloneIsAPrefixOfEverything(String request) {
    PathIndex prefixes = new PathIndex(1);
    prefixes.putPrefix(PathIndex.key("/"), 0);
    assertThat(prefixes.findPrefix(request)).isZero();
  }

  @Test
  void wholePathsAndPrefixesAreKeptApart() {
    PathIndex index = new PathIndex(2);
    index.putWhole("/api", 0);
    index.putPrefix("/api", 1);
    assertThat(index.findWhole("/api")).isZero();
    assertThat(index.findPrefix("/api")).isEqualTo(1);
    assertThat(index.findWhole("/api/")).isEqualTo(PathIndex.NONE);
    assertThat(index.findPrefix("/api/")).isEqualTo(1);
  }
}
