package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * The picture of a snapshot without positions: hosts with their paths in the order tried, and
 * backends.
 */
public record Graph(List<HostNode> hosts, List<BackendNode> backends) {
  public static final Graph EMPTY = new Graph(List.of(), List.of());

  public Graph {
    hosts = List.copyOf(hosts);
    backends = List.copyOf(backends);
  }

  /**
   * A host of all Ingresses.
   *
   * @param host pattern as written; empty for rules without host (shown as "any other host")
   * @param rules the rules that name it
   * @param tls secret names that cover it, "" for an entry without one
   * @param state NORMAL, or STALE when shown from the last valid text
   */
  public record HostNode(
      String host,
      List<Location> rules,
      List<String> tls,
      List<PathNode> paths,
      Optional<DefaultEdge> fallback,
      Marks marks) {
    public HostNode {
      rules = List.copyOf(rules);
      tls = List.copyOf(tls);
      paths = List.copyOf(paths);
    }
  }

  /**
   * @param backend key of a {@link BackendNode}; empty where the path has none
   * @param chips annotations that change its routing, as short text
   */
  public record PathNode(
      int rank,
      PathType type,
      String path,
      Optional<String> backend,
      Location at,
      List<String> chips,
      Marks marks) {
    public PathNode {
      chips = List.copyOf(chips);
    }
  }

  /** A default backend drawn straight from the catch-all host. */
  public record DefaultEdge(String backend, Location at) {}

  /**
   * @param key unique: namespace and display text
   * @param label {@code api:8080}
   */
  public record BackendNode(String key, String label, Optional<String> namespace) {}

  /** Problem counts and staleness. */
  public record Marks(int errors, int warnings, boolean stale) {
    public static final Marks NONE = new Marks(0, 0, false);
  }
}
