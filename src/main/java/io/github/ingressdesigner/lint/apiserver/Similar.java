package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.catalog.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant. */
final class Similar {
  private static final int FARTHEST = 2;

  private Similar() {}

  static boolean isNear(String name, String other) {
    return EditDistance.exactly(name, other, FARTHEST) <= FARTHEST;
  }

  /** The name that differs in upper and lower case only, else the nearest one. */
  static Optional<String> to(String name, Collection<String> known) {
    Optional<String> same = known.stream().filter(name::equalsIgnoreCase).findFirst();
    return same.isPresent()
        ? same
        : known.stream()
            .filter(other -> isNear(name, other) && other.length() > FARTHEST)
            .min(
                Comparator.<String>comparingInt(
                        other -> EditDistance.exactly(name, other, FARTHEST))
                    .thenComparing(Comparator.naturalOrder()));
  }
}
