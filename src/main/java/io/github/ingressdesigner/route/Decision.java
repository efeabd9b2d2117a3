package io.github.ingressdesigner.route;

/** The answer to one request: what happens and why. */
public record Decision(Outcome outcome, Trace trace, Confidence confidence) {
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
    UNKNOWN
  }
}
