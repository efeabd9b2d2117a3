package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the plain specification, one test for each request. */
class KubernetesSpecSuitesTest {
  @TestFactory
  Stream<DynamicTest> everyRequestGoesWhereTheSpecificationSays() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      for (CaseResult result : run(file).cases()) {
        String name = file.getFileName() + ": " + result.test().url();
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () ->
                    assertThat(result.passed())
                        .as(
                            "%s expected %s, actual %s, because %s",
                            result.test().spot(),
                            result.expected(),
                            result.actual(),
                            result.reasons())
                        .isTrue()));
      }
    }
    assertThat(tests).hasSize(38);
    return tests.stream();
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    Path folder = Path.of(KubernetesSpecSuitesTest.class.getResource("kubernetes-spec").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
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
