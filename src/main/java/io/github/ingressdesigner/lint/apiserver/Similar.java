package io.github.ingressdesigner.lint.apiserver;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant. */
final class Similar {
  private static final int FARTHEST = 2;

  private Similar() {}

  /** The name that differs in upper and lower case only, else the nearest one. */
  static Optional<String> to(String name, Collection<String> known) {
    Optional<String> same = known.stream().filter(name::equalsIgnoreCase).findFirst();
    return same.isPresent()
        ? same
        : known.stream()
            .filter(other -> distance(name, other) <= FARTHEST && other.length() > FARTHEST)
            .min(
                Comparator.<String>comparingInt(other -> distance(name, other))
                    .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to add, drop, change or swap. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return Integer.MAX_VALUE;
    }
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
