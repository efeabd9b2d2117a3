package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.HostWords;
import io.github.ingressdesigner.dialect.traefik.TraefikTable.Winners;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which hosts are asked, and why those close by are not. */
final class HostSteps {
  /** Hosts that are not asked and are still named. */
  private static final int NEAR = 20;

  private HostSteps() {}

  /**
   * @param candidates routers of the hosts that are asked
   */
  static List<HostStep> of(
      TraefikTable table, Request request, Winners winners, List<Router> candidates) {
    Map<String, Router> asked = new LinkedHashMap<>();
    for (Router router : candidates) {
      if (!router.isDefault() || router.rule() != Router.NONE) {
        asked.putIfAbsent(host(router, request), router);
      }
    }
    List<HostStep> steps = new ArrayList<>();
    asked.forEach(
        (host, router) -> {
          boolean wins = winners.routers().stream().anyMatch(r -> host(r, request).equals(host));
          steps.add(
              new HostStep(
                  host, wins ? Verdict.WINS : Verdict.BEATEN, reason(host, request), at(router)));
        });
    for (Router router : table.index(request).others(request.host(), NEAR)) {
      String host = router.hosts().getFirst();
      steps.add(
          new HostStep(
              host, Verdict.NO_MATCH, HostWords.differs(host, request.host()), at(router)));
    }
    return steps;
  }

  /** The host of the rule by which a router takes the request. */
  private static String host(Router router, Request request) {
    return router.hosts().stream()
        .filter(host -> HostTest.takes(host, request.host()))
        .findFirst()
        .orElse("");
  }

  private static Optional<Location> at(Router router) {
    return Optional.of(
        router.rule() == Router.NONE
            ? router.at()
            : router.owner().at(FieldPath.rule(router.rule())));
  }

  private static String reason(String host, Request request) {
    String competes = " Hosts do not go before each other: the priority of the rules decides.";
    if (host.isEmpty()) {
      return "Rules without host take every host." + competes;
    }
    if (HostIndex.isWildcard(host)) {
      String name = HostTest.key(request.host());
      String label = name.substring(0, name.indexOf('.'));
      return "The * stands for exactly one label, here "
          + (label.isEmpty() ? "an empty one" : label)
          + "."
          + competes;
    }
    return HostIndex.lower(request.host()).equals(HostIndex.lower(host))
        ? "The host is equal." + competes
        : "The host is equal; a dot at its end does not count." + competes;
  }
}
