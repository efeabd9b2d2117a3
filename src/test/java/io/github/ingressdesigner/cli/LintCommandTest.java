package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class LintCommandTest {
  /** A path without a slash and a host in upper case. */
  private static final String BAD =
      Shell.INGRESS.replace("shop.example", "Shop.example").replace("path: /api", "path: api");

  @TempDir private Path folder;

  private static Shell lint(String input, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "lint";
    args[1] = "--only";
    args[2] = "api-server";
    System.arraycopy(options, 0, args, 3, options.length);
    args[args.length - 1] = "-";
    return Shell.runWith(input, args);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  @Test
  void cleanFileExitsWithZero() {
    Shell shell = lint(Shell.INGRESS);

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).isEqualTo("0 errors, 0 warnings in 1 file.\n");
  }

  @Test
  void errorsExitWithOne() {
    assertThat(lint(BAD).code()).isEqualTo(1);
  }

  @Test
  void warningsAloneExitWithZero() {
    String warned =
        Shell.INGRESS.replace(
            "  name: shop", "  name: shop\n  annotations: {kubernetes.io/ingress.class: nginx}");

    Shell shell = lint(warned);

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("warning: metadata.annotations").contains("1 warning");
  }

  @Test
  void textTellsPlaceFieldMessageAndRule() {
    assertThat(lint(BAD).out())
        .startsWith(
            "standard input:7:11: error: spec.rules[0].host: Invalid value: \"Shop.example\": a"
                + " lowercase RFC 1123 subdomain must consist of")
        .contains("[ingress-host]")
        .contains(
            "standard input:10:15: error: spec.rules[0].http.paths[0].path: Invalid value: \"api\":"
                + " must be an absolute path [ingress-path]")
        .endsWith("2 errors, 0 warnings in 1 file. --fix mends 2.\n");
  }

  @Test
  void jsonHasTheDocumentedKeysInTheirOrder() {
    Map<String, Object> json = json(lint(BAD, "--format", "json").out());

    assertThat(json.keySet()).containsExactly("findings", "summary");
    List<?> findings = (List<?>) json.get("findings");
    assertThat(((Map<?, ?>) findings.get(1)).toString())
        .isEqualTo(
            "{rule=ingress-path, group=api-server, severity=error, file=standard input, line=10,"
                + " column=15, resource=Ingress shop, field=spec.rules[0].http.paths[0].path,"
                + " reason=FieldValueInvalid, message=Invalid value: \"api\": must be an absolute"
                + " path}");
    assertThat(json.get("summary"))
        .hasToString("{files=1, errors=2, warnings=0, infos=0, fixed=0}");
  }

  @Test
  void sarifHasRuleLevelAndRegion() {
    Map<String, Object> json = json(lint(BAD, "--format", "sarif").out());

    assertThat(json).containsEntry("version", "2.1.0");
    Map<?, ?> run = (Map<?, ?>) ((List<?>) json.get("runs")).getFirst();
    Map<?, ?> result = (Map<?, ?>) ((List<?>) run.get("results")).getFirst();
    assertThat(result.get("ruleId")).isEqualTo("ingress-host");
    assertThat(result.get("level")).isEqualTo("error");
    assertThat(result.get("locations").toString())
        .contains("{startLine=7, startColumn=11, endLine=7, endColumn=23}");
  }

  @Test
  void githubGetsOneCommandForEachFinding() {
    assertThat(lint(BAD, "--format", "github").out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("::error file=standard input,line="))
        .anyMatch(line -> line.contains(",col=15,title=ingress-path::spec.rules[0]"));
  }

  @Test
  void githubEscapesWhatWouldEndACommand() {
    String yaml = Shell.INGRESS.replace("/api", "\"/a%2fb\"");

    assertThat(lint(yaml, "--format", "github").out()).contains("must not contain '%252f'");
  }

  @Test
  void onlyLeavesOtherGroupsOut() {
    assertThat(Shell.runWith(BAD, "lint", "--only", "controller", "-").code()).isZero();
  }

  @Test
  void versionDecidesAboutNamesOfServices() {
    String yaml = Shell.INGRESS.replace("name: api", "name: 1api");

    assertThat(lint(yaml, "--kubernetes-version", "1.35").code()).isEqualTo(1);
    assertThat(lint(yaml, "--kubernetes-version", "v1.36.0").code()).isZero();
  }

  @Test
  void settingsFileTurnsARuleOffAndSetsTheVersion() throws IOException {
    file(
        ".ingress-designer.yaml",
        "lint:\n  kubernetes-version: \"1.37\"\n  rules:\n    ingress-host: off\n");
    Path file =
        file(
            "shop.yaml", BAD.replace("path: api", "path: /api").replace("name: api", "name: 1api"));

    assertThat(Shell.run("lint", "--only", "api-server", file.toString()).code()).isZero();
  }

  @Test
  void settingsOfARuleThatDoesNotExistAreTold() throws IOException {
    file(".ingress-designer.yaml", "lint:\n  rules:\n    no-such: off\n");
    Path file = file("shop.yaml", Shell.INGRESS);

    assertThat(Shell.run("lint", file.toString()).err()).contains("There is no rule \"no-such\"");
  }

  @Test
  void badOptionsExitWithTwo() {
    assertThat(lint(BAD, "--format", "xml").code()).isEqualTo(2);
    assertThat(lint(BAD, "--kubernetes-version", "two").code()).isEqualTo(2);
    assertThat(Shell.runWith(BAD, "lint", "--only", "taste", "-").code()).isEqualTo(2);
  }

  @Test
  void missingFileExitsWithTwo() {
    Shell shell = Shell.run("lint", folder.resolve("none.yaml").toString());

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("none.yaml");
  }

  @Test
  void brokenYamlIsAFinding() {
    Shell shell = lint("a: [\n");

    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).contains("[yaml-syntax]");
  }

  @Test
  void fileWithoutObjectsIsRefusedAsByKubectl() {
    assertThat(lint("# nothing\n").out()).contains("[no-objects]");
  }

  @Test
  void fixChangesNothingButWhatIsWrong() throws IOException {
    Path file = file("shop.yaml", "# ours\r\n" + BAD.replace("\n", "\r\n"));

    Shell shell = Shell.run("lint", "--only", "api-server", "--fix", file.toString());

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("Mended 2.");
    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .isEqualTo("# ours\r\n" + Shell.INGRESS.replace("\n", "\r\n"));
  }

  @Test
  void fixMendsWhatHidBehindAnother() throws IOException {
    String hidden = BAD.replace("number: 8080", "number: \"8080\"");
    Path file = file("shop.yaml", hidden);

    Shell.run("lint", "--only", "api-server", "--fix", file.toString());

    assertThat(Files.readString(file)).isEqualTo(Shell.INGRESS);
  }

  @Test
  void fixLeavesAFileAloneThatNeedsADecision() throws IOException {
    String undecided = Shell.INGRESS.replaceFirst(" *pathType: Prefix\n", "");
    Path file = file("shop.yaml", undecided);

    Shell shell = Shell.run("lint", "--only", "api-server", "--fix", file.toString());

    assertThat(shell.code()).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo(undecided);
  }

  @Test
  void standardInputCannotBeFixed() {
    assertThat(lint(BAD, "--fix").code()).isEqualTo(2);
  }
}
