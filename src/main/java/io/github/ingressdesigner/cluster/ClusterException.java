package io.github.ingressdesigner.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cluster, or the way to it, did not do what was asked. The message says where, what and how to
 * go on; it holds no secret and no raw answer.
 */
public final class ClusterException extends Exception {
  /** What went wrong, for a caller that treats one of them in its own way. */
  public enum Kind {
    /** The kubeconfig is missing, unreadable, or does not say what is needed. */
    KUBECONFIG,
    /** The credential could not be had. */
    LOGIN,
    /** A program of the kubeconfig may not be started before the person agrees. */
    CONSENT,
    UNREACHABLE,
    TIMEOUT,
    CERTIFICATE,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    /** Somebody else changed the object in between. */
    STALE,
    EXISTS,
    /** Fields belong to another manager. */
    OWNED,
    /** Refused, with causes where the server tells them. */
    INVALID,
    BUSY,
    SERVER,
    MALFORMED,
    TOO_LARGE,
    CANCELLED,
    /** A page or a version is too old to go on from. */
    EXPIRED,
    /** The server is not the one that was shown. */
    WRONG_SERVER
  }

  /**
   * One cause that the server names.
   *
   * @param field as the API server writes it; empty where the cause is of the whole object
   */
  public record Cause(String field, String reason, String message) {}

  private final Kind kind;
  private final transient List<Cause> causes;
  private final transient Optional<Duration> retryAfter;

  public ClusterException(Kind kind, String message) {
    this(kind, message, List.of(), Optional.empty());
  }

  public ClusterException(
      Kind kind, String message, List<Cause> causes, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.causes = List.copyOf(causes);
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public List<Cause> causes() {
    return causes;
  }

  /** How long the server asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
