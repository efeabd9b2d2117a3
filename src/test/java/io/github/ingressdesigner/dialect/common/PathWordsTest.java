package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v2 | /api/v1/x | Its second element is v2; the request has v1.",
        "/api | /apiary | Its first element is api; the request has apiary: Prefix compares whole"
            + " elements.",
        "/api | /API/x | Its first element is api; the request has API: upper and lower case"
            + " count.",
        "/api | / | Its first element is api; the request has none.",
        "/api/v2 | /api/ | Its second element is v2; the request ends after api.",
        "/a/b | /a//b | Its second element is b; the request has an empty one.",
        "api | /api | It does not begin with /, so the API server refuses it and no request has"
            + " it.",
      })
  void prefixNamesTheElementThatDiffers(String path, String request, String reason) {
    assertThat(PathWords.notPrefix(path, request)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/pay | /api | The whole path would have to be /pay.",
        "/foo | /foo/ | The whole path would have to be /foo; the slash at the end of the request"
            + " counts.",
        "/foo/ | /foo | The whole path would have to be /foo/; the request has no slash at its"
            + " end.",
        "/foo | /FOO | The whole path would have to be /foo; upper and lower case count.",
      })
  void exactNamesTheWholePath(String path, String request, String reason) {
    assertThat(PathWords.notExact(path, request)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | Every path begins with /",
        "/api | Element api is equal",
        "/api/v2/ | Elements api and v2 are equal",
        "/a/b/c | Elements a, b and c are equal",
      })
  void equalElementsAreNamed(String path, String words) {
    assertThat(PathWords.prefix(path)).isEqualTo(words);
  }
}
