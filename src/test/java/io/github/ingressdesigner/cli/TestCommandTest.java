package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String FAILING = Shell.SUITE.replace("{service: web}", "{service: api}");

  @Test
  void passingSuiteGivesZero() {
    Shell shell = Shell.runWith(Shell.SUITE, "test", "-");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .isEqualTo("standard input  Shop  2 passed\n2 tests in 1 suite: 2 passed, 0 failed.\n");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void failureGivesOneWithExpectedActualAndReason() {
    Shell shell = Shell.runWith(FAILING, "test", "-");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out())
        .contains("FAILED  GET http://shop.example/apiary")
        .contains("expected  api")
        .contains("actual    web:http")
        .contains("because   ");
  }

  @Test
  void badSuiteGivesTwoAndTheOthersStillRun(@TempDir Path folder) throws Exception {
    Path good = Files.writeString(folder.resolve("good.yaml"), Shell.SUITE);
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "a: [");
    Shell shell = Shell.run("test", bad.toString(), good.toString());
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith(bad + ":1:").contains(": error: ");
    assertThat(shell.out()).contains("2 passed");
  }

  @Test
  void folderStandsForItsSuites(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), Shell.SUITE);
    Files.writeString(folder.resolve("b.yaml"), FAILING);
    Shell shell = Shell.run("test", folder.toString());
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).endsWith("4 tests in 2 suites: 3 passed, 1 failed.\n");
  }

  @Test
  void ofAFolderWithSuitesTheManifestsAreNoSuites(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("deploy/web"));
    Files.writeString(folder.resolve("deploy/shop.yaml"), Shell.INGRESS);
    Files.writeString(
        folder.resolve("deploy/shop.routes.yaml"),
        """
        controller: kubernetes-spec
        manifests: ["**/*.yaml"]
        routes:
          http://shop.example/api: api
        """);
    Shell shell = Shell.run("test", folder.toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).endsWith("1 test in 1 suite: 1 passed, 0 failed.\n");
  }

  @Test
  void unknownControllerIsBadInput() {
    Shell shell = Shell.runWith(Shell.SUITE, "test", "-c", "nothing", "-");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("The controller nothing is not known");
  }

  @Test
  void missingSuiteIsBadInput() {
    assertThat(Shell.run("test", "no-such.yaml").code()).isEqualTo(2);
    assertThat(Shell.run("test").code()).isEqualTo(2);
  }

  @Test
  void verboseShowsWhatPasses() {
    assertThat(Shell.runWith(Shell.SUITE, "test", "-v", "-").out())
        .contains("ok      GET http://shop.example/api\n");
  }

  @Test
  void manifestsBesideTheSuiteAreFound(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("shop.yaml.txt"), Shell.INGRESS);
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            controller: kubernetes-spec
            manifests: [shop.yaml.txt]
            requests:
            - request: {url: "http://shop.example/api"}
              expect: {service: api}
            """);
    assertThat(Shell.run("test", suite.toString()).code()).isZero();
  }

  @Test
  void jsonIsStable() {
    String expected =
        """
        {
          "version": 1,
          "tests": 2,
          "failed": 1,
          "suites": [
            {
              "file": "standard input",
              "title": "Shop",
              "controller": "kubernetes-spec",
              "tests": [
                {
                  "method": "GET",
                  "url": "http://shop.example/api",
                  "passed": true,
                  "expected": "api:8080",
                  "actual": "api:8080",
                  "reasons": [
        """;
    Shell shell = Shell.runWith(FAILING, "test", "--json", "-");
    assertThat(shell.out()).startsWith(expected).contains("\"passed\": false");
    assertThat(shell.code()).isEqualTo(1);
  }

  @Test
  void coverageNamesThePathsThatNoTestReaches(@TempDir Path folder) throws Exception {
    Path file = suite(folder, "url: \"http://shop.example/apiary\"");
    Shell shell = Shell.run("test", "--coverage", file.toString());
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("Tests reach 1 of 2 paths (50 %).")
        .contains("not reached  shop.example/api  " + file);
  }

  @Test
  void tooLittleCoverageFailsOnlyWhereItIsDemanded(@TempDir Path folder) throws Exception {
    Path file = suite(folder, "url: \"http://shop.example/apiary\"");
    assertThat(Shell.run("test", "--fail-under", "50", file.toString()).code()).isZero();
    Shell shell = Shell.run("test", "--fail-under", "51", file.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.FAILED);
    assertThat(shell.err()).contains("Tests reach 50 % of the paths, 51 % are demanded.");
  }

  /** The suite with its second request alone. */
  private static Path suite(Path folder, String kept) throws Exception {
    String first = Shell.SUITE.substring(0, Shell.SUITE.indexOf("requests:") + 10);
    int at = Shell.SUITE.indexOf("- request: {" + kept);
    return Files.writeString(folder.resolve("suite.yaml"), first + Shell.SUITE.substring(at));
  }

  @Test
  void junitXmlTellsFailuresWithTheirReasons(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("suite.yaml"), Shell.SUITE.replace("service: web", "service: \"a<b\""));
    Shell shell = Shell.run("test", "--junit", file.toString());
    assertThat(shell.code()).isEqualTo(CommandLineApp.FAILED);
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new java.io.StringReader(shell.out())));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    var failures = document.getElementsByTagName("failure");
    assertThat(failures.getLength()).isEqualTo(1);
    assertThat(failures.item(0).getAttributes().getNamedItem("message").getNodeValue())
        .contains("a<b");
  }
}
