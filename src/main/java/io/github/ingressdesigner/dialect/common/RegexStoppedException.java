package io.github.ingressdesigner.dialect.common;

/** An expression was stopped because it may run for ever (catastrophic backtracking). */
public final class RegexStoppedException extends RuntimeException {
  /** How long one match may take, in milliseconds. */
  public static final int MILLIS = 50;

  private static final long serialVersionUID = 1L;

  private final String pattern;

  public RegexStoppedException(String pattern) {
    this(
        pattern,
        "The expression %s was stopped after %d ms: nested repetitions make it try too many ways."
            .formatted(pattern, MILLIS));
  }

  private RegexStoppedException(String pattern, String message) {
    super(message);
    this.pattern = pattern;
  }

  /** A repetition of a group went deeper than the stack. */
  static RegexStoppedException tooDeep(String pattern) {
    return new RegexStoppedException(
        pattern,
        "The expression %s was stopped: the input repeats its groups too often to follow."
            .formatted(pattern));
  }

  public String pattern() {
    return pattern;
  }
}
