package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.suite.SuiteResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all suites gave on one snapshot.
 *
 * @param version of the snapshot
 * @param reached elements of the open files that some test reaches
 */
record Report(long version, List<Run> runs, Set<Location> reached) {
  static final Report NOTHING = new Report(0, List.of(), Set.of());

  /**
   * One suite.
   *
   * @param result of the last time that it could be run
   * @param notices why it cannot be run now; empty where it was
   */
  record Run(FileId file, Optional<SuiteResult.Ran> result, List<Notice> notices) {
    Run {
      notices = List.copyOf(notices);
    }

    /** Whether the result is that of an older text. */
    boolean isStale() {
      return !notices.isEmpty();
    }

    long failed() {
      return result.map(SuiteResult.Ran::failures).orElse(0L);
    }

    long passed() {
      return result.map(ran -> ran.cases().size() - ran.failures()).orElse(0L);
    }
  }

  Report {
    runs = List.copyOf(runs);
    reached = Set.copyOf(reached);
  }

  int passed() {
    return (int) runs.stream().mapToLong(Run::passed).sum();
  }

  int failed() {
    return (int) runs.stream().mapToLong(Run::failed).sum();
  }

  int broken() {
    return (int) runs.stream().filter(Run::isStale).count();
  }
}
