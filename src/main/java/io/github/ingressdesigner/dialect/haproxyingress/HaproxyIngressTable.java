package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.haproxyingress.HostMap.Line;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiled maps of HAProxy Ingress. */
public final class HaproxyIngressTable implements RouteTable {
  /** Where in the frontend a request was decided. */
  enum Stage {
    REFUSED,
    ROOT,
    REDIRECT_TO,
    HOST,
    STRICT,
    REDIRECT_FROM,
    ANY_HOST,
    DEFAULT
  }

  /** A decision and what led to it. */
  record Answer(Stage stage, Outcome outcome, @Nullable Line line) {}

  private static final String ACME = "/.well-known/acme-challenge";

  private final DialectConfig config;
  private final Map<String, Host> hosts;
  private final Host any;
  private final Frontend http;
  private final Frontend https;
  private final HostMap defaults;
  private final boolean hasTls;
  private final Optional<Target> broken;
  private final Later<List<LeftOut>> leftOut;
  private final List<Effect> effects;
  private final Map<Ingress, Annotations> unmodelled;
  private @Nullable List<HostTable> shown;

  HaproxyIngressTable(
      DialectConfig config,
      Map<String, Host> hosts,
      Host any,
      HostMap httpMap,
      HostMap httpsMap,
      HostMap httpRedirects,
      HostMap httpsRedirects,
      HostMap defaults,
      Optional<Target> broken,
      List<LeftOut> leftOut,
      List<Effect> effects,
      Map<Ingress, Annotations> unmodelled) {
    this.config = config;
    this.hosts = hosts;
    this.any = any;
    boolean ssl = config.isOn("ssl-redirect", true);
    List<Host> all = new ArrayList<>(hosts.values());
    all.add(any);
    List<Host> secure = hosts.values().stream().filter(h -> h.secure).toList();
    this.hasTls = !secure.isEmpty();
    this.http =
        new Frontend(httpMap, httpRedirects, new RedirectFrom(all), new RootRedirects(all, ssl));
    this.https =
        new Frontend(
            httpsMap, httpsRedirects, new RedirectFrom(secure), new RootRedirects(secure, ssl));
    this.defaults = defaults;
    this.broken = broken;
    this.leftOut =
        new Later<>(
            () -> {
              List<LeftOut> left = new ArrayList<>(leftOut);
              hosts.values().forEach(host -> left.addAll(host.leftOut()));
              left.addAll(any.leftOut());
              return List.copyOf(left);
            });
    this.effects = List.copyOf(effects);
    this.unmodelled = unmodelled;
  }

  Frontend frontend(Request request) {
    return isTls(request) ? https : http;
  }

  HostMap defaults() {
    return defaults;
  }

  Map<Ingress, Annotations> unmodelled() {
    return unmodelled;
  }

  DialectConfig config() {
    return config;
  }

  static boolean isTls(Request request) {
    return request.scheme().equals("https");
  }

  /** Lower case, nothing else: a dot at the end makes another host. */
  static String host(Request request) {
    return HostIndex.lower(request.host());
  }

  @Override
  public Outcome find(Request request) {
    return decide(request).outcome();
  }

  @Override
  public Decision explain(Request request) {
    return new Explanation(this, request, decide(request)).explain();
  }

  Answer decide(Request request) {
    try {
      return decided(request);
    } catch (RegexStoppedException e) {
      return new Answer(
          Stage.REFUSED, new Outcome.Undecided(e.getMessage(), Optional.empty()), null);
    }
  }

  private Answer decided(Request request) {
    Optional<Answer> refused = refused(request);
    if (refused.isPresent()) {
      return refused.get();
    }
    Frontend frontend = isTls(request) ? https : http;
    String host = host(request);
    if (request.path().equals("/") && !frontend.roots().isEmpty()) {
      RootRedirects.Root root = frontend.roots().find(host);
      if (root != null) {
        return new Answer(Stage.ROOT, root(root, request), null);
      }
    }
    boolean acme = request.path().startsWith(ACME);
    if (!frontend.redirects().isEmpty() && !acme) {
      Line redirect = frontend.redirects().find(host, request);
      if (redirect != null) {
        Target target = redirect.entry().target();
        int code = code("redirect-to-code");
        return new Answer(
            Stage.REDIRECT_TO,
            new Outcome.Redirect(target.redirectTo().orElseThrow(), code, Optional.of(target.at())),
            redirect);
      }
    }
    Line line = frontend.hosts().find(host, request);
    if (isStrictMiss(host, line)) {
      return new Answer(Stage.STRICT, defaultBackend(request), null);
    }
    if (line != null) {
      return new Answer(Stage.HOST, outcome(line, request), line);
    }
    if (!frontend.from().isEmpty() && !acme) {
      List<RedirectFrom.Wanted> wanted = frontend.from().find(host);
      if (!wanted.isEmpty()) {
        return new Answer(Stage.REDIRECT_FROM, from(wanted, request), null);
      }
    }
    return byDefault(request);
  }

  private Optional<Answer> refused(Request request) {
    if (broken.isPresent()) {
      return refused(
          "redirect-to on a rule without host makes the controller fail before it writes anything:"
              + " no Ingress is served.",
          Optional.of(broken.get().at()));
    }
    if (!http.hosts().refused().isEmpty() || !defaults.refused().isEmpty()) {
      List<String> all =
          http.hosts().refused().isEmpty() ? defaults.refused() : http.hosts().refused();
      return refused(all.getFirst() + " HAProxy does not load such a map.", Optional.empty());
    }
    if (isTls(request) && !hasTls) {
      return Optional.of(
          new Answer(
              Stage.REFUSED,
              new Outcome.TlsRefused(request.serverName().orElse(request.host())),
              null));
    }
    return Optional.empty();
  }

  private static Optional<Answer> refused(String reason, Optional<Location> at) {
    return Optional.of(new Answer(Stage.REFUSED, new Outcome.ConfigRejected(reason, at), null));
  }

  /** strict-host gives every plain host a begin / of the default backend, before expressions. */
  private boolean isStrictMiss(String host, @Nullable Line line) {
    return config.isOn("strict-host", false)
        && hosts.containsKey(host)
        && (line == null || HostMap.isExpression(line));
  }

  private Outcome root(RootRedirects.Root root, Request request) {
    Optional<Location> at = Optional.of(root.at());
    return !isTls(request) && root.first()
        ? new Outcome.Redirect(secureUrl(request), code("ssl-redirect-code"), at)
        : new Outcome.Redirect(root.value(), 302, at);
  }

  private Outcome from(List<RedirectFrom.Wanted> wanted, Request request) {
    List<Outcome> all = new ArrayList<>();
    for (RedirectFrom.Wanted one : wanted) {
      all.add(
          one.host().isEmpty()
              ? byDefault(request).outcome()
              : new Outcome.Redirect(
                  "//" + one.host() + request.target(),
                  code("redirect-from-code"),
                  Optional.of(one.at())));
    }
    return OneOf.of(all);
  }

  private int code(String key) {
    String value = config.get(key, "302");
    return value.matches("3[0-9]{2}") ? Integer.parseInt(value) : 302;
  }

  /** The Host header as it was sent, with its port. */
  private static String secureUrl(Request request) {
    boolean usual = request.port() == (isTls(request) ? 443 : 80);
    return "https://" + request.host() + (usual ? "" : ":" + request.port()) + request.target();
  }

  private Outcome outcome(Line line, Request request) {
    Target target = line.entry().target();
    if (line.entry().blank() >= 0) {
      return defaultBackend(request);
    }
    if (target.sslRedirect() && !isTls(request) && !line.entry().alias()) {
      return new Outcome.Redirect(
          secureUrl(request), code("ssl-redirect-code"), Optional.of(target.at()));
    }
    return backend(target, request);
  }

  private static Outcome backend(Target target, Request request) {
    if (!target.ready()) {
      return new Outcome.Status(503, Optional.of(target.at()));
    }
    String path = target.rewrite().map(r -> r.apply(request.path())).orElse(request.path());
    String arrives = path.equals(request.path()) ? request.target() : withQuery(path, request);
    return new Outcome.ToBackend(
        target.backend(),
        Optional.of(target.name()),
        Optional.of(target.at()),
        arrives,
        Optional.empty());
  }

  private static String withQuery(String path, Request request) {
    return request.query().map(q -> path + "?" + q).orElse(path);
  }

  /** Rules without host exist on plain HTTP only. */
  private Answer byDefault(Request request) {
    if (!isTls(request)) {
      Line line = defaults.find("", request);
      if (line != null) {
        Outcome outcome =
            line.entry().blank() >= 0
                ? defaultBackend(request)
                : backend(line.entry().target(), request);
        return new Answer(Stage.ANY_HOST, outcome, line);
      }
    }
    return new Answer(Stage.DEFAULT, defaultBackend(request), null);
  }

  private Outcome defaultBackend(Request request) {
    String service = config.get("default-backend-service", "");
    int slash = service.indexOf('/');
    if (slash <= 0) {
      return new Outcome.ControllerDefault(404);
    }
    return new Outcome.ToBackend(
        Backend.ServiceBackend.of(service.substring(slash + 1), new Port.Number(80)),
        Optional.empty(),
        Optional.empty(),
        request.target(),
        Optional.empty());
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (Host host : hosts.values()) {
        known.add(shown(host, http.hosts().lines(host.name)));
      }
      if (!any.targets().isEmpty()) {
        known.add(shown(any, defaults.lines("")));
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  private HostTable shown(Host host, Collection<Line> lines) {
    List<Target> targets = new ArrayList<>();
    http.redirects().lines(host.name).forEach(line -> targets.add(line.entry().target()));
    lines.forEach(line -> targets.add(line.entry().target()));
    List<Location> rules =
        host.targets().stream()
            .map(Target::at)
            .filter(at -> at.path().indexAt(0) >= 0)
            .map(at -> new Location(at.resource(), ruleOf(at)))
            .distinct()
            .toList();
    return new HostTable(
        host.name,
        rules,
        targets.stream()
            .map(t -> new Route(t.type(), t.path(), Optional.of(t.backend()), t.at()))
            .toList());
  }

  private static io.github.ingressdesigner.model.FieldPath ruleOf(Location at) {
    return io.github.ingressdesigner.model.FieldPath.rule(at.path().indexAt(0));
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut.get();
  }

  @Override
  public List<Effect> effects() {
    return effects;
  }

  @Override
  public Facets facets() {
    return FacetsOf.table(hosts, any);
  }
}
