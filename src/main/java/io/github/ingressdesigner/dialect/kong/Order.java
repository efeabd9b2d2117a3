package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.kong.HostPools.Pool;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths of a host as they are asked, each once. */
final class Order {
  private Order() {}

  static List<Route> routes(HostPools pools, String host) {
    Pool pool = pools.get(host);
    Map<Location, Route> routes = new LinkedHashMap<>();
    if (pool != null) {
      for (Candidate candidate : pool.order()) {
        for (PathMatcher matcher : candidate.matchers) {
          KongPath path = matcher.from();
          if (!candidate.route.isDefault) {
            routes.putIfAbsent(
                path.at(),
                new Route(
                    path.type(),
                    path.written(),
                    Optional.of(candidate.route.target.backend()),
                    path.at()));
          }
        }
      }
    }
    return new ArrayList<>(routes.values());
  }
}
