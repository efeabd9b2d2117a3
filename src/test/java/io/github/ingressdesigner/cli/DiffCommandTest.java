package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;

  private Path before;
  private Path after;

  @BeforeEach
  void writeTwoVersions() throws Exception {
    before = Files.writeString(folder.resolve("old.yaml"), Shell.INGRESS);
    after =
        Files.writeString(
            folder.resolve("new.yaml"), Shell.INGRESS.replace("path: /api", "path: /api/v1"));
  }

  private Shell diff(String... more) {
    String[] args = new String[3 + more.length];
    System.arraycopy(new String[] {"diff", before.toString(), after.toString()}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return Shell.run(args);
  }

  @Test
  void theSameRoutingInOtherWordsIsNoDifference() throws Exception {
    Files.writeString(
        after, "# moved\n" + Shell.INGRESS.replace("shop.example", "\"shop.example\""));
    Shell shell = diff();
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("route all requests alike");
  }

  @Test
  void aChangedPathIsToldWithAWitnessAndBothReasons() {
    Shell shell = diff();
    assertThat(shell.code()).isEqualTo(CommandLineApp.FAILED);
    assertThat(shell.out())
        .contains("GET http://shop.example/api (http and https)")
        .contains("api:8080 by default/shop as /api → web:http by default/shop as /api")
        .contains("Complete for all host names");
  }

  @Test
  void acceptedDifferencesHoldNothingUpAnyMore() {
    Path accepted = folder.resolve("accepted.yaml");
    assertThat(diff("--accepted", accepted.toString(), "--accept-all").code()).isZero();
    Shell shell = diff("--accepted", accepted.toString());
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("accepted").doesNotContain("open    ");
  }

  @Test
  void anAcceptedFileThatCannotBeReadIsNamedWithItsPlace() throws Exception {
    Path accepted = Files.writeString(folder.resolve("accepted.yaml"), "accepted:\n- 5\n");
    Shell shell = diff("--accepted", accepted.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("accepted.yaml:2:3: error:");
  }

  @Test
  void markdownIsATable() {
    assertThat(diff("--markdown").out()).contains("| 1 | `GET http://shop.example/api");
  }

  @Test
  void jsonCountsWhatIsOpen() {
    assertThat(diff("--json").out()).contains("\"open\": 1,").contains("\"cause\": \"backend\"");
  }

  @Test
  void whatIsNeitherFileNorRevisionIsBadInput() {
    Shell shell = Shell.run("diff", "no-such-branch", after.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("no-such-branch: There is no such file");
  }

  @Test
  void compareTellsWhereTwoControllersDisagree() {
    Shell shell =
        Shell.run(
            "compare", "--from", "kubernetes-spec", "--to", "haproxy-ingress", before.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.FAILED);
    assertThat(shell.out()).contains("HAProxy Ingress 0.17");
    assertThat(Shell.run("compare", "--from", "x", "--to", "y", before.toString()).code())
        .isEqualTo(CommandLineApp.BAD_INPUT);
  }
}
