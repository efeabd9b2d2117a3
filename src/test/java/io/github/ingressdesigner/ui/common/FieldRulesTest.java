package io.github.ingressdesigner.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.PathType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "shop.example.com", "*.example.com", "a", "1.example.com", "xn--a.b"})
  void hostsThatTheApiTakes(String host) {
    assertThat(FieldRules.host(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Shop.example.com", "*", "a.*.com", "*.*.com", "-a.com", "a b", "a.com.", "a/b"})
  void hostsThatTheApiRefuses(String host) {
    assertThat(FieldRules.host(host)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/a/", "/A%20b", "/a.b", "/..."})
  void prefixPathsThatTheApiTakes(String path) {
    assertThat(FieldRules.path(path, PathType.PREFIX)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api", "//", "/a//b", "/a/./b", "/a/..", "/a%2Fb", "/."})
  void prefixPathsThatTheApiRefuses(String path) {
    assertThat(FieldRules.path(path, PathType.PREFIX)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/x(/|$)(.*)", "/a//b"})
  void implementationSpecificPathsAreFree(String path) {
    assertThat(FieldRules.path(path, PathType.IMPLEMENTATION_SPECIFIC)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "1", "65535", "http", "a1", "https-admin"})
  void portsThatTheApiTakes(String port) {
    assertThat(FieldRules.port(port)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "65536", "999999", "HTTP", "-a", "a--b", "a-name-too-long-x", "1-2"})
  void portsThatTheApiRefuses(String port) {
    assertThat(FieldRules.port(port)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "api:", ":80", "Api:80", "api:80:81", "1api:80"})
  void targetsThatCannotBe(String target) {
    assertThat(FieldRules.target(target)).isPresent();
  }
}
