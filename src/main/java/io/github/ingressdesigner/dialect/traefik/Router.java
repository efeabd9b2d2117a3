package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * One router, as a provider makes it of a path or a default backend.
 *
 * @param rule index of the rule; -1 where the router takes every host for a default backend
 * @param path index of the path; -1 for a default backend
 * @param hosts of the rule text; none for every host
 * @param priority the larger is tried first
 * @param condition what else a request must have
 * @param rival number of the routers that share this one's name, of which only one is there; -1
 */
record Router(
    Owner owner,
    int rule,
    int path,
    List<String> hosts,
    PathMatcher matcher,
    int priority,
    Condition condition,
    int rival,
    Target target,
    Way way) {
  static final int NONE = -1;

  /** Below every other, whatever a router's priority is. */
  private static final int LOWEST = Integer.MIN_VALUE;

  private static final PathMatcher ROOT =
      new PathMatcher(RuleText.Form.PREFIX, "/", PathMatcher.ANY.test());

  /** The router of a default backend that serves all that no other router takes. */
  static Router ofEverything(Owner owner, Target target, Way way) {
    return new Router(
        owner, NONE, NONE, List.of(), ROOT, LOWEST, Condition.NONE, NONE, target, way);
  }

  /** The path entry, or the default backend. */
  Location at() {
    return owner.at(path < 0 ? FieldPath.defaultBackend() : FieldPath.path(rule, path));
  }

  /** Whether it is made beside the path, for another host. */
  boolean isAside() {
    String host = owner.ingress().spec().rules().get(rule).host().orElse("");
    return !host.isEmpty() && !hosts.contains(host);
  }

  boolean isDefault() {
    return path < 0;
  }

  private Optional<HttpPath> entry() {
    return path < 0
        ? Optional.empty()
        : Optional.of(owner.ingress().spec().rules().get(rule).paths().get(path));
  }

  PathType type() {
    return entry().map(HttpPath::type).orElse(PathType.ABSENT);
  }

  /** As it is written. */
  String written() {
    return entry().flatMap(HttpPath::path).orElse("");
  }

  Optional<Backend> backend() {
    return path < 0 ? owner.ingress().spec().defaultBackend() : entry().flatMap(HttpPath::backend);
  }

  String ruleText() {
    return condition.of(RuleText.of(hosts, matcher.form(), matcher.text()));
  }

  String generated() {
    return ruleText() + "  priority " + priority;
  }

  Router withRival(int number) {
    return number == rival
        ? this
        : new Router(owner, rule, path, hosts, matcher, priority, condition, number, target, way);
  }
}
