package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the requests of a suite on the dialect that it names, or on another one. */
public final class SuiteRunner {
  private SuiteRunner() {}

  /**
   * @param controller id of a dialect instead of the suite's own
   */
  public static SuiteResult run(Suite suite, Optional<String> controller) {
    return run(suite, controller, DialectConfig.NONE);
  }

  /**
   * @param controller id of a dialect instead of the suite's own
   * @param config settings that go before those of the suite
   */
  public static SuiteResult run(Suite suite, Optional<String> controller, DialectConfig config) {
    Optional<String> id = controller.or(suite::controller);
    if (id.isEmpty()) {
      return new SuiteResult.NotRun(
          suite, "The suite names no controller. Known controllers: %s.".formatted(known()));
    }
    Optional<Dialect> dialect = Dialects.find(id.get());
    if (dialect.isEmpty()) {
      return new SuiteResult.NotRun(suite, unknown(id.get()));
    }
    Dialect configured = dialect.get().withConfig(config(suite, id.get(), config));
    RouteTable table = configured.compile(suite.manifests().resources(), Optional.empty());
    return run(suite, configured.id(), table);
  }

  /**
   * Asks a table that is compiled already.
   *
   * @param controller id of its dialect
   * @param table of the manifests of the suite
   */
  public static SuiteResult.Ran run(Suite suite, String controller, RouteTable table) {
    Judge judge = new Judge(suite.manifests().resources());
    List<CaseResult> results = new ArrayList<>();
    for (Suite.Case test : suite.cases()) {
      Decision decision = table.explain(test.request());
      boolean passed = judge.accepts(test.expectation(), decision.outcome(), test.request());
      results.add(
          new CaseResult(
              test,
              passed,
              Wording.of(test.expectation()),
              Wording.of(decision.outcome(), test.expectation()),
              reasons(test.expectation(), decision.trace()),
              decision));
    }
    return new SuiteResult.Ran(suite, controller, results);
  }

  /** A suite's settings are those of its own controller; another one has none of them. */
  private static DialectConfig config(Suite suite, String id, DialectConfig first) {
    boolean own = suite.controller().filter(id::equals).isPresent();
    DialectConfig all = own ? new DialectConfig(suite.controllerConfig()) : DialectConfig.NONE;
    for (Map.Entry<String, String> entry : first.values().entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /** A sentence that names the controllers there are. */
  public static String unknown(String controller) {
    return "The controller %s is not known. Known controllers: %s.".formatted(controller, known());
  }

  private static String known() {
    return Dialects.all().stream().map(Dialect::id).collect(Collectors.joining(", "));
  }

  /** The deciding steps, and what became of the backend that was expected. */
  private static List<String> reasons(Expectation expectation, Trace trace) {
    List<String> reasons = new ArrayList<>();
    for (Trace.Step step : trace.steps()) {
      switch (step) {
        case Trace.HostStep host when host.verdict() == Verdict.WINS -> reasons.add(host.reason());
        case Trace.PathStep path when path.verdict() == Verdict.WINS -> reasons.add(path.reason());
        case Trace.PathStep path when isExpected(expectation, path.backend()) ->
            reasons.add(path.reason());
        case Trace.DefaultStep def when def.verdict() == Verdict.WINS -> reasons.add(def.reason());
        case Trace.RewriteStep rewrite -> reasons.add(rewrite.reason());
        case Trace.HostStep _, Trace.PathStep _, Trace.DefaultStep _ -> {}
        case Trace.RequestStep _, Trace.NoteStep _ -> {}
      }
    }
    if (reasons.isEmpty()) {
      trace.steps().forEach(step -> reasons.add(step.reason()));
    }
    return reasons;
  }

  private static boolean isExpected(Expectation expectation, String backend) {
    return expectation instanceof Expectation.ToService service
        && service.service().filter(name -> backend.startsWith(name + ":")).isPresent();
  }
}
