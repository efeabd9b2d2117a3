package io.github.ingressdesigner.route;

/**
 * The answer to one request: what happens and why.
 *
 * @param basis what the confidence rests on, one sentence for people; where it is {@code UNKNOWN},
 *     it names what is not modelled
 */
public record Decision(Outcome outcome, Trace trace, Confidence confidence, String basis) {
  /** How sure the answer is. */
  public enum Confidence {
    /**
     * This kind of rule is covered by answers of the real program or by the text of the
     * specification.
     */
    EXACT,
    /** Read from source or documentation. */
    MODELLED,
    /** Something takes part that is not modelled. */
    UNKNOWN;

    /** The less sure one of two. */
    public Confidence and(Confidence other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  public Decision(Outcome outcome, Trace trace, Confidence confidence) {
    this(outcome, trace, confidence, "");
  }
}
