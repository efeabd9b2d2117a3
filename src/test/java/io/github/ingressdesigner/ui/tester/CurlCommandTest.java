package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          curl -sSk -X POST http://h/a                        -> POST http://h/a
          curl -sSkXPOST http://h/a                           -> POST http://h/a
          curl -ksI http://h/a                                -> HEAD http://h/a
          curl -G -d x=1 -d y=2 http://h/a                    -> GET http://h/a?x=1&y=2
          curl -G http://h/a?z=0 --data-urlencode "q=a b&c"   -> GET http://h/a?z=0&q=a%20b%26c
          curl --url-query "q=a b" http://h/a                 -> GET http://h/a?q=a%20b
          curl -T file http://h/a                             -> PUT http://h/a
          curl http://h/a/../b/./c?x=/../y                    -> GET http://h/b/c?x=/../y
          curl http://h/a/..                                  -> GET http://h/
          curl --path-as-is http://h/a/../b                   -> GET http://h/a/../b
          curl http://h/a#part                                -> GET http://h/a
          curl --request-target /x?y http://h/a               -> GET http://h/x?y
          curl --connect-to h:443:10.0.0.1:8443 https://h/a   -> GET https://h/a
          curl --resolve h:443:10.0.0.1 -k https://h/a        -> GET https://h/a
          curl --max-time 5 --retry 3 -w x -o /dev/null http://h/a -> GET http://h/a
          curl http://h/a | jq -r .x                          -> GET http://h/a
          curl http://h/a && curl -X PUT http://i/            -> GET http://h/a
          curl -- http://h/a                                  -> GET http://h/a
          curl --unknown-flag http://h/a                      -> GET http://h/a
          $ curl http://h/a                                   -> GET http://h/a
          /usr/bin/curl http://h/a                            -> GET http://h/a
          sudo curl http://h/a                                -> GET http://h/a
          HTTPS_PROXY=x curl http://h/a                       -> GET http://h/a
          """)
  void commandIsReadAsCurlReadsIt(String text, String expected) {
    CurlCommand command = parse(text);
    assertThat(command.method() + " " + command.url()).isEqualTo(expected);
    assertThat(CurlCommand.looksLike(text)).isTrue();
  }

  @Test
  void commandForWindowsIsRead() {
    CurlCommand command =
        parse("curl ^\"https://h/a?x=1^&y=2^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  --compressed");
    assertThat(command.url()).isEqualTo("https://h/a?x=1&y=2");
    assertThat(command.headers()).containsExactly(new Header("accept", "*/*"));
  }

  @Test
  void severalCookiesAreOneHeaderAndACookieFileIsPassedOver() {
    assertThat(parse("curl -b a=1 -b 'b=2;' -b jar.txt http://h/").headers())
        .containsExactly(new Header("Cookie", "a=1; b=2"));
  }

  @Test
  void headerWithoutValueIsNotSentAndOneOfAFileIsPassedOver() {
    assertThat(parse("curl -H 'Accept:' -H @file -H 'X-Empty;' http://h/").headers())
        .containsExactly(new Header("X-Empty", ""));
  }

  @Test
  void bearerAndJsonAreHeaders() {
    assertThat(parse("curl --oauth2-bearer t --json '{}' http://h/").headers())
        .containsExactly(
            new Header("Authorization", "Bearer t"),
            new Header("Content-Type", "application/json"),
            new Header("Accept", "application/json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/curl", "shop.example.com/curl x", "curling http://h/"})
  void urlIsNoCommand(String text) {
    assertThat(CurlCommand.looksLike(text)).isFalse();
  }
}
