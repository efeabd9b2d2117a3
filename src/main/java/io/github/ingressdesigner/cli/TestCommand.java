package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.suite.Coverage;
import io.github.ingressdesigner.suite.Suite;
import io.github.ingressdesigner.suite.SuiteRead;
import io.github.ingressdesigner.suite.SuiteReader;
import io.github.ingressdesigner.suite.SuiteResult;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import io.github.ingressdesigner.suite.SuiteRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: runs suites of route tests. */
@Command(
    name = TestCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Runs suites of route tests and prints each failure with its reason.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all tests passed", "1:a test failed", "2:bad input"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer test routes/shop.yaml",
      "  ingress-designer test --json tests/ > result.json",
      "  ingress-designer test --coverage --fail-under 80 tests/",
    })
final class TestCommand implements Callable<Integer> {
  static final String NAME = "test";

  private final Terminal terminal;

  @Option(
      names = {"-c", "--controller"},
      paramLabel = "C",
      description = "Whose rules decide, instead of the suite's own controller.")
  private Optional<String> controller = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "K=V",
      description = "A setting of the controller, before those of the suite. Repeatable.")
  private Map<String, String> config = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print the results as JSON.")
  private boolean json;

  @Option(names = "--junit", description = "Print the results as JUnit XML.")
  private boolean junit;

  @Option(
      names = "--coverage",
      description = "List the paths and default backends that no test reaches.")
  private boolean coverage;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Fail where tests reach less than this share of the paths, 0 to 100.")
  private Optional<Integer> failUnder = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "Print the tests that pass, too.")
  private boolean verbose;

  @Parameters(
      arity = "1..*",
      paramLabel = "SUITE",
      description =
          "A file, a folder (all *.routes.yaml below it; where it has none, all YAML and JSON), or"
              + " - for standard input.")
  private List<String> suites = new ArrayList<>();

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InputFiles inputs = InputFiles.readSuites(suites, terminal.in());
    inputs.errors().forEach(terminal.err()::println);
    boolean bad = !inputs.errors().isEmpty();
    List<SuiteResult.Ran> results = new ArrayList<>();
    for (InputFiles.Input input : inputs.inputs()) {
      switch (SuiteReader.read(input.source().name(), input.source().text(), input.folder())) {
        case SuiteRead.Refused refused -> {
          refused.notices().forEach(terminal::error);
          bad = true;
        }
        case SuiteRead.Ready ready -> {
          switch (run(ready.suite())) {
            case SuiteResult.Ran ran -> results.add(ran);
            case SuiteResult.NotRun not -> {
              terminal.err().println(not.suite().name() + ": error: " + not.message());
              bad = true;
            }
          }
        }
      }
    }
    long failures = results.stream().mapToLong(SuiteResult.Ran::failures).sum();
    Coverage reached = Coverage.of(results);
    boolean tooFew = failUnder.filter(least -> reached.percent() < least).isPresent();
    if (junit) {
      terminal.out().print(JunitXml.write(results));
    } else if (json) {
      terminal.out().print(JsonWriter.write(json(results, failures, reached)));
    } else {
      results.forEach(this::print);
      printTotal(results, failures);
      if (coverage) {
        printCoverage(reached);
      }
    }
    if (tooFew) {
      terminal
          .err()
          .printf(
              "Tests reach %d %% of the paths, %d %% are demanded.%n",
              reached.percent(), failUnder.get());
    }
    return bad
        ? CommandLineApp.BAD_INPUT
        : failures > 0 || tooFew ? CommandLineApp.FAILED : CommandLineApp.OK;
  }

  private void printCoverage(Coverage reached) {
    terminal
        .out()
        .printf(
            "Tests reach %d of %d paths (%d %%).%n",
            reached.reachedCount(), reached.items().size(), reached.percent());
    for (Coverage.Item item : reached.missed()) {
      terminal
          .out()
          .println("  not reached  " + name(item) + "  " + terminal.faint(item.spot().toString()));
    }
  }

  private static String name(Coverage.Item item) {
    String host = item.host().isEmpty() ? "(any host)" : item.host();
    return item.path().isEmpty() ? "default backend of " + item.ingress() : host + item.path();
  }

  private SuiteResult run(Suite suite) {
    suite.manifests().warnings().forEach(terminal::warning);
    return SuiteRunner.run(suite, controller, new DialectConfig(config));
  }

  private void print(SuiteResult.Ran ran) {
    long failed = ran.failures();
    long passed = ran.cases().size() - failed;
    String title = ran.suite().title().map(t -> "  " + t).orElse("");
    terminal
        .out()
        .println(
            terminal.strong(ran.suite().name())
                + terminal.faint(title)
                + "  "
                + terminal.good(passed + " passed")
                + (failed > 0 ? ", " + terminal.bad(failed + " failed") : ""));
    for (CaseResult result : ran.cases()) {
      if (!result.passed()) {
        printFailure(result);
      } else if (verbose) {
        terminal.out().println("  " + terminal.good("ok    ") + "  " + name(result.test()));
      }
    }
  }

  private void printFailure(CaseResult result) {
    terminal.out().println("  " + terminal.bad("FAILED") + "  " + name(result.test()));
    line("at", result.test().spot().toString());
    line("expected", result.expected());
    line("actual", result.actual());
    List<String> reasons = result.reasons();
    for (int i = 0; i < reasons.size(); i++) {
      line(i == 0 ? "because" : "", reasons.get(i));
    }
    result.test().why().ifPresent(why -> line("note", why));
  }

  private void line(String label, String text) {
    terminal.out().printf("          %s  %s%n", terminal.faint("%-8s".formatted(label)), text);
  }

  private static String name(Suite.Case test) {
    return test.request().method() + " " + test.url();
  }

  private void printTotal(List<SuiteResult.Ran> results, long failures) {
    long tests = results.stream().mapToLong(r -> r.cases().size()).sum();
    String total =
        "%d %s in %d %s: %d passed, %d failed."
            .formatted(
                tests,
                tests == 1 ? "test" : "tests",
                results.size(),
                results.size() == 1 ? "suite" : "suites",
                tests - failures,
                failures);
    terminal.out().println(failures > 0 ? terminal.bad(total) : terminal.good(total));
  }

  private static Map<String, Object> json(
      List<SuiteResult.Ran> results, long failures, Coverage reached) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", 1);
    json.put("tests", results.stream().mapToLong(r -> r.cases().size()).sum());
    json.put("failed", failures);
    json.put("suites", results.stream().map(TestCommand::suite).toList());
    json.put("coverage", coverage(reached));
    return json;
  }

  private static Map<String, Object> coverage(Coverage reached) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("paths", reached.items().size());
    json.put("reached", reached.reachedCount());
    json.put("percent", reached.percent());
    json.put("missed", reached.missed().stream().map(TestCommand::missed).toList());
    return json;
  }

  private static Map<String, Object> missed(Coverage.Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ingress", item.ingress());
    json.put("host", item.host());
    json.put("path", item.path());
    json.put("at", RouteJson.spot(item.spot()));
    return json;
  }

  private static Map<String, Object> suite(SuiteResult.Ran ran) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", ran.suite().name());
    ran.suite().title().ifPresent(title -> json.put("title", title));
    json.put("controller", ran.controller());
    json.put("tests", ran.cases().stream().map(TestCommand::test).toList());
    return json;
  }

  private static Map<String, Object> test(CaseResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", result.test().request().method());
    json.put("url", result.test().url());
    json.put("passed", result.passed());
    json.put("expected", result.expected());
    json.put("actual", result.actual());
    json.put("reasons", result.reasons());
    json.put("at", RouteJson.spot(result.test().spot()));
    return json;
  }
}
