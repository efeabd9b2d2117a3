package io.github.ingressdesigner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://a.b           | a.b        | 80   | /          | -",
        "https://a.b/         | a.b        | 443  | /          | -",
        "HTTPS://a.b/         | a.b        | 443  | /          | -",
        "http://a.b?x=1       | a.b        | 80   | /          | x=1",
        "http://a.b/?         | a.b        | 80   | /          | ''",
        "http://a.b/x?y?z     | a.b        | 80   | /x         | y?z",
        "http://A.b//x/../%2F | A.b        | 80   | //x/../%2F | -",
        "http://a.b/x#y?z     | a.b        | 80   | /x#y       | z",
        "http://a.b#y         | a.b        | 80   | /#y        | -",
        "http://a.b:8080/x    | a.b        | 8080 | /x         | -",
        "http://a.b:/x        | a.b        | 80   | /x         | -",
        "http://u:p@a.b/x@y   | a.b        | 80   | /x@y       | -",
        "http://[::1]:81/x    | [::1]      | 81   | /x         | -",
        "http://10.0.0.1/x    | 10.0.0.1   | 80   | /x         | -",
        "http://a.b/é b       | a.b        | 80   | /é b       | -",
      })
  void urlIsReadLiterally(String url, String host, int port, String path, String query) {
    Request request = Request.of("GET", url, Map.of());
    assertThat(request.host()).isEqualTo(host);
    assertThat(request.port()).isEqualTo(port);
    assertThat(request.path()).isEqualTo(path);
    assertThat(request.query().orElse(null)).isEqualTo(query);
  }

  @Test
  void hostHeaderReplacesTheHostButNotTheServerName() {
    Request request = Request.of("GET", "https://a.b/", Map.of("host", List.of("c.d:8443")));
    assertThat(request.host()).isEqualTo("c.d");
    assertThat(request.serverName()).contains("a.b");
    assertThat(request.port()).isEqualTo(443);
  }

  @Test
  void emptyHostHeaderIsAnEmptyHost() {
    assertThat(Request.of("GET", "http://a.b/", Map.of("Host", List.of(""))).host()).isEmpty();
  }

  @Test
  void plainHttpHasNoServerName() {
    assertThat(Request.of("GET", "http://a.b/", Map.of()).serverName()).isEmpty();
  }

  @Test
  void headersAreFoundWithoutRegardToCase() {
    Request request = Request.of("GET", "http://a.b/", Map.of("X-Canary", List.of("1", "2")));
    assertThat(request.headers().get("x-canary")).containsExactly("1", "2");
  }

  @Test
  void targetIsWhatTheRequestLineSays() {
    assertThat(Request.of("GET", "http://a.b/x?y", Map.of()).target()).isEqualTo("/x?y");
    assertThat(Request.of("GET", "http://a.b?", Map.of()).target()).isEqualTo("/?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b/x               | no scheme",
        "''                  | no scheme",
        "ftp://a.b/          | scheme ftp",
        "http://             | no host",
        "http:///x           | no host",
        "http://:80/x        | no host",
        "http://a.b:x/       | port x",
        "http://a.b:70000/   | port 70000",
      })
  void badUrlIsRefusedWithAReason(String url, String reason) {
    assertThatThrownBy(() -> Request.of("GET", url, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
