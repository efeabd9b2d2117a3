package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every recorded answer of a real controller: one container for each controller, one test for each
 * file. The property {@code cases.only} limits them to one controller.
 */
class RoutingCasesTest {
  @TestFactory
  Stream<DynamicNode> everyRequestGoesWhereTheControllerSendsIt() {
    Optional<String> only = Optional.ofNullable(System.getProperty("cases.only"));
    return Dialects.all().stream()
        .filter(dialect -> only.filter(id -> !id.equals(dialect.id())).isEmpty())
        .filter(dialect -> getClass().getResource(dialect.id()) != null)
        .map(dialect -> DynamicContainer.dynamicContainer(dialect.id(), tests(dialect)));
  }

  private Stream<DynamicTest> tests(Dialect dialect) {
    List<Path> files = files(dialect.id());
    assertThat(files).as("cases of %s", dialect.id()).isNotEmpty();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    SuiteResult.Ran ran = run(file);
    List<String> failures =
        ran.cases().stream().filter(result -> !result.passed()).map(this::sentence).toList();
    assertThat(failures).as("of %d requests", ran.cases().size()).isEmpty();
    assertThat(ran.cases()).isNotEmpty();
    assertTheFastAnswerIsTheExplainedOne(ran);
  }

  private static void assertTheFastAnswerIsTheExplainedOne(SuiteResult.Ran ran) {
    Suite suite = ran.suite();
    Dialect dialect = Dialects.find(ran.controller()).orElseThrow();
    RouteTable table =
        dialect
            .withConfig(new DialectConfig(suite.controllerConfig()))
            .compile(suite.manifests().resources(), Optional.empty());
    for (CaseResult result : ran.cases()) {
      assertThat(table.find(result.test().request()))
          .as("%s", result.test().spot())
          .isEqualTo(result.decision().outcome());
      assertThat(result.decision().trace().steps()).as("%s", result.test().spot()).isNotEmpty();
    }
  }

  private String sentence(CaseResult result) {
    return "%n%s %s %s%n  expected %s%n  actual   %s%n  because  %s"
        .formatted(
            result.test().spot(),
            result.test().request().method(),
            result.test().url(),
            result.expected(),
            result.actual(),
            result.reasons());
  }

  private List<Path> files(String controller) {
    try (Stream<Path> files = Files.list(Path.of(getClass().getResource(controller).toURI()))) {
      return files.sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SuiteResult.Ran run(Path file) throws IOException {
    var text = FileBytes.decode(Files.readAllBytes(file)).text();
    SuiteRead read = SuiteReader.read(file.toString(), text, file.getParent());
    assertThat(read).as(read.toString()).isInstanceOf(SuiteRead.Ready.class);
    SuiteResult result = SuiteRunner.run(((SuiteRead.Ready) read).suite(), Optional.empty());
    assertThat(result).isInstanceOf(SuiteResult.Ran.class);
    return (SuiteResult.Ran) result;
  }
}
