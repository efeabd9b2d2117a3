package io.github.ingressdesigner.dialect;

import static io.github.ingressdesigner.dialect.Manifests.list;
import static io.github.ingressdesigner.dialect.Manifests.map;
import static io.github.ingressdesigner.dialect.Manifests.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The conformance features and the tables of the documentation, one test for each request. */
class SpecCasesTest {
  @TestFactory
  Stream<DynamicTest> everyRequestOfTheCasesIsAnsweredAsExpected() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    URL folder = SpecCasesTest.class.getResource("kubernetes-spec");
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        tests.addAll(tests(file));
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests.stream();
  }

  private static List<DynamicTest> tests(Path file) throws IOException, URISyntaxException {
    Map<String, Object> topic = new Yaml().load(Files.readString(file));
    RouteTable table =
        Dialects.SPEC.compile(Manifests.read((String) topic.get("manifests")), Optional.empty());
    return list(topic.get("requests")).stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    file.getFileName() + ": " + map(one.get("request")).get("url"),
                    () -> check(table, one)))
        .toList();
  }

  private static void check(RouteTable table, Map<String, Object> one) {
    Map<String, Object> asked = map(one.get("request"));
    Map<String, List<String>> headers = new HashMap<>();
    map(asked.get("headers")).forEach((key, value) -> headers.put(key, List.of(value.toString())));
    Request request = Request.of((String) asked.get("method"), (String) asked.get("url"), headers);
    Outcome outcome = table.find(request);
    Decision decision = table.explain(request);
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(meets(map(one.get("expect")), outcome))
        .as("%s but %s%n%s", one.get("expect"), outcome, decision.trace())
        .isTrue();
  }

  /** A field that is absent is not judged. */
  private static boolean meets(Map<String, Object> expected, Outcome outcome) {
    if (expected.containsKey("anyOf")) {
      return list(expected.get("anyOf")).stream().anyMatch(option -> meets(option, outcome));
    }
    return switch (outcome) {
      case Outcome.ToBackend(
              Backend.ServiceBackend backend,
              Optional<String> owner,
              _,
              String path,
              _) ->
          is(expected, "service", backend.name().orElse(""))
              && is(expected, "port", backend.port().orElseThrow().display())
              && is(expected, "ingress", owner.orElse(""))
              && is(expected, "upstreamPath", path)
              && expected.containsKey("service");
      case Outcome.ControllerDefault(int status) ->
          is(expected, "status", Integer.toString(status)) && expected.containsKey("status");
      case Outcome.Status(int status, _) ->
          is(expected, "status", Integer.toString(status))
              && expected.containsKey("status")
              && !expected.containsKey("defaultBackend");
      default -> false;
    };
  }

  private static boolean is(Map<String, Object> expected, String field, String actual) {
    return text(expected, field).map(actual::equals).orElse(true);
  }
}
