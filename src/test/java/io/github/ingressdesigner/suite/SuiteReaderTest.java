package io.github.ingressdesigner.suite;

import static io.github.ingressdesigner.suite.Suites.notices;
import static io.github.ingressdesigner.suite.Suites.read;
import static io.github.ingressdesigner.suite.Suites.ready;
import static io.github.ingressdesigner.suite.Suites.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {
  private static final String OK = "  expect: {status: 404}";

  @Test
  void suiteIsRead() {
    Suite suite =
        ready(
            suite(
                "- request:",
                "    method: POST",
                "    url: \"https://shop.example/a//b?c\"",
                "    headers: {X-One: 1, X-Two: [a, b]}",
                OK,
                "  why: because"));
    Suite.Case test = suite.cases().getFirst();
    assertThat(suite.title()).contains("Shop");
    assertThat(suite.controller()).contains("kubernetes-spec");
    assertThat(suite.manifests().resources().ingresses()).hasSize(1);
    assertThat(test.request().method()).isEqualTo("POST");
    assertThat(test.request().target()).isEqualTo("/a//b?c");
    assertThat(test.request().headers())
        .containsEntry("x-one", List.of("1"))
        .containsEntry("x-two", List.of("a", "b"));
    assertThat(test.expectation()).isEqualTo(new Expectation.Answer(404));
    assertThat(test.why()).contains("because");
    assertThat(test.spot()).isEqualTo(new Spot("suite.yaml", 20, 3));
  }

  @Test
  void methodIsGetWhereNoneIsWritten() {
    Suite suite = ready(suite("- request: {url: \"http://a/\"}", OK));
    assertThat(suite.cases().getFirst().request().method()).isEqualTo("GET");
  }

  @Test
  void controllerConfigIsKept() {
    String text = suite("- request: {url: \"http://a/\"}", OK) + "controllerConfig: {a: 1}\n";
    assertThat(ready(text).controllerConfig()).containsEntry("a", "1");
  }

  @Test
  void warningOfAManifestNamesTheLineOfTheSuite() {
    String text =
        suite("- request: {url: \"http://a/\"}", OK).replace("number: 8080", "number: \"80\"");
    assertThat(ready(text).manifests().warnings())
        .extracting(n -> n.spot().toString())
        .containsExactly("suite.yaml:15:49");
  }

  @Test
  void brokenManifestNamesTheLineOfTheSuite() {
    String text =
        suite("- request: {url: \"http://a/\"}", OK).replace("- path: /\n", "- path: : /\n");
    assertThat(notices(text)).singleElement().asString().startsWith("suite.yaml:16:");
  }

  @Test
  void unknownFieldIsRefused() {
    assertThat(notices(suite("- request: {url: \"http://a/\"}", "  expect: {sttus: 404}")))
        .first()
        .asString()
        .startsWith("suite.yaml:21:12: expect has no field sttus.");
  }

  @Test
  void urlWithoutSchemeIsRefusedAtItsPlace() {
    assertThat(notices(suite("- request: {url: shop/}", OK)))
        .singleElement()
        .asString()
        .startsWith("suite.yaml:20:18: ");
  }

  @Test
  void missingExpectIsRefused() {
    assertThat(notices(suite("- request: {url: \"http://a/\"}")))
        .containsExactly("suite.yaml:20:3: An entry of requests needs expect.");
  }

  @Test
  void expectationThatSaysNothingIsRefused() {
    assertThat(notices(suite("- request: {url: \"http://a/\"}", "  expect: {}")))
        .singleElement()
        .asString()
        .contains("expect says nothing");
  }

  @Test
  void falseFlagIsRefused() {
    assertThat(
            notices(
                suite(
                    "- request: {url: \"http://a/\"}", "  expect: {tlsRefused: false, status: 1}")))
        .singleElement()
        .asString()
        .contains("tlsRefused can only be true");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(
            notices(
                suite(
                    "- request: {url: shop/}",
                    OK,
                    "- request: {url: \"http://a/\"}",
                    "  expect: {status: many}",
                    "- 5")))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void suiteWithoutRequestsIsRefused() {
    assertThat(notices("controller: kubernetes-spec\nmanifests: ''\n"))
        .containsExactly("suite.yaml:1:1: The suite has no requests.");
  }

  @Test
  void emptyFileIsRefused() {
    assertThat(notices("# nothing\n")).singleElement().asString().contains("The suite is empty");
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThat(notices("a: [1\nb: 2\n")).singleElement().asString().startsWith("suite.yaml:2:");
  }

  @Test
  void secondDocumentIsRefused() {
    assertThat(notices("a: 1\n---\nb: 2\n"))
        .singleElement()
        .asString()
        .startsWith("suite.yaml:3:1: A suite is one YAML document");
  }

  @Test
  void listIsNoSuite() {
    assertThat(notices("- 1\n")).containsExactly("suite.yaml:1:1: A suite must be a mapping.");
  }

  @Test
  void manifestsMayBeFilesBesideTheSuite(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "kind: Service\napiVersion: v1\n");
    String text = "manifests: [a.yaml]\nrequests:\n- request: {url: \"http://a/\"}\n" + OK;
    SuiteRead read = SuiteReader.read("s", SourceText.of(text), folder);
    assertThat(read)
        .isInstanceOfSatisfying(
            SuiteRead.Ready.class,
            ready -> assertThat(ready.suite().manifests().resources().services()).hasSize(1));
  }

  @Test
  void missingManifestFileIsRefused(@TempDir Path folder) {
    String text = "manifests: [a.yaml]\nrequests:\n- request: {url: \"http://a/\"}\n" + OK;
    assertThat(SuiteReader.read("s", SourceText.of(text), folder).toString())
        .contains("There is no file a.yaml.");
  }

  @Test
  void anyOfIsReadWithShares() {
    Suite suite =
        ready(
            suite(
                "- request: {url: \"http://a/\"}",
                "  expect: {anyOf: [{service: a}, {service: b}], canaryShare: 0.25}"));
    assertThat(suite.cases().getFirst().expectation())
        .isInstanceOfSatisfying(
            Expectation.AnyOf.class,
            any -> {
              assertThat(any.options()).hasSize(2);
              assertThat(any.options().getFirst().share()).contains(0.25);
            });
  }

  @Test
  void templateIsToldToBeRendered() {
    assertThat(read("{{ .Values.a }}\n").toString()).contains("template");
  }

  @Test
  void manifestsMayBeGlobs(@TempDir Path folder) throws Exception {
    Path deep = Files.createDirectories(folder.resolve("deploy/prod"));
    Files.writeString(deep.resolve("a.yaml"), "kind: Service\napiVersion: v1\n");
    Files.writeString(folder.resolve("deploy/b.yaml"), "kind: Service\napiVersion: v1\n");
    Files.writeString(folder.resolve("deploy/c.txt"), "kind: Service\napiVersion: v1\n");
    assertThat(services("deploy/**.yaml", folder)).isEqualTo(2);
    assertThat(services("deploy/*.yaml", folder)).isEqualTo(1);
    assertThat(services("deploy/{prod,test}/*.yaml", folder)).isEqualTo(1);
    String none = "manifests: [deploy/*.yml]\nrequests:\n- request: {url: \"http://a/\"}\n" + OK;
    assertThat(SuiteReader.read("s", SourceText.of(none), folder).toString())
        .contains("No file is named like deploy/*.yml.");
  }

  private static long services(String glob, Path folder) {
    String text = "manifests: ['" + glob + "']\nrequests:\n- request: {url: \"http://a/\"}\n" + OK;
    SuiteRead read = SuiteReader.read("s", SourceText.of(text), folder);
    assertThat(read).isInstanceOf(SuiteRead.Ready.class);
    return ((SuiteRead.Ready) read).suite().manifests().resources().services().count();
  }

  @Test
  void theShortFormIsOneLineForEachRequest() {
    Suite suite =
        ready(
            """
            manifests: ''
            routes:
              https://a.example/x: api:80 as /y
              POST http://a.example/: 404
            """);
    assertThat(suite.cases()).hasSize(2);
    assertThat(suite.cases().get(0).spot().line()).isEqualTo(3);
    assertThat(suite.cases().get(1).request().method()).isEqualTo("POST");
    assertThat(suite.cases().get(1).expectation()).isEqualTo(new Expectation.Answer(404));
  }

  @Test
  void aShortAnswerThatIsNoneIsNoticedWithItsPlace() {
    assertThat(notices("manifests: ''\nroutes:\n  http://a.example/: Api!\n"))
        .singleElement()
        .asString()
        .startsWith("suite.yaml:3:22: \"Api!\" is no answer.");
  }
}
