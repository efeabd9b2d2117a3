package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.route.Decision;
import java.util.List;

/** What running a suite gave. */
public sealed interface SuiteResult {
  Suite suite();

  record Ran(Suite suite, String controller, List<CaseResult> cases) implements SuiteResult {
    public Ran {
      cases = List.copyOf(cases);
    }

    public long failures() {
      return cases.stream().filter(c -> !c.passed()).count();
    }
  }

  /** The suite names no controller, or one that is not known. */
  record NotRun(Suite suite, String message) implements SuiteResult {}

  /**
   * One judged request.
   *
   * @param expected what was wanted, for people
   * @param actual what came, for people
   * @param reasons why it came, the deciding step first
   */
  record CaseResult(
      Suite.Case test,
      boolean passed,
      String expected,
      String actual,
      List<String> reasons,
      Decision decision) {
    public CaseResult {
      reasons = List.copyOf(reasons);
    }
  }
}
