package io.github.ingressdesigner.tls;

/**
 * Something about a certificate or its key that will not work, or not for long.
 *
 * @param message what is wrong and what to do
 */
public record TlsProblem(Kind kind, String message) {
  /** What it is about. */
  public enum Kind {
    /** It cannot be read. */
    UNREADABLE(true),
    /** The key is not that of the certificate. */
    KEY_MISMATCH(true),
    EXPIRED(true),
    NOT_YET_VALID(true),
    EXPIRES_SOON(false),
    /** A host is not among its names. */
    HOST_NOT_COVERED(true),
    /** It has no subject alternative names, so clients accept it for no host. */
    NO_NAMES(true),
    CHAIN_ORDER(false),
    /** The chain holds certificates that belong to no chain of the first. */
    UNRELATED(false),
    /** No certificate of the authority between is there, so many clients cannot verify it. */
    NO_INTERMEDIATE(false),
    SELF_SIGNED(false);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether clients or the controller refuse it. */
    public boolean isFatal() {
      return fatal;
    }
  }
}
