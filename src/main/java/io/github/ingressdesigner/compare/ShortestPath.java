package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.Optional;

/** The shortest path that an expression takes, where it is regular. */
public final class ShortestPath {
  private ShortestPath() {}

  /**
   * Letters as they are written; empty where the expression takes no clean path, or is not regular.
   */
  public static Optional<String> of(PathFacet.Pattern pattern) {
    String text = pattern.text().replaceFirst("^\\(\\?i\\)", "");
    return RegularExpression.of(text, false, pattern.whole())
        .map(language -> language.intersection(CleanPaths.automaton()))
        .flatMap(ShortestPath::shortest);
  }

  private static Optional<String> shortest(Automaton language) {
    return Optional.ofNullable(language.getShortestExample(true));
  }
}
