package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.GraphBuilder.Flag;
import io.github.ingressdesigner.model.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems counted by the element of the picture that they belong to. */
final class FlagCounts {
  private static final int[] NOTHING = {0, 0};
  private final Map<Location, int[]> counts = new HashMap<>();

  FlagCounts(List<Flag> flags) {
    for (Flag flag : flags) {
      Location element = new Location(flag.at().resource(), Elements.of(flag.at().path()));
      counts.computeIfAbsent(element, at -> new int[2])[flag.error() ? 0 : 1]++;
    }
  }

  /** Errors and warnings of an element; to be read only. */
  int[] of(Location element) {
    return counts.isEmpty() ? NOTHING : counts.getOrDefault(element, NOTHING);
  }
}
