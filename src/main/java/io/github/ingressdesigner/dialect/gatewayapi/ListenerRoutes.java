package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes of one listener, by effective hostname. */
final class ListenerRoutes {
  /**
   * A hostname with the routes that have it; their rules are put into order at the first question.
   */
  static final class Host {
    private record Made(List<Candidate> order, OrderedPaths<Candidate> paths) {}

    private final String hostname;
    private final List<HttpRoute> routes = new ArrayList<>(1);
    private final Later<Made> made = new Later<>(this::make);

    private Host(String hostname) {
      this.hostname = hostname;
    }

    /** Empty for every host. */
    String hostname() {
      return hostname;
    }

    List<Candidate> order() {
      return made.get().order;
    }

    OrderedPaths<Candidate> paths() {
      return made.get().paths;
    }

    private Made make() {
      List<Candidate> order = new ArrayList<>();
      for (HttpRoute route : routes) {
        for (HttpRule rule : route.rules()) {
          for (Match match : rule.matches()) {
            order.add(new Candidate(route, rule, match));
          }
        }
      }
      order.sort(Candidate.ORDER);
      OrderedPaths.Builder<Candidate> builder = OrderedPaths.builder(order.size());
      for (int i = 0; i < order.size(); i++) {
        Optional<PathTest> test = order.get(i).match().test();
        if (test.isPresent()) {
          builder.add(i, test.get(), order.get(i));
        }
      }
      return new Made(List.copyOf(order), builder.build());
    }
  }

  final Listener listener;
  private final Map<String, Host> hosts;
  private final boolean isShared;

  ListenerRoutes(Listener listener) {
    this.listener = listener;
    this.hosts = new LinkedHashMap<>();
    this.isShared = false;
  }

  /** A listener that has the very routes of another one. */
  ListenerRoutes(Listener listener, ListenerRoutes other) {
    this.listener = listener;
    this.hosts = other.hosts;
    this.isShared = true;
  }

  void add(String hostname, HttpRoute route) {
    if (isShared) {
      return;
    }
    Host known = hosts.get(hostname);
    if (known == null) {
      known = new Host(hostname);
      hosts.put(hostname, known);
    }
    known.routes.add(route);
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
    return List.copyOf(hosts.values());
  }
}
