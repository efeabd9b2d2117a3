package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.model.Location;
import java.util.Set;

/**
 * What the route tests say about the open files.
 *
 * @param passed tests that passed
 * @param failed tests that failed
 * @param broken suites that could not be run
 * @param reached path entries and default backends of the open files that some test reaches
 */
public record Tested(int passed, int failed, int broken, Set<Location> reached) {
  /** There are no suites. */
  public static final Tested NOTHING = new Tested(0, 0, 0, Set.of());

  public Tested {
    reached = Set.copyOf(reached);
  }

  /** Whether there is any suite. */
  public boolean isAny() {
    return passed + failed + broken > 0;
  }
}
