package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * One path of the ingress-nginx provider, of which routers are made.
 *
 * @param path index; {@link Router#NONE} for the default backend of the rule's host
 * @param hosts the host and its aliases; none for every host
 * @param regex whether an Ingress makes expressions of the paths of this host
 */
record NginxLocation(
    NginxIngress ingress,
    int rule,
    int path,
    List<String> hosts,
    String text,
    PathType type,
    boolean regex) {
  /** A router, or why there is none. */
  sealed interface Made {
    record Ready(Router router) implements Made {}

    /**
     * @param router as it would be
     * @param reason a sentence for people
     */
    record Refused(Router router, String reason) implements Made {}
  }

  Made router(Condition condition, Target target, int rival) {
    Optional<String> problem = Optional.empty();
    PathMatcher matcher = PathMatcher.ANY;
    switch (matcher()) {
      case PathMatcher.Read.Ready(PathMatcher ready) -> matcher = ready;
      case PathMatcher.Read.Refused(String reason) -> problem = Optional.of(reason);
    }
    if (hosts.isEmpty() && text.isEmpty()) {
      problem = Optional.of("Neither host nor path is given, and an empty rule makes no router.");
    }
    if (!condition.isReadable()) {
      problem = Optional.of("The expression for the canary's header cannot be read.");
    }
    NginxWay way = NginxWay.of(ingress, text, regex);
    Router router = router(hosts, matcher, condition, rival, target, way.way());
    Optional<String> refused = problem.or(way::problem).or(ingress::authProblem);
    return refused.isPresent() ? new Made.Refused(router, refused.get()) : new Made.Ready(router);
  }

  private Router router(
      List<String> names,
      PathMatcher matcher,
      Condition condition,
      int rival,
      Target target,
      Way way) {
    int priority = condition.bytes(RuleText.bytes(names, matcher.form(), matcher.text()));
    return new Router(
        ingress.owner(), rule, path, names, matcher, priority, condition, rival, target, way);
  }

  private PathMatcher.Read matcher() {
    if (text.isEmpty()) {
      return new PathMatcher.Read.Ready(PathMatcher.ANY);
    }
    if (type == PathType.EXACT) {
      return PathMatcher.whole(text);
    }
    return regex ? PathMatcher.regex("(?i)^" + text) : PathMatcher.elements(text);
  }

  /** From the other spelling of a host to this one. */
  Router wwwRedirect(String from, String to) {
    Way way = Way.of(List.of(NginxWay.wwwRedirect(ingress.owner(), to)));
    return router(
        List.of(from),
        PathMatcher.ANY,
        Condition.NONE,
        Router.NONE,
        new Target.Unavailable("The redirect of from-to-www-redirect has no backend."),
        way);
  }
}
