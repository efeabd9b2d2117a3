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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which hosts are asked, and why those close by are not. */
final class HostSteps {
  /** Hosts that are not asked and are still named. */
  private static final int NEAR = 20;

  private HostSteps() {}

  /**
   * @param candidates routers of the hosts that are asked
   * @param takes whether one of them takes the request
   */
  static List<HostStep> of(
      TraefikTable table,
      Request request,
      Winners winners,
      List<Router> candidates,
      Predicate<Router> takes) {
    Map<String, Router> asked = new LinkedHashMap<>();
    Set<String> matching = new HashSet<>();
    for (Router router : candidates) {
      if (router.rule() != Router.NONE) {
        String host = host(router, request);
        asked.putIfAbsent(host, router);
        if (takes.test(router)) {
          matching.add(host);
        }
      }
    }
    List<HostStep> steps = new ArrayList<>();
    asked.forEach(
        (host, router) -> {
          boolean wins = winners.routers().stream().anyMatch(r -> host(r, request).equals(host));
          Verdict verdict =
              wins ? Verdict.WINS : matching.contains(host) ? Verdict.BEATEN : Verdict.NO_MATCH;
          String competes =
              verdict == Verdict.NO_MATCH
                  ? " None of its rules matches."
                  : matching.size() > 1
                      ? " Hosts do not go before each other: the priority of the rules decides."
                      : "";
          steps.add(new HostStep(host, verdict, reason(host, request) + competes, at(router)));
        });
    Set<String> named = new HashSet<>(asked.keySet());
    for (Router router : table.index(request).others(request.host(), NEAR)) {
      String host = router.hosts().getFirst();
      if (named.add(host)) {
        steps.add(
            new HostStep(
                host, Verdict.NO_MATCH, HostWords.differs(host, request.host()), at(router)));
      }
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
    if (host.isEmpty()) {
      return "Rules without host take every host.";
    }
    if (HostIndex.isWildcard(host)) {
      String name = HostTest.key(request.host());
      String label = name.substring(0, name.indexOf('.'));
      return "The * stands for exactly one label, here "
          + (label.isEmpty() ? "an empty one." : label + ".");
    }
    return HostIndex.lower(request.host()).equals(HostIndex.lower(host))
        ? "The host is equal."
        : "The host is equal; a dot at its end does not count.";
  }
}
