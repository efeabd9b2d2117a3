package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One host with the routes of all Ingresses.
 *
 * @param host as written; empty for {@code *}
 * @param order all routes as they are asked; of equal conditions in two Ingresses one is drawn by
 *     chance, so such routes have one rank
 * @param ties the routes of each condition that several Ingresses have
 */
record VirtualHost(
    String host,
    List<PathRoute> order,
    OrderedPaths<PathRoute> paths,
    Map<Condition, List<PathRoute>> ties) {
  /**
   * @param routes in the order written, Ingress by Ingress
   */
  static VirtualHost of(String host, List<PathRoute> routes) {
    // Inside one Ingress the later one of equal conditions counts.
    Map<Condition, Map<String, PathRoute>> byCondition = new LinkedHashMap<>();
    for (PathRoute route : routes) {
      byCondition
          .computeIfAbsent(route.condition(), c -> new LinkedHashMap<>(2))
          .put(route.owner(), route);
    }
    List<Condition> sorted = new ArrayList<>(byCondition.keySet());
    sorted.sort(
        Comparator.comparingInt(VirtualHost::group)
            .thenComparing(c -> -c.text().length())
            .thenComparing(Condition::text, Comparator.reverseOrder())
            .thenComparing(Condition::kind));
    OrderedPaths.Builder<PathRoute> builder = OrderedPaths.builder();
    List<PathRoute> order = new ArrayList<>();
    Map<Condition, List<PathRoute>> ties = new HashMap<>();
    int rank = 0;
    for (Condition condition : sorted) {
      if (byCondition.get(condition).size() > 1) {
        ties.put(condition, List.copyOf(byCondition.get(condition).values()));
      }
      Optional<PathTest> test = condition.test();
      for (PathRoute route : byCondition.get(condition).values()) {
        order.add(route);
        if (test.isPresent()) {
          builder.add(rank, test.get(), route);
        }
      }
      rank++;
    }
    return new VirtualHost(host, List.copyOf(order), builder.build(), ties);
  }

  private static int group(Condition condition) {
    return switch (condition.kind()) {
      case EXACT -> 0;
      case REGEX -> 1;
      case SEGMENT, STRING -> 2;
    };
  }
}
