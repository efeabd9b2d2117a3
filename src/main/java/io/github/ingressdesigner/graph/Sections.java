package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.HostNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups hosts by namespace and deals the groups to tracks that stand side by side. */
final class Sections {
  /** So many times as high as wide a drawing may become before it gets another track. */
  private static final double SLIM = 3;

  /**
   * Hosts of one namespace.
   *
   * @param name empty for hosts that several namespaces share
   */
  record Group(Optional<String> name, List<HostNode> hosts) {
    int paths() {
      return hosts.stream().mapToInt(host -> host.paths().size()).sum();
    }

    /** About as high as it will be. */
    double height() {
      double height = Sizes.SECTION_HEAD;
      for (HostNode host : hosts) {
        int rows = host.paths().size() + host.defaults().size();
        height += Math.max(0, rows - 1) * Sizes.PITCH + Sizes.GROUP_PITCH;
      }
      return height;
    }
  }

  private Sections() {}

  /** By name, those of several namespaces last. */
  static List<Group> of(Graph graph) {
    Map<String, List<HostNode>> named = new TreeMap<>();
    List<HostNode> shared = new ArrayList<>();
    for (HostNode host : graph.hosts()) {
      host.namespace()
          .map(name -> named.computeIfAbsent(name, key -> new ArrayList<>()))
          .orElse(shared)
          .add(host);
    }
    List<Group> groups = new ArrayList<>();
    named.forEach((name, hosts) -> groups.add(new Group(Optional.of(name), hosts)));
    if (!shared.isEmpty()) {
      groups.add(new Group(Optional.empty(), shared));
    }
    return groups;
  }

  /**
   * Each group goes to the track that is the shortest then; where an earlier layout had it, it
   * stays in its track.
   */
  static List<List<Group>> deal(List<Group> groups, double trackWidth, Optional<Layout> previous) {
    Map<Optional<String>, Integer> before = new HashMap<>();
    previous.ifPresent(layout -> layout.sections().forEach(s -> before.put(s.name(), s.track())));
    double height = groups.stream().mapToDouble(Group::height).sum();
    int wanted = (int) Math.sqrt(height / (SLIM * trackWidth));
    int count =
        before.isEmpty()
            ? Math.clamp(wanted, 1, groups.size())
            : previous.orElseThrow().tracks().size();
    List<List<Group>> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tracks.add(new ArrayList<>());
    }
    double[] heights = new double[count];
    for (Group group : groups) {
      int track = before.getOrDefault(group.name(), shortest(heights));
      tracks.get(track).add(group);
      heights[track] += group.height();
    }
    tracks.removeIf(List::isEmpty);
    return tracks;
  }

  private static int shortest(double[] heights) {
    return java.util.stream.IntStream.range(0, heights.length)
        .boxed()
        .min(Comparator.comparingDouble(i -> heights[i]))
        .orElseThrow();
  }
}
