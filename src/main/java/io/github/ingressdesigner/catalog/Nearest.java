package io.github.ingressdesigner.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant by a misspelt one. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest slips of the hand between; empty where none is near. A word of up
   * to four letters allows one slip, up to nine two, a longer one three.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int limit = word.length() < 5 ? 1 : word.length() < 10 ? 2 : 3;
    record Guess(String word, int slips) {}
    return candidates.stream()
        .map(candidate -> new Guess(candidate, EditDistance.between(candidate, word, limit)))
        .filter(guess -> guess.slips() <= limit)
        .min(Comparator.comparingInt(Guess::slips))
        .map(Guess::word);
  }
}
