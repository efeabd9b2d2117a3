package io.github.ingressdesigner.bind;

/**
 * How much aliases may make of a document before kubectl and the API server refuse it; the rule of
 * their reader, go.yaml.in/yaml.
 */
public final class AliasLimit {
  private AliasLimit() {}

  /** A sum that stops growing before it is too large to count. */
  public static long plus(long a, long b) {
    return Math.min(a + b, Integer.MAX_VALUE);
  }

  /**
   * The larger the whole, the smaller the share of aliases may be.
   *
   * @param all values with those that aliases stand for
   * @param fromAliases those that aliases stand for
   */
  public static boolean isExceeded(long all, long fromAliases) {
    double allowed =
        all <= 400_000
            ? 0.99
            : all >= 4_000_000 ? 0.10 : 0.99 - 0.89 * (all - 400_000) / 3_600_000.0;
    return fromAliases > 100 && all > 1_000 && (double) fromAliases / all > allowed;
  }
}
