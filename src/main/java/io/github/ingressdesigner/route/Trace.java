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

  /** What the request counts as before it is matched: its host and path, normalised. */
  public record RequestStep(String reason) implements Step {}

  /** A host (pattern; empty for rules without host) was asked, or not. */
  public record HostStep(String host, Verdict verdict, String reason, Optional<Location> at)
      implements Step {}

  /**
   * A path of the chosen host.
   *
   * @param rank place in the order tried, from 1
   * @param backend display text of the backend
   * @param generated what the controller makes of it: a location block, a map line, a rule with its
   *     priority, a route; empty where the dialect has no such text
   */
  public record PathStep(
      int rank,
      PathType type,
      String path,
      String backend,
      Verdict verdict,
      String reason,
      Location at,
      Optional<String> generated)
      implements Step {
    public PathStep(
        int rank,
        PathType type,
        String path,
        String backend,
        Verdict verdict,
        String reason,
        Location at) {
      this(rank, type, path, backend, verdict, reason, at, Optional.empty());
    }
  }

  /** A default backend was asked, or not. */
  public record DefaultStep(String backend, Verdict verdict, String reason, Optional<Location> at)
      implements Step {}

  /**
   * The request is changed on its way to the backend.
   *
   * @param from path or host before
   * @param to path or host after
   */
  public record RewriteStep(String from, String to, String reason, Optional<Location> at)
      implements Step {}

  /** Something else worth knowing: an Ingress left out, a rewrite, what leaves for the backend. */
  public record NoteStep(String reason, Optional<Location> at) implements Step {}
}
