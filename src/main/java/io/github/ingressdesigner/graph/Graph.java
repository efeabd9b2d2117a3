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

  /** Number of paths of all hosts. */
  public int pathCount() {
    return hosts.stream().mapToInt(h -> h.paths().size()).sum();
  }

  /**
   * A host of all Ingresses.
   *
   * @param host pattern as written; empty for rules without host and for default backends (shown as
   *     "any other host")
   * @param namespace of all Ingresses that lead here; empty where they are of several
   * @param rules the rules that name it; empty where only default backends lead here
   * @param tls secret names that cover it, "" for an entry without one
   * @param defaults default backends drawn straight from this host: of every Ingress for the
   *     catch-all, else those of Ingresses whose rule for this host has no {@code http}
   * @param chips annotations that change the routing of all its paths alike
   */
  public record HostNode(
      String host,
      Optional<String> namespace,
      List<Location> rules,
      List<String> tls,
      List<PathNode> paths,
      List<DefaultEdge> defaults,
      List<Chip> chips,
      Marks marks) {
    public HostNode {
      rules = List.copyOf(rules);
      tls = List.copyOf(tls);
      paths = List.copyOf(paths);
      defaults = List.copyOf(defaults);
      chips = List.copyOf(chips);
    }

    public boolean isCatchAll() {
      return host.isEmpty();
    }
  }

  /**
   * An annotation (or another object) that changes routing.
   *
   * @param label a word or two
   * @param sentence what it does
   * @param at where it is written
   */
  public record Chip(String label, String sentence, Location at) {}

  /** What a line leads from to a backend, drawn as one row beside its host. */
  public sealed interface Row {
    Location at();

    /** Key of a {@link BackendNode}; empty where there is none. */
    Optional<String> target();

    Marks marks();
  }

  /**
   * @param rank place in the order tried, from 1; 0 where the controller does not try it (its value
   *     is wrong, or its Ingress is left out)
   * @param path as written; empty where there is none
   * @param backend key of a {@link BackendNode}; empty where the path has none
   * @param chips annotations that change its routing
   */
  public record PathNode(
      int rank,
      PathType type,
      String path,
      Optional<String> backend,
      Location at,
      List<Chip> chips,
      Marks marks)
      implements Row {
    public PathNode {
      chips = List.copyOf(chips);
    }

    @Override
    public Optional<String> target() {
      return backend;
    }
  }

  /**
   * A default backend drawn straight from a host.
   *
   * @param backend key of a {@link BackendNode}
   * @param ingress {@code namespace/name} of the Ingress that names it
   */
  public record DefaultEdge(String backend, Location at, String ingress, Marks marks)
      implements Row {
    @Override
    public Optional<String> target() {
      return Optional.of(backend);
    }
  }

  /**
   * @param key unique: namespace and display text
   * @param label {@code api:8080}
   * @param namespace present where another namespace has a backend of the same label
   */
  public record BackendNode(String key, String label, Optional<String> namespace) {
    /** What it shows: the label, behind its namespace where that tells two apart. */
    public String text() {
      return namespace.map(n -> n + "/" + label).orElse(label);
    }
  }

  /**
   * What is to be said about an element.
   *
   * @param stale shown from the last valid text, as its document is broken now
   * @param legacy of an API version that is shown but never edited
   */
  public record Marks(int errors, int warnings, boolean stale, boolean legacy) {
    public static final Marks NONE = new Marks(0, 0, false, false);
  }
}
