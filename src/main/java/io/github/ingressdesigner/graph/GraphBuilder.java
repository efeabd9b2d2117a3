package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the picture of a snapshot. Pure and total: odd values are shown as they stand. */
public final class GraphBuilder {
  /**
   * A problem to be counted on the element that holds its place.
   *
   * @param error an error, else a warning; mere hints are not counted
   */
  public record Flag(Location at, boolean error) {}

  private GraphBuilder() {}

  /**
   * @param stale documents whose text is broken, shown from their last valid text
   * @param previous an earlier graph, {@link Graph#EMPTY} at first; its parts are taken over by
   *     identity where nothing changed
   */
  public static Graph build(
      Resources resources,
      RouteTable routes,
      List<Flag> flags,
      Set<DocumentId> stale,
      Graph previous) {
    Backends backends = new Backends();
    List<HostNode> hosts = new HostRows(resources, routes, flags, stale, backends).build();
    // Elsewhere the section in which a backend stands tells its namespace.
    boolean mixed = hosts.stream().anyMatch(host -> host.namespace().isEmpty());
    return reuse(new Graph(hosts, backends.nodes(mixed)), previous);
  }

  private static Graph reuse(Graph built, Graph previous) {
    if (previous.hosts().isEmpty()) {
      return built;
    }
    Map<String, HostNode> known = new HashMap<>();
    previous.hosts().forEach(host -> known.put(host.host(), host));
    List<HostNode> hosts = new ArrayList<>(built.hosts().size());
    for (HostNode host : built.hosts()) {
      HostNode old = known.get(host.host());
      hosts.add(host.equals(old) ? old : host);
    }
    List<BackendNode> backends =
        built.backends().equals(previous.backends()) ? previous.backends() : built.backends();
    boolean same = backends == previous.backends() && sameParts(hosts, previous.hosts());
    return same ? previous : new Graph(hosts, backends);
  }

  private static boolean sameParts(List<HostNode> now, List<HostNode> then) {
    boolean same = now.size() == then.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i) == then.get(i);
    }
    return same;
  }

  /** The backends met so far, in that order. */
  static final class Backends {
    private final Map<String, String> keys = new HashMap<>();
    private final List<String[]> found = new ArrayList<>();
    private final Map<String, Integer> namespacesOf = new HashMap<>();

    /** The key of a backend, which is remembered. */
    String key(String namespace, String label) {
      return keys.computeIfAbsent(
          namespace + "/" + label,
          key -> {
            found.add(new String[] {key, label, namespace});
            namespacesOf.merge(label, 1, Integer::sum);
            return key;
          });
    }

    /**
     * @param mixed whether hosts lead to several namespaces, so that backends tell theirs
     */
    List<BackendNode> nodes(boolean mixed) {
      return found.stream()
          .map(
              parts ->
                  new BackendNode(
                      parts[0],
                      parts[1],
                      mixed && namespacesOf.get(parts[1]) > 1
                          ? Optional.of(parts[2])
                          : Optional.empty()))
          .toList();
    }
  }
}
