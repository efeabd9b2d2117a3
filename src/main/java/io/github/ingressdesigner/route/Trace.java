package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * Why: every step of a decision in the order in which the controller takes them. Sentences are for
 * people, in English.
 */
public record Trace(List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /** What became of a candidate. */
  public enum Verdict {
    WINS,
    /** It matches, but another one goes before it. */
    BEATEN,
    NO_MATCH
  }

  /** One thing that was considered. */
  public sealed interface Step {
    /** One sentence that names the deciding fact. */
    String reason();
  }

  /** A host (pattern; empty for rules without host) was asked, or not. */
  public record HostStep(String host, Verdict verdict, String reason, Optional<Location> at)
      implements Step {}

  /**
   * A path of the chosen host.
   *
   * @param rank place in the order tried, from 1
   * @param backend display text of the backend
   */
  public record PathStep(
      int rank,
      PathType type,
      String path,
      String backend,
      Verdict verdict,
      String reason,
      Location at)
      implements Step {}

  /** A default backend was asked, or not. */
  public record DefaultStep(String backend, Verdict verdict, String reason, Optional<Location> at)
      implements Step {}

  /** Something else worth knowing: an Ingress left out, a rewrite, what leaves for the backend. */
  public record NoteStep(String reason, Optional<Location> at) implements Step {}
}
