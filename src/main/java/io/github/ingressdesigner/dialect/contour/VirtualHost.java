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
  private static final Comparator<Condition> ASKED_FIRST =
      (a, b) -> {
        int order = Integer.compare(group(a), group(b));
        order = order != 0 ? order : Integer.compare(b.text().length(), a.text().length());
        order = order != 0 ? order : b.text().compareTo(a.text());
        return order != 0 ? order : a.kind().compareTo(b.kind());
      };

  /**
   * @param routes in the order written, Ingress by Ingress
   */
  static VirtualHost of(String host, List<PathRoute> routes) {
    // Inside one Ingress the later one of equal conditions counts.
    Map<Condition, List<PathRoute>> byCondition = LinkedHashMap.newLinkedHashMap(routes.size());
    for (PathRoute route : routes) {
      List<PathRoute> same = byCondition.putIfAbsent(route.condition(), List.of(route));
      if (same != null) {
        byCondition.put(route.condition(), with(same, route));
      }
    }
    List<Condition> sorted = new ArrayList<>(byCondition.keySet());
    sorted.sort(ASKED_FIRST);
    OrderedPaths.Builder<PathRoute> builder = OrderedPaths.builder();
    List<PathRoute> order = new ArrayList<>();
    Map<Condition, List<PathRoute>> ties = new HashMap<>();
    int rank = 0;
    for (Condition condition : sorted) {
      List<PathRoute> same = byCondition.getOrDefault(condition, List.of());
      if (same.size() > 1) {
        ties.put(condition, List.copyOf(same));
      }
      Optional<PathTest> test = condition.test();
      for (PathRoute route : same) {
        order.add(route);
        if (test.isPresent()) {
          builder.add(rank, test.get(), route);
        }
      }
      rank++;
    }
    return new VirtualHost(host, List.copyOf(order), builder.build(), ties);
  }

  /** In the place of the route of the same Ingress, or behind all. */
  private static List<PathRoute> with(List<PathRoute> same, PathRoute route) {
    List<PathRoute> all = new ArrayList<>(same);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).owner().equals(route.owner())) {
        all.set(i, route);
        return all;
      }
    }
    all.add(route);
    return all;
  }

  private static int group(Condition condition) {
    return switch (condition.kind()) {
      case EXACT -> 0;
      case REGEX -> 1;
      case SEGMENT, STRING -> 2;
    };
  }
}
