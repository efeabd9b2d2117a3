package io.github.ingressdesigner.suite;

import java.util.List;

/** What reading a suite gave. */
public sealed interface SuiteRead {
  record Ready(Suite suite) implements SuiteRead {}

  /** Not a suite, or one with mistakes; all that were found. */
  record Refused(List<Notice> notices) implements SuiteRead {
    public Refused {
      notices = List.copyOf(notices);
    }
  }
}
