package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.model.Location;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of a graph is reached: a host where one of its paths is, or its default backend.
 *
 * @param paths path entries and default backends
 */
record Reached(int paths, int ofPaths, int hosts, int ofHosts) {
  static Reached of(Graph graph, Set<Location> reached) {
    int paths = 0;
    int ofPaths = 0;
    int hosts = 0;
    for (Graph.HostNode host : graph.hosts()) {
      int here =
          (int)
              Stream.concat(host.paths().stream(), host.defaults().stream())
                  .filter(row -> reached.contains(row.at()))
                  .count();
      paths += here;
      ofPaths += host.paths().size() + host.defaults().size();
      hosts += here > 0 ? 1 : 0;
    }
    return new Reached(paths, ofPaths, hosts, graph.hosts().size());
  }

  /** The path entries and default backends that no test reaches, in the order of the graph. */
  static Stream<Location> missed(Graph graph, Set<Location> reached) {
    return graph.hosts().stream()
        .flatMap(host -> Stream.concat(host.paths().stream(), host.defaults().stream()))
        .map(Graph.Row::at)
        .distinct()
        .filter(at -> !reached.contains(at));
  }

  /** Of a hundred, rounded down. */
  int percent() {
    return ofPaths == 0 ? 100 : (int) (paths * 100L / ofPaths);
  }
}
