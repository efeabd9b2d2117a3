package io.github.ingressdesigner.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
  private static final String COMBINED =
      "203.0.113.7 - - [25/Nov/2026:10:00:00 +0000] \"GET /api/v1?q=1 HTTP/2.0\" 200 512 \"-\""
          + " \"curl/8.5 (example.com)\"";

  private static final String ENVOY =
      "[2026-11-25T10:00:00.000Z] \"POST /cart HTTP/1.1\" 200 - 0 12 3 2 \"203.0.113.7\""
          + " \"Mozilla/5.0\" \"8f0bcd2c-9a4e-4a4f-b2c2-1f6a2f3f9a10\" \"shop.example:8443\""
          + " \"10.0.0.5:8080\"";

  private Optional<LogFormat> format = Optional.empty();

  private List<Recorded.Line> read(byte[] bytes) {
    List<Recorded.Line> lines = new ArrayList<>();
    try {
      format =
          LogReader.read(
              new ByteArrayInputStream(bytes), Optional.empty(), (n, line) -> lines.add(line));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lines;
  }

  private List<Recorded.Line> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Recorded one(String text) {
    List<Recorded.Line> lines = read(text);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).isInstanceOf(Recorded.Line.Told.class);
    return ((Recorded.Line.Told) lines.getFirst()).request();
  }

  private String told(String text) {
    Recorded request = one(text);
    return String.join(
        " ",
        request.method(),
        request.scheme().orElse("?"),
        request.authority().orElse("?"),
        request.target());
  }

  @Test
  void combinedTellsMethodAndTargetButNoHost() {
    assertThat(told(COMBINED)).isEqualTo("GET ? ? /api/v1?q=1");
    assertThat(format).contains(LogFormat.NGINX);
  }

  @Test
  void ingressNginxTellsNoHostEither() {
    String tail =
        " 342 0.003 [shop-api-8080] [] 10.0.0.5:8080 12 0.003 200 0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    assertThat(told(COMBINED + tail)).isEqualTo("GET ? ? /api/v1?q=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" shop.example", " \"shop.example\"", " host=shop.example", " - 0.1 shop.example"})
  void hostBehindTheUserAgentIsFound(String tail) {
    assertThat(one(COMBINED + tail).authority()).contains("shop.example");
  }

  @ParameterizedTest
  @CsvSource({"'shop.example:443 ',''", "'',' shop.example:443'"})
  void hostBesideTheAddressIsFound(String before, String behind) {
    String line = before + COMBINED.replace("203.0.113.7 ", "203.0.113.7" + behind + " ");
    assertThat(one(line).authority()).contains("shop.example:443");
  }

  @Test
  void schemeBehindTheUserAgentIsFound() {
    assertThat(one(COMBINED + " https shop.example").scheme()).contains("https");
    assertThat(one(COMBINED + " TLSv1.3 shop.example").scheme()).contains("https");
  }

  @Test
  void bytesThatNginxEscapedAreRead() {
    String line = COMBINED.replace("/api/v1?q=1", "/caf\\xC3\\xA9/\\x22a\\x22");
    assertThat(one(line).target()).isEqualTo("/café/\"a\"");
  }

  @Test
  void absoluteTargetTellsSchemeAndHost() {
    String line = COMBINED.replace("/api/v1?q=1", "https://me:secret@shop.example:8443/a?b");
    assertThat(told(line)).isEqualTo("GET https shop.example:8443 /a?b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\x16\\x03\\x01\" 400",
        "\"-\" 408",
        "- - - nothing",
        "\"OPTIONS * HTTP/1.1\" 200"
      })
  void lineWithoutARequestIsBad(String line) {
    List<Recorded.Line> lines = read(COMBINED + "\n" + line + "\n");
    assertThat(lines.get(1)).isInstanceOf(Recorded.Line.Bad.class);
  }

  @Test
  void envoyTellsItsAuthority() {
    assertThat(told(ENVOY)).isEqualTo("POST ? shop.example:8443 /cart");
    assertThat(format).contains(LogFormat.ENVOY);
  }

  @Test
  void quoteInAUserAgentDoesNotHideEnvoysAuthority() {
    assertThat(one(ENVOY.replace("Mozilla/5.0", "a \"b\" c")).authority())
        .contains("shop.example:8443");
  }

  @Test
  void istioHasMoreFieldsAroundTheSame() {
    String istio =
        ENVOY.replace("200 - 0", "200 - via_upstream - \"-\" 0")
            + " outbound|80||web.default.svc 10.0.0.1:1 10.0.0.2:80 10.0.0.3:2 - default";
    assertThat(told(istio)).isEqualTo("POST ? shop.example:8443 /cart");
  }

  @Test
  void jsonOfNginxMayHoldTheWholeRequestLine() {
    String line =
        "{\"request\":\"GET /a%2Fb HTTP/1.1\",\"uri\":\"/a/b\",\"host\":\"shop.example\","
            + "\"server_name\":\"_\",\"scheme\":\"https\",\"http_user_agent\":\"a\\x22b\"}";
    assertThat(told(line)).isEqualTo("GET https shop.example /a%2Fb");
    assertThat(format).contains(LogFormat.NGINX_JSON);
  }

  @Test
  void jsonAsIngressNginxDocumentsIt() {
    String line =
        "{\"time\":\"t\",\"vhost\":\"shop.example\",\"request_proto\":\"HTTP/1.1\",\"path\":\"/a\","
            + "\"request_query\":\"q=1\",\"method\":\"PUT\",\"status\":200}";
    assertThat(told(line)).isEqualTo("PUT ? shop.example /a?q=1");
  }

  @Test
  void jsonOfEnvoy() {
    String line =
        "{\"start_time\":\"t\",\"method\":\"GET\",\"path\":\"/a?b\",\"authority\":\"shop.example\","
            + "\"response_flags\":null,\"x_forwarded_proto\":\"https\",\"nested\":{\"path\":\"/no\"}}";
    assertThat(told(line)).isEqualTo("GET https shop.example /a?b");
    assertThat(format).contains(LogFormat.ENVOY_JSON);
  }

  @Test
  void headersThatAJsonLogTellsAreKept() {
    String line =
        "{\"method\":\"GET\",\"uri\":\"/\",\"host\":\"a.x\",\"http_x_canary\":\"always\","
            + "\"headers\":{\"X-Two\":[\"1\",\"2\"],\"X-One\":\"1\"}}";
    assertThat(one(line).headers())
        .containsEntry("x-canary", List.of("always"))
        .containsEntry("X-Two", List.of("1", "2"))
        .containsEntry("X-One", List.of("1"));
  }

  @Test
  void textThatACollectorWrappedIsUnwrapped() {
    String line =
        "{\"log\":\""
            + COMBINED.replace("\"", "\\\"")
            + "\\n\",\"stream\":\"stdout\",\"time\":\"t\"}";
    assertThat(told(line)).isEqualTo("GET ? ? /api/v1?q=1");
  }

  @Test
  void brokenJsonLineIsBadAndTheNextIsRead() {
    List<Recorded.Line> lines = read("{\"uri\":\n{\"uri\":\"/a\",\"host\":\"a.x\"}\n");
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).isInstanceOf(Recorded.Line.Bad.class);
    assertThat(lines.get(1)).isInstanceOf(Recorded.Line.Told.class);
  }

  private static final String HAR =
      """
      {"log": {"version": "1.2", "pages": [{"x": 1}], "entries": [
        {"startedDateTime": "t", "request": {"method": "GET", "url": "https://shop.example/a?token=s",
          "headers": [{"name": "Host", "value": "other.example"}, {"name": "X-A", "value": "1"},
            {"name": ":path", "value": "/a"}], "cookies": [], "bodySize": 0},
         "response": {"content": {"text": "{\\"entries\\": []}"}}},
        {"request": {"method": "GET"}},
        {"request": {"method": "POST", "url": "http://shop.example:8080/b", "headers": []}}
      ]}}
      """;

  @Test
  void harEntriesAreRead() {
    List<Recorded.Line> lines = read(HAR);
    assertThat(format).contains(LogFormat.HAR);
    assertThat(lines).hasSize(3);
    Recorded first = ((Recorded.Line.Told) lines.getFirst()).request();
    assertThat(first.authority()).contains("other.example");
    assertThat(first.scheme()).contains("https");
    assertThat(first.headers()).containsEntry("X-A", List.of("1")).doesNotContainKey(":path");
    assertThat(lines.get(1)).isInstanceOf(Recorded.Line.Bad.class);
    assertThat(((Recorded.Line.Told) lines.get(2)).request().authority())
        .contains("shop.example:8080");
  }

  @Test
  void harThatEndsEarlyGivesWhatItHasAndSaysSo() {
    String cut = HAR.substring(0, HAR.indexOf("\"response\""));
    List<Recorded.Line> lines = read(cut);
    assertThat(lines).hasSize(1).first().isInstanceOf(Recorded.Line.Bad.class);
  }

  @Test
  void gzipIsReadAsItIs() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write((COMBINED + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(bytes.toByteArray())).hasSize(1);
    assertThat(format).contains(LogFormat.NGINX);
  }

  @Test
  void whatIsNoLogIsNotRead() {
    assertThat(read("apiVersion: v1\nkind: Service\n")).isEmpty();
    assertThat(format).isEmpty();
  }

  @Test
  void lineOfMoreThanAMebibyteIsBadAndTheNextIsRead() {
    String text = COMBINED + "\n" + "x".repeat(3 << 20) + "\n" + COMBINED + "\n" + COMBINED;
    List<Recorded.Line> lines = read(text);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).isInstanceOf(Recorded.Line.Bad.class);
    assertThat(lines.get(2)).isInstanceOf(Recorded.Line.Told.class);
  }

  @Test
  void linesKeepTheirNumbersWhereTheyLieAcrossReads() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 2000; i++) {
      text.append(COMBINED.replace("/api/v1", "/line" + i)).append(i % 2 == 0 ? "\r\n" : "\n");
    }
    List<String> seen = new ArrayList<>();
    LogReader.read(
        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        (n, line) -> seen.add(n + " " + ((Recorded.Line.Told) line).request().target()));
    assertThat(seen).hasSize(2000);
    for (int i = 1; i <= 2000; i++) {
      assertThat(seen.get(i - 1)).isEqualTo(i + " /line" + i + "?q=1");
    }
  }
}
