package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String LINE =
      "203.0.113.7 - - [25/Nov/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" 200 5 \"-\" \"-\"%s\n";

  @TempDir Path folder;

  private Path before;
  private Path after;
  private Path log;

  @BeforeEach
  void writeTwoVersionsAndALog() throws Exception {
    before = Files.writeString(folder.resolve("old.yaml"), Shell.INGRESS);
    after =
        Files.writeString(
            folder.resolve("new.yaml"), Shell.INGRESS.replace("path: /api", "path: /api/v1"));
    log =
        Files.writeString(
            folder.resolve("access.log"),
            LINE.formatted("/api/orders/17", " shop.example")
                + LINE.formatted("/api/orders/18?token=abc", " shop.example")
                + "nothing of a request\n"
                + LINE.formatted("/", " shop.example"));
  }

  private Shell replay(String... more) {
    List<String> args = new ArrayList<>(List.of("replay", "-f", after.toString()));
    args.addAll(List.of(more));
    args.add(log.toString());
    return Shell.run(args.toArray(String[]::new));
  }

  @Test
  void requestsAreCountedByBackend() {
    Shell shell = replay();
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("3 requests on Kubernetes")
        .containsPattern("default/web:http +3")
        .contains("1 line was not replayed")
        .contains("access.log:3: The line holds no HTTP request");
  }

  @Test
  void requestsThatTheNewVersionAnswersOtherwiseAreTold() {
    Shell shell = replay("--against", before.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.FAILED);
    assertThat(shell.out())
        .contains("2 of 3 requests answered otherwise")
        .contains("GET http://shop.example/api/orders/{number}")
        .contains("Another backend answers")
        .contains("access.log:1  http://shop.example/api/orders/17")
        .doesNotContain("abc");
  }

  @Test
  void theSameVersionsAnswerAlike() {
    assertThat(replay("--against", after.toString()).code()).isZero();
  }

  @Test
  void anotherControllerIsAsked() {
    Shell shell = replay("-c", "kubernetes-spec", "--against-controller", "haproxy-ingress");
    assertThat(shell.out()).contains("from Kubernetes").contains("to HAProxy Ingress");
  }

  @Test
  void jsonHasCountsAndExamples() {
    Shell shell = replay("--against", before.toString(), "--format", "json");
    assertThat(shell.out())
        .contains("\"requests\": 3,")
        .contains("\"changed\": 2,")
        .contains("\"paths\": \"/api/orders/{number}\"")
        .contains("\"line\": 2");
  }

  @Test
  void markdownIsATable() {
    assertThat(replay("--against", before.toString(), "--format", "markdown").out())
        .contains(
            "| 2 | `GET http://shop.example/api/orders/{number}` | Another backend answers |");
  }

  @Test
  void logWithoutHostsNeedsOne() throws Exception {
    Files.writeString(log, LINE.formatted("/api", ""));
    Shell shell = replay();
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("Name it with --host HOST.");
    assertThat(replay("--host", "shop.example").code()).isZero();
  }

  @Test
  void standardInputIsReadAsALog() {
    Shell shell =
        Shell.runWith(
            LINE.formatted("/api", " shop.example"), "replay", "-f", after.toString(), "-");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("standard input: NGINX access log, 1 line.");
  }

  @Test
  void whatCannotBeUnderstoodIsBadInput() throws Exception {
    assertThat(replay("--format", "xml").err()).contains("Write text, json or markdown.");
    assertThat(replay("--scheme", "ftp").err()).contains("Write http or https.");
    assertThat(replay("--log-format", "x").err()).contains("Write har, nginx");
    assertThat(replay("--against-controller", "x").code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(replay("missing.log").err()).contains("missing.log: There is no such file.");
    Files.writeString(log, "no log at all\n");
    assertThat(replay().err()).contains("The format of the logs is not known.");
  }
}
