package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCommandTest {
  private static final String URL = "http://shop.example/api/v1?x=1";

  private static Shell route(String input, String... more) {
    String[] args = new String[5 + more.length];
    System.arraycopy(new String[] {"route", "-f", "-", "GET", URL}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return Shell.runWith(input, args);
  }

  @Test
  void answerNamesBackendOwnerRuleAndReason() {
    Shell shell = route(Shell.INGRESS);
    assertThat(shell.code()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .contains("GET " + URL)
        .contains("→ api:8080")
        .contains("default/shop")
        .contains("spec.rules[0].http.paths[0]  standard input:10:7")
        .contains("receives /api/v1?x=1")
        .contains("because");
  }

  @Test
  void explanationShowsTheLosersWithTheirPlaces() {
    Shell shell = route(Shell.INGRESS, "--explain");
    assertThat(shell.out()).contains("beaten").contains("standard input:17:7");
  }

  @Test
  void withoutExplanationLosersAreNotShown() {
    assertThat(route(Shell.INGRESS).out()).doesNotContain("beaten");
  }

  @Test
  void nothingMatchedIsAnAnswerToo() {
    Shell shell = Shell.runWith(Shell.INGRESS, "route", "-f", "-", "GET", "http://other.example/");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("→ the controller's default backend (404)");
  }

  @Test
  void headersArePartOfTheRequest() {
    Shell shell =
        Shell.runWith(
            Shell.INGRESS,
            "route",
            "-f",
            "-",
            "GET",
            "http://10.0.0.1/",
            "-H",
            "Host: shop.example");
    assertThat(shell.out()).contains("web:http");
  }

  @Test
  void headerWithoutColonIsBadInput() {
    Shell shell = route(Shell.INGRESS, "-H", "nonsense");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("The header \"nonsense\" has no colon");
  }

  @Test
  void warningGoesToStandardErrorWithItsPlace() {
    Shell shell = route(Shell.INGRESS.replace("number: 8080", "number: \"8080\""));
    assertThat(shell.code()).isZero();
    assertThat(shell.err()).startsWith("standard input:16:15: warning: The port number");
  }

  @Test
  void brokenYamlIsBadInputWithItsPlace() {
    Shell shell = route(Shell.INGRESS.replace("  name: shop", "  name: [shop"));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).containsPattern("^standard input:\\d+:\\d+: error: ");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void brokenSecondDocumentIsBadInput() {
    assertThat(route(Shell.INGRESS + "---\na: [\n").code()).isEqualTo(2);
  }

  @Test
  void templateIsToldToBeRendered() {
    Shell shell = route(Shell.INGRESS.replace("name: shop", "name: {{ .Release.Name }}"));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .startsWith("standard input:4:9: error: ")
        .contains("Render it first, with helm template");
  }

  @Test
  void urlWithoutSchemeIsBadInput() {
    Shell shell = Shell.runWith(Shell.INGRESS, "route", "-f", "-", "GET", "shop.example/");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith("shop.example/: ");
  }

  @Test
  void unknownControllerIsBadInputAndNamesTheKnown() {
    Shell shell = route(Shell.INGRESS, "--controller", "haproxy-plus");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .contains("The controller haproxy-plus is not known")
        .contains("kubernetes-spec");
  }

  @Test
  void missingFileIsBadInput() {
    Shell shell = Shell.run("route", "-f", "no-such.yaml", "GET", URL);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).isEqualToIgnoringNewLines("no-such.yaml: There is no such file.");
  }

  @Test
  void standardInputCannotBeReadTwice() {
    assertThat(route(Shell.INGRESS, "-f", "-").code()).isEqualTo(2);
  }

  @Test
  void missingArgumentsAreBadInput() {
    Shell shell = Shell.run("route");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("Usage:");
  }

  @Test
  void textThatIsNotUtf8IsBadInput(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.yaml");
    Files.write(file, "kind: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Shell shell = Shell.run("route", "-f", file.toString(), "GET", URL);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith(file.toString());
  }

  @Test
  void folderStandsForItsFilesAndNotForHiddenOnes(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("below"));
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("below/shop.yml"), Shell.INGRESS);
    Files.writeString(folder.resolve(".git/broken.yaml"), "a: [");
    Files.writeString(folder.resolve("notes.txt"), "a: [");
    Shell shell = Shell.run("route", "-f", folder.toString(), "GET", URL);
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("api:8080").contains("shop.yml:10:7");
  }

  @Test
  void folderWithoutManifestsIsBadInput(@TempDir Path folder) {
    assertThat(Shell.run("route", "-f", folder.toString(), "GET", URL).code()).isEqualTo(2);
  }

  @Test
  void severalFilesAreReadTogether(@TempDir Path folder) throws Exception {
    Path one = Files.writeString(folder.resolve("1.yaml"), Shell.INGRESS);
    Path two =
        Files.writeString(
            folder.resolve("2.yaml"),
            Shell.INGRESS.replace("shop.example", "b.example").replace("name: shop", "name: b"));
    Shell shell =
        Shell.run(
            "route", "-f", one.toString(), "-f", two.toString(), "GET", "http://b.example/api");
    assertThat(shell.out()).contains("default/b").contains("2.yaml:10:7");
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreRead() {
    Shell shell = route("\uFEFF" + Shell.INGRESS.replace("\n", "\r\n"));
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("standard input:10:7");
  }

  @Test
  void valuesOfSecretsAreNeverShown() {
    String secret =
        "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"
            + "data: {a: hunter2, b: 20022002}\n";
    Shell shell = route(Shell.INGRESS + secret, "--json");
    assertThat(shell.err()).contains("warning").doesNotContain("20022002");
    assertThat(shell.out()).doesNotContain("hunter2").doesNotContain("20022002");
  }

  @Test
  void jsonIsStable() {
    String expected =
        """
        {
          "version": 1,
          "controller": "kubernetes-spec",
          "controllerReason": "No IngressClass, class name or annotation in the files names a\
         controller.",
          "request": {
            "method": "GET",
            "url": "http://shop.example/api/v1?x=1",
            "scheme": "http",
            "host": "shop.example",
            "port": 80,
            "path": "/api/v1",
            "query": "x=1",
            "headers": {
              "Accept": [
                "*/*"
              ]
            }
          },
          "outcome": {
            "kind": "backend",
            "service": "api",
            "port": 8080,
            "ingress": "default/shop",
            "upstreamPath": "/api/v1?x=1",
            "at": {
              "file": "standard input",
              "line": 10,
              "column": 7,
              "field": "spec.rules[0].http.paths[0]"
            }
          },
          "confidence": "exact",
          "trace": [
        """;
    assertThat(route(Shell.INGRESS, "--json", "-H", "Accept: */*").out()).startsWith(expected);
  }

  @Test
  void jsonOfNothingMatchedHasTheStatus() {
    Shell shell =
        Shell.runWith(Shell.INGRESS, "route", "--json", "-f", "-", "GET", "http://other.example/");
    assertThat(shell.out()).contains("\"kind\": \"defaultBackend\",\n    \"status\": 404");
  }

  @Test
  void jsonHoldsTheWarnings() {
    Shell shell = route(Shell.INGRESS.replace("number: 8080", "number: \"8080\""), "--json");
    assertThat(shell.out()).contains("\"warnings\": [\n    {\n      \"file\": \"standard input\"");
  }

  @Test
  void explanationInJsonIsAlwaysComplete() {
    assertThat(route(Shell.INGRESS, "--json").out())
        .contains("\"verdict\": \"beaten\"")
        .contains("\"step\": \"host\"");
  }

  @Test
  void theSettingsFileBesideTheFilesNamesTheController(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("in.yaml"), Shell.INGRESS);
    Files.writeString(folder.resolve(".ingress-designer.yaml"), "controller: nowhere\n");
    Shell shell = Shell.run("route", "-f", file.toString(), "GET", URL);
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("The controller nowhere is not known");

    assertThat(
            Shell.run("route", "-c", "kubernetes-spec", "-f", file.toString(), "GET", URL).code())
        .isZero();
  }

  @Test
  void aBrokenSettingsFileIsNamedWithItsLine(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("in.yaml"), Shell.INGRESS);
    Files.writeString(folder.resolve(".ingress-designer.yaml"), "\nsettings: 5\n");
    Shell shell = Shell.run("route", "-f", file.toString(), "GET", URL);
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains(".ingress-designer.yaml, line 2:");
  }

  @Test
  void aSettingThatTheControllerDoesNotHaveIsRefused() {
    Shell shell = route(Shell.INGRESS, "-c", "kubernetes-spec", "--config", "a=b");
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("--config a: ").contains("no settings");
  }

  @Test
  void aControllerThatIsNotModelledIsToldOf() {
    Shell shell = route(Shell.INGRESS.replace("spec:\n", "spec:\n  ingressClassName: alb\n"));
    assertThat(shell.err()).contains("AWS Load Balancer Controller, which is not modelled");
  }

  @Test
  void controllersAreListed() {
    assertThat(Shell.run("controllers").out()).contains("kubernetes-spec");
    assertThat(Shell.run("controllers", "kubernetes-spec").out()).contains("No setting");
    assertThat(Shell.run("controllers", "nowhere").code()).isEqualTo(CommandLineApp.BAD_INPUT);
  }
}
