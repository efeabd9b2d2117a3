package io.github.ingressdesigner.dialect.common;

/** An expression was stopped because it may run for ever (catastrophic backtracking). */
public final class RegexStoppedException extends RuntimeException {
  /** How long one match may take, in milliseconds. */
  public static final int MILLIS = 50;

  private static final long serialVersionUID = 1L;

  private final String pattern;

  public RegexStoppedException(String pattern) {
    super(
        "The expression %s was stopped after %d ms: nested repetitions make it try too many ways."
            .formatted(pattern, MILLIS));
    this.pattern = pattern;
  }

  public String pattern() {
    return pattern;
  }
}
