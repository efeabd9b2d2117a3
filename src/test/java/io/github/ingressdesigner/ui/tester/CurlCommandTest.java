package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlCommandTest {
  private static CurlCommand parse(String text) {
    return CurlCommand.parse(text).orElseThrow();
  }

  @Test
  void browserCommandOverSeveralLinesIsRead() {
    CurlCommand command =
        parse(
            """
            curl 'https://shop.example.com/api?x=1&y=2' \\
              -H 'accept: */*' \\
              -H 'cookie: a=1; b=2' \\
              --compressed
            """);
    assertThat(command.url()).isEqualTo("https://shop.example.com/api?x=1&y=2");
    assertThat(command.method()).isEqualTo("GET");
    assertThat(command.headers())
        .containsExactly(new Header("accept", "*/*"), new Header("cookie", "a=1; b=2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -X PUT http://h/",
        "curl -XPUT http://h/",
        "curl --request PUT http://h/",
        "curl --request=PUT http://h/",
        "curl http://h/ -X PUT -d x=1",
      })
  void methodIsReadInEveryForm(String text) {
    assertThat(parse(text).method()).isEqualTo("PUT");
    assertThat(parse(text).url()).isEqualTo("http://h/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -d x=1 http://h/",
        "curl http://h/ --data-raw '{}'",
        "curl --json {} http://h/"
      })
  void dataMakesItAPost(String text) {
    assertThat(parse(text).method()).isEqualTo("POST");
    assertThat(parse(text).url()).isEqualTo("http://h/");
  }

  @Test
  void headAsksForHead() {
    assertThat(parse("curl -I http://h/").method()).isEqualTo("HEAD");
  }

  @Test
  void valuesOfOtherOptionsAreNotTheUrl() {
    assertThat(parse("curl -k -s -o out.html -m 5 --resolve h:443:1.2.3.4 https://h/x").url())
        .isEqualTo("https://h/x");
  }

  @Test
  void cookieAgentRefererAndUserAreHeaders() {
    assertThat(parse("curl -b a=1 -A me -e http://r/ -u u:p h").headers())
        .containsExactly(
            new Header("Cookie", "a=1"),
            new Header("User-Agent", "me"),
            new Header("Referer", "http://r/"),
            new Header("Authorization", "Basic dTpw"));
  }

  @Test
  void urlWithoutSchemeMeansHttpAsForCurl() {
    assertThat(parse("curl shop.example.com/x").url()).isEqualTo("http://shop.example.com/x");
  }

  @Test
  void quotesAndEscapesAreResolved() {
    assertThat(parse("curl \"http://h/a\\\"b\" -H $'x: it\\'s \\u00e9' -H a:\\ b").headers())
        .containsExactly(new Header("x", "it's \u00e9"), new Header("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "curl", "wget http://h/", "curl -H 'a: b'", "curl -X"})
  void textWithoutUrlIsNoCommand(String text) {
    assertThat(CurlCommand.parse(text)).isEmpty();
  }

  @Test
  void writtenCommandIsReadBackAsTheSame() {
    CurlCommand command =
        new CurlCommand(
            "PATCH",
            "https://h/it's?a=1&b=$x",
            List.of(new Header("X-A", "\"q\" \\ 'r'"), new Header("X-Empty", "")));
    assertThat(CurlCommand.parse(command.text())).contains(command);
  }

  @Test
  void plainGetIsWrittenShort() {
    assertThat(new CurlCommand("GET", "https://h/api", List.of()).text())
        .isEqualTo("curl --path-as-is https://h/api");
  }
}
