package io.github.ingressdesigner.lint.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Verdicts, causes and warnings are those of a real server, for each manifest and version. */
class ApiCasesTest {
  private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]*)\"");
  private static final Pattern DUPLICATE =
      Pattern.compile("line (\\d+): key \"([^\"]*)\" already set");
  private static final Pattern TYPE = Pattern.compile("Go struct field [A-Za-z]*\\.(\\S+) of type");
  private static final KubeVersion OLDER = new KubeVersion(34);
  private static final KubeVersion NEWER = new KubeVersion(37);

  /** What we say: errors, warnings, and where errors stand. */
  private record Told(List<Finding> errors, List<String> warnings, SourceText text) {
    boolean refuses() {
      return !errors.isEmpty();
    }

    int line(Finding finding) {
      return text.lines().lineOf(finding.range().start()) + 1;
    }
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheOlderServer() {
    return ApiCase.all().stream()
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c, c.server(), OLDER)));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheNewerServer() {
    return ApiCase.all().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> check(c, c.other().orElse(c.server()), NEWER)));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithALenientServerOnWhatUnknownFieldsHide() {
    return ApiCase.all().stream()
        .filter(c -> c.lenient().filter(l -> l.status() == 422).isPresent())
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(),
                    () -> {
                      Causes causes = new Causes();
                      c.collection().create(json(c.manifest()), new Features(OLDER), causes);
                      assertThat(shown(causes.all()))
                          .isEqualTo(expected(c.lenient().orElseThrow()));
                    }));
  }

  private static void check(ApiCase c, ApiCase.Answer answer, KubeVersion version) {
    if (c.needsCluster(answer)) {
      return;
    }
    if (c.isUpdate()) {
      checkUpdate(c, answer, version);
      return;
    }
    Told told = told(c, version);
    boolean sameServer = c.other().isEmpty() || version.equals(OLDER);
    boolean refused = sameServer && c.kubectlRefuses() || answer.status() >= 400 && !c.byKubectl();
    assertThat(told.refuses()).as("refused, told %s", told.errors()).isEqualTo(refused);
    if (answer.status() == 422) {
      List<String> causes =
          told.errors().stream()
              .map(f -> f.field() + " | " + f.reason() + " | " + text(c, f.message()))
              .toList();
      assertThat(sortedRuns(causes))
          .isEqualTo(sortedRuns(expected(answer).stream().map(e -> text3(c, e)).toList()));
    } else if (answer.status() == 400 && !c.byKubectl()) {
      checkPlaces(answer.message(), told);
    }
    if (!c.goText() && answer.status() < 400) {
      assertThat(told.warnings()).isEqualTo(answer.warnings());
    }
  }

  private static void checkUpdate(ApiCase c, ApiCase.Answer answer, KubeVersion version) {
    Json old = json(c.given().getFirst());
    Json object = json(c.manifest());
    ServedKind kind = ServedKind.of(object.text("apiVersion"), object.text("kind")).orElseThrow();
    io.github.ingressdesigner.lint.apiserver.Answer said =
        io.github.ingressdesigner.lint.apiserver.Answer.ofUpdate(
            kind, object, old, new Features(version));
    assertThat(said.isRefused()).isEqualTo(answer.status() >= 400);
    assertThat(shown(said.causes())).isEqualTo(expected(answer));
  }

  private static void checkPlaces(String message, Told told) {
    List<String> unknown = matches(UNKNOWN, message, 1);
    if (!unknown.isEmpty()) {
      assertThat(told.errors().stream().map(Finding::field)).containsExactlyElementsOf(unknown);
    }
    // the server tells the line of the value, which may be the next
    Matcher duplicate = DUPLICATE.matcher(message);
    while (duplicate.find()) {
      int line = Integer.parseInt(duplicate.group(1));
      String key = duplicate.group(2);
      assertThat(told.errors())
          .anyMatch(f -> f.field().endsWith(key))
          .satisfiesAnyOf(
              errors ->
                  assertThat(errors)
                      .anyMatch(f -> told.line(f) == line || told.line(f) == line - 1),
              // what a merge brings has no line of its own
              errors -> assertThat(errors).anyMatch(f -> f.message().contains("<<")));
    }
    Matcher type = TYPE.matcher(message);
    if (type.find()) {
      String field = told.errors().getFirst().field().replaceAll("\\[[^\\]]*]", "");
      assertThat(field).isEqualTo(type.group(1));
    }
  }

  private static List<String> matches(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(result -> result.group(group)).toList();
  }

  private static Told told(ApiCase c, KubeVersion version) {
    SourceText text = FileBytes.decode(c.manifest().getBytes(StandardCharsets.UTF_8)).text();
    LintSettings settings =
        new LintSettings(Dialects.find("kubernetes-spec").orElseThrow(), version, Instant.EPOCH);
    LintContext context = LintReader.read(Map.of(new FileId("case.yaml"), text), settings);
    List<Finding> findings =
        new Linter(List.of(new ServerCheck(Optional.of(c.collection()))))
            .lint(context, LintConfig.DEFAULT, () -> false).orElseThrow().stream()
                .filter(f -> f.rule().group() == LintRule.Group.API_SERVER)
                .toList();
    return new Told(
        findings.stream().filter(f -> f.severity() == Severity.ERROR).toList(),
        findings.stream()
            .filter(f -> f.severity() == Severity.WARNING)
            .map(Finding::message)
            .toList(),
        text);
  }

  private static Json json(String manifest) {
    return new YamlReader().read(manifest) instanceof ReadResult.Parsed(var tree)
        ? JsonReader.read(tree).value()
        : Json.NULL;
  }

  private static List<String> shown(List<Cause> causes) {
    return causes.stream()
        .map(c -> c.field() + " | " + c.reason().word() + " | " + c.message())
        .toList();
  }

  private static List<String> expected(ApiCase.Answer answer) {
    return answer.causes().stream()
        .map(c -> c.get("field") + " | " + c.get("reason") + " | " + c.get("message"))
        .toList();
  }

  private static String text(ApiCase c, String message) {
    return c.goText() ? "" : message;
  }

  private static String text3(ApiCase c, String expected) {
    return c.goText() ? expected.substring(0, expected.lastIndexOf(" | ") + 3) : expected;
  }

  /** The order of several bad keys in one map is not promised. */
  private static List<String> sortedRuns(List<String> causes) {
    List<String> sorted = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= causes.size(); i++) {
      if (i == causes.size() || !map(causes.get(i)).equals(map(causes.get(start)))) {
        causes.subList(start, i).stream().sorted(Comparator.naturalOrder()).forEach(sorted::add);
        start = i;
      }
    }
    return sorted;
  }

  private static String map(String cause) {
    String field = cause.substring(0, cause.indexOf(" | "));
    return field.matches("metadata\\.(labels|annotations)|spec\\.selector")
        ? field
        : field.startsWith("data[") ? "data" : cause;
  }
}
