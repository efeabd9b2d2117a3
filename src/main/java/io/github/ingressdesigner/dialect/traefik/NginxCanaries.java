package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Canary Ingresses. One is found by host, path and type of another Ingress, but then belongs to the
 * Service of that path, wherever the namespace uses it (build.go, second pass).
 */
final class NginxCanaries {
  /** Paths of other Ingresses; the last of equal ones counts. */
  private final Map<String, Primary> paths = new HashMap<>();

  private final Map<String, Canary> byService = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * @param target of the canary
   * @param share of the requests without header and cookie, 0 to 1
   * @param yes for what it is chosen; none if it is not by header or cookie
   * @param no for what it is not chosen, whatever the share
   */
  record Canary(Owner owner, Target target, double share, Condition yes, Condition no) {}

  private record Primary(NginxIngress ingress, ServiceBackend service) {}

  void addPath(NginxIngress ingress, String host, HttpPath path) {
    if (path.backend().orElse(null) instanceof ServiceBackend service) {
      paths.put(pathKey(ingress.owner(), host, path), new Primary(ingress, service));
    }
  }

  private static String pathKey(Owner owner, String host, HttpPath path) {
    PathType type = path.type() == PathType.ABSENT ? PathType.PREFIX : path.type();
    return owner.namespace() + "/" + host + path.path().orElse("") + "/" + type;
  }

  private static String serviceKey(String namespace, ServiceBackend service) {
    return namespace + "/" + service.name().orElse("") + "/" + port(service);
  }

  private static String port(ServiceBackend service) {
    return service.port().map(Port::display).orElse("0");
  }

  Optional<Canary> find(String namespace, Backend backend) {
    return backend instanceof ServiceBackend service && !byService.isEmpty()
        ? Optional.ofNullable(byService.get(serviceKey(namespace, service)))
        : Optional.empty();
  }

  /**
   * @param targets where a backend of the canary leads, if anything serves there
   * @return why paths of it have no effect, by path
   */
  List<Unused> add(Owner owner, Targets targets) {
    List<Unused> unused = new ArrayList<>();
    List<Rule> rules = owner.ingress().spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      for (int p = 0; p < rules.get(r).paths().size(); p++) {
        int rule = r;
        int path = p;
        add(owner, r, p, targets)
            .ifPresent(reason -> unused.add(new Unused(FieldPath.path(rule, path), reason)));
      }
    }
    return unused;
  }

  record Unused(FieldPath at, String reason) {}

  /** Where a backend leads; empty where nothing serves. */
  interface Targets {
    /**
     * @param primary whose annotations count
     * @param owner the canary
     */
    Optional<Target> of(NginxIngress primary, Owner owner, FieldPath at, Optional<Backend> backend);
  }

  private Optional<String> add(Owner owner, int r, int p, Targets targets) {
    Rule rule = owner.ingress().spec().rules().get(r);
    HttpPath path = rule.paths().get(p);
    String key = pathKey(owner, rule.host().orElse(""), path);
    Primary found = paths.get(key);
    if (found == null) {
      return Optional.of("No other Ingress of the namespace has this host, path and type.");
    }
    ServiceBackend primary = found.service;
    if (taken.contains(key)) {
      return Optional.of("Another canary Ingress has this path already.");
    }
    if (!(path.backend().orElse(null) instanceof ServiceBackend service)
        || service.name().equals(primary.name()) && port(service).equals(port(primary))) {
      return Optional.of("It leads to the same Service as the path that it is a canary of.");
    }
    Optional<Target> target =
        targets.of(found.ingress, owner, FieldPath.path(r, p), path.backend());
    if (target.isEmpty()) {
      return Optional.of("Nothing serves behind it.");
    }
    taken.add(key);
    byService.put(serviceKey(owner.namespace(), primary), canary(owner, target.get()));
    return Optional.empty();
  }

  private static Canary canary(Owner owner, Target target) {
    NginxAnnotations annotations = new NginxAnnotations(owner.ingress().meta().annotations());
    int total = Math.max(annotations.number("canary-weight-total").orElse(0), 100);
    int weight = Math.clamp(annotations.number("canary-weight").orElse(0), 0, total);
    String header = annotations.textOr("canary-by-header", "");
    String value = annotations.textOr("canary-by-header-value", "");
    String pattern = annotations.textOr("canary-by-header-pattern", "");
    String cookie = annotations.textOr("canary-by-cookie", "");
    boolean isWord = !header.isEmpty() && value.isEmpty() && pattern.isEmpty();
    Condition.Header never = new Condition.Header.Equal(header, "never");
    List<Condition.Header> yes = new ArrayList<>();
    List<Condition.Header> no = new ArrayList<>();
    if (isWord) {
      yes.add(new Condition.Header.Equal(header, "always"));
      no.add(never);
    } else if (!header.isEmpty()) {
      yes.add(value.isEmpty() ? found(header, pattern) : new Condition.Header.Equal(header, value));
    }
    if (!cookie.isEmpty()) {
      Condition.Header always = cookie(cookie, "always");
      yes.add(isWord ? new Condition.Header.Unless(always, never) : always);
      no.add(cookie(cookie, "never"));
    }
    return new Canary(
        owner, target, (double) weight / total, new Condition(yes), new Condition(no));
  }

  private static Condition.Header cookie(String name, String value) {
    Condition.Header test = found("Cookie", "(^|;\\s*)" + quoteMeta(name) + "=" + value + "(;|$)");
    return test instanceof Condition.Header.Found found
        ? new Condition.Header.CookieIs(name, value, found)
        : test;
  }

  /** Go's {@code regexp.QuoteMeta}. */
  private static String quoteMeta(String text) {
    return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }

  private static Condition.Header found(String header, String pattern) {
    return switch (RegexFlavor.RE2.compile(pattern, false)) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          new Condition.Header.Found(header, regex);
      case RegexFlavor.Result.Refused(String reason) ->
          new Condition.Header.Unreadable(header, pattern, reason);
    };
  }
}
