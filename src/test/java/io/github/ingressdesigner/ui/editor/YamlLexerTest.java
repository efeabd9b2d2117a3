package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YamlLexerTest {
  @Test
  void hostsPathsAndBackendsHaveTheirOwnKind() {
    String text =
        """
        spec:
          rules:
            - host: shop.example.com # main
              http:
                paths:
                  - path: /api
                    pathType: Prefix
                    backend:
                      service:
                        name: api
                        port:
                          number: 8080
        """;
    assertThat(lex(text))
        .contains(
            "HOST shop.example.com",
            "COMMENT # main",
            "PATH /api",
            "VALUE Prefix",
            "BACKEND api",
            "BACKEND 8080");
  }

  @Test
  void nameOutsideBackendsIsPlain() {
    assertThat(lex("metadata:\n  name: shop\n")).contains("VALUE shop");
  }

  @Test
  void flowStyleKnowsItsKeysToo() {
    assertThat(lex("backend: {service: {name: web, port: {number: 80}}}\n"))
        .contains("KEY service", "KEY name", "BACKEND web", "BACKEND 80");
  }

  @Test
  void jsonKeysAreKeys() {
    assertThat(lex("{\"host\": \"a.b\",\n \"paths\": [{\"path\": \"/x\"}]}\n"))
        .contains("KEY \"host\"", "HOST \"a.b\"", "KEY \"paths\"", "PATH \"/x\"");
  }

  @Test
  void hostsOfTlsAreHostsInBothStyles() {
    assertThat(lex("tls:\n- hosts: [a.b, c.d]\n- hosts:\n  - e.f\n"))
        .contains("HOST [", "HOST a.b", "HOST c.d", "HOST ]", "HOST e.f");
  }

  @Test
  void blockScalarSwallowsWhatLooksLikeKeys() {
    assertThat(lex("a:\n  b: |\n    key: value\n    # no comment\n  c: d\n"))
        .contains("VALUE key: value", "VALUE # no comment", "KEY c");
  }

  @Test
  void colonWithoutBlankMakesNoKey() {
    assertThat(lex("url: http://a:80/x\n"))
        .containsExactly("KEY url", "PUNCTUATION :", "VALUE http://a:80/x");
  }

  @Test
  void hashInsideAWordIsNoComment() {
    assertThat(lex("a: b#c # d\n")).contains("VALUE b#c", "COMMENT # d");
  }

  @Test
  void quotedScalarOverTwoLinesEndsAtItsQuote() {
    assertThat(lex("a: \"one\n  two\"\nb: c\n")).contains("VALUE \"one", "VALUE   two\"", "KEY b");
  }

  @Test
  void anchorsAliasesAndTagsAreProperties() {
    assertThat(lex("a: &x 1\nb: *x\nc: !!str 2\n"))
        .contains("PROPERTY &x", "PROPERTY *x", "PROPERTY !!str");
  }

  @Test
  void templatesDoNotOpenFlow() {
    assertThat(lex("{{- if .Values.x }}\nhost: {{ .Values.host }}\n{{- end }}\nname: a\n"))
        .contains("TEMPLATE {{- if .Values.x }}", "TEMPLATE {{ .Values.host }}", "KEY name");
  }

  @Test
  void documentMarkerForgetsWhatWasOpen() {
    assertThat(lex("a: [1\n---\nb: c\n")).contains("PUNCTUATION ---", "KEY b");
  }

  @Test
  void veryLongLineIsOneToken() {
    String line = "a: " + "x".repeat(YamlLexer.LONGEST);
    assertThat(YamlLexer.lex(line, LexState.START).tokens()).hasSize(1);
  }

  @Test
  void windowInTheMiddleColoursAsTheWholeDoes() {
    StringBuilder all = new StringBuilder("spec:\n  rules:\n    - http:\n        paths:\n");
    for (int i = 0; i < 500; i++) {
      all.append("          - path: /p").append(i).append('\n');
      all.append("            backend:\n              service:\n                name: s\n");
    }
    SourceText text = SourceText.of(all.toString());
    List<List<Token>> whole = LexWindow.tokens(text, 0, text.lines().lineCount() - 1);
    assertThat(LexWindow.tokens(text, 1503, 1507)).isEqualTo(whole.subList(1503, 1508));
  }

  @Test
  void tokensOfAnyTextAreOrderedAndInsideTheLine() {
    Random random = new Random(7);
    String alphabet = "ab: -#'\"{}[],&*!|>\t%\\";
    LexState state = LexState.START;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      state = checked(line.toString(), state);
    }
  }

  @Test
  void everyFileOfTheCorpusGivesOrderedTokens() throws IOException {
    String corpus = System.getProperty("corpus.dir", "");
    assumeTrue(!corpus.isEmpty() && Files.isDirectory(Path.of(corpus)), "no corpus: skipped");
    try (Stream<Path> files = Files.walk(Path.of(corpus))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
        LexState state = LexState.START;
        for (String line :
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
          state = checked(line, state);
        }
      }
    }
  }

  private static LexState checked(String line, LexState state) {
    YamlLexer.Line read = YamlLexer.lex(line, state);
    int end = 0;
    for (Token token : read.tokens()) {
      assertThat(token.start()).as(line).isGreaterThanOrEqualTo(end);
      end = token.end();
    }
    assertThat(end).as(line).isLessThanOrEqualTo(line.length());
    return read.next();
  }

  private static List<String> lex(String text) {
    List<String> all = new ArrayList<>();
    LexState state = LexState.START;
    for (String line : text.split("\n")) {
      YamlLexer.Line read = YamlLexer.lex(line, state);
      read.tokens().forEach(t -> all.add(t.kind() + " " + line.substring(t.start(), t.end())));
      state = read.next();
    }
    return all;
  }
}
