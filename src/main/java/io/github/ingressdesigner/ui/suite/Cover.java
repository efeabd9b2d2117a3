package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suggest.Suggestions;
import io.github.ingressdesigner.suite.NewTest;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tests for paths that none reaches.
 *
 * @param asked for so many paths a request was looked for
 */
record Cover(List<NewTest> tests, int asked) {
  Cover {
    tests = List.copyOf(tests);
  }

  /**
   * @param outdated when true the search ends with what was found
   */
  static Cover of(RouteTable routes, List<Location> missed, BooleanSupplier outdated) {
    List<NewTest> tests =
        Suggestions.hits(routes, missed, outdated).stream()
            .map(hit -> NewTest.of(hit.method(), hit.url(), hit.headers(), hit.outcome()))
            .flatMap(Optional::stream)
            .toList();
    return new Cover(tests, missed.size());
  }
}
