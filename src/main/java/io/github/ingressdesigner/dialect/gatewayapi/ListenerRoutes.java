package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes of one listener, by effective hostname. */
final class ListenerRoutes {
  /**
   * @param hostname empty for every host
   */
  record Host(String hostname, List<Candidate> order, OrderedPaths<Candidate> paths) {}

  final Listener listener;
  private final Map<String, List<Candidate>> building = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new HashMap<>();

  ListenerRoutes(Listener listener) {
    this.listener = listener;
  }

  void add(String hostname, HttpRoute route) {
    List<Candidate> candidates = building.computeIfAbsent(hostname, h -> new ArrayList<>());
    for (HttpRule rule : route.rules()) {
      rule.matches().forEach(match -> candidates.add(new Candidate(route, rule, match)));
    }
  }

  void build() {
    building.forEach(
        (hostname, candidates) -> {
          List<Candidate> order = new ArrayList<>(candidates);
          order.sort(Candidate.ORDER);
          OrderedPaths.Builder<Candidate> builder = OrderedPaths.builder();
          for (int i = 0; i < order.size(); i++) {
            Optional<PathTest> test = order.get(i).match().test();
            if (test.isPresent()) {
              builder.add(i, test.get(), order.get(i));
            }
          }
          hosts.put(hostname, new Host(hostname, List.copyOf(order), builder.build()));
        });
  }

  /**
   * The routes of the most specific hostname, or null: an equal one, the longest wildcard, every
   * host. Implementations ask no other one (measured with two).
   *
   * @param host in lower case
   */
  @Nullable Host find(String host) {
    Host found = hosts.get(host);
    for (int dot = host.indexOf('.'); found == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
      if (dot > 0) {
        found = hosts.get("*" + host.substring(dot));
      }
    }
    return found == null ? hosts.get("") : found;
  }

  List<Host> all() {
    return building.keySet().stream().map(hosts::get).toList();
  }
}
