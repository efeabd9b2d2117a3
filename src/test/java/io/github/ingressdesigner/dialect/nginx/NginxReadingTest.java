package io.github.ingressdesigner.dialect.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NginxReadingTest {
  @Test
  void aPathIsDecodedOnceThenMergedThenResolved() {
    assertThat(NginxRequest.uri("/a%2F..%2Fb")).isEqualTo("/b");
    assertThat(NginxRequest.uri("/a//../b")).isEqualTo("/b");
    assertThat(NginxRequest.uri("/a%2520b")).isEqualTo("/a%20b");
    assertThat(NginxRequest.uri("/a/..")).isEqualTo("/");
    assertThat(NginxRequest.uri("/a/.")).isEqualTo("/a/");
    assertThat(NginxRequest.uri("/...")).isEqualTo("/...");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(NginxRequest.uri("/..")).isNull();
    assertThat(NginxRequest.uri("/a/../..")).isNull();
    assertThat(NginxRequest.uri("/%4")).isNull();
    assertThat(NginxRequest.uri("/%00")).isNull();
    assertThat(NginxRequest.uri("/a\u0001")).isNull();
  }

  @Test
  void theQueryEndsAtTheFragment() {
    assertThat(args("http://a/x?y#z")).isEqualTo("y");
    assertThat(args("http://a/x#z?y")).isEmpty();
    assertThat(args("http://a/x")).isEmpty();
  }

  private static String args(String url) {
    return NginxRequest.args(Request.of("GET", url, Map.of()));
  }

  @Test
  void exactNamesThenLongestWildcardsThenExpressions() {
    ServerNames<String> names = new ServerNames<>();
    names.add("~^.*$", "any");
    names.add("*.b.example", "short");
    names.add("*.a.b.example", "long");
    names.add("X.a.b.example", "exact");
    names.add("w.*", "behind");
    assertThat(names.find("x.a.b.example")).isEqualTo("exact");
    assertThat(names.find("y.a.b.example")).isEqualTo("long");
    assertThat(names.find("y.z.b.example")).isEqualTo("short");
    assertThat(names.find("w.b.example")).isEqualTo("short");
    assertThat(names.find("w.example")).isEqualTo("behind");
    assertThat(names.find("b.example")).isEqualTo("any");
  }

  @Test
  void aNameWithALeadingDotTakesTheNameToo() {
    ServerNames<String> names = new ServerNames<>();
    names.add(".a.example", "a");
    assertThat(names.find("a.example")).isEqualTo("a");
    assertThat(names.find("x.y.a.example")).isEqualTo("a");
  }

  @Test
  void aNameWithALeadingDotCountsForNothingWhereTheNameIsTaken() {
    ServerNames<String> names = new ServerNames<>();
    names.add("a.example", "first");
    names.add(".a.example", "second");
    assertThat(names.find("a.example")).isEqualTo("first");
    assertThat(names.find("x.a.example")).isNull();
  }

  @Test
  void aStarInsideANameIsRefused() {
    ServerNames<String> names = new ServerNames<>();
    names.add("a.*.example", "a");
    assertThat(names.rejection()).isPresent();
  }

  @Test
  void quotesAndBackslashesLoseTheirBackslash() {
    assertThat(ConfigWord.read("/a\\.b\\\\d\\\"")).isEqualTo("/a\\.b\\d\"");
    assertThat(ConfigWord.breaks("/a\\\"b")).isFalse();
    assertThat(ConfigWord.breaks("/a\"b")).isTrue();
    assertThat(ConfigWord.breaks("/a\\")).isTrue();
  }
}
