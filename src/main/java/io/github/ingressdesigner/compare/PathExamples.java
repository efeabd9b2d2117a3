package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.Optional;

/** Paths that an expression takes, where it is regular. */
public final class PathExamples {
  private PathExamples() {}

  /**
   * The shortest path that it takes, letters as they are written; empty where it takes no clean
   * one, or is not regular.
   */
  public static Optional<String> matching(PathFacet.Pattern pattern) {
    String text = pattern.text().replaceFirst("^\\(\\?i\\)", "");
    return RegularExpression.of(text, false, pattern.whole())
        .map(language -> language.intersection(CleanPaths.automaton()))
        .flatMap(PathExamples::shortest);
  }

  private static Optional<String> shortest(Automaton language) {
    return Optional.ofNullable(language.getShortestExample(true));
  }
}
