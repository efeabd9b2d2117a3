package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.envoy.EnvoyPath;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled listeners and routes of Gateway API. */
public final class GatewayApiTable implements RouteTable {
  enum Stage {
    BAD_REQUEST,
    UNDECIDED,
    NO_CERTIFICATE,
    NO_LISTENER,
    MISDIRECTED,
    NO_HOST,
    NO_ROUTE,
    ROUTE
  }

  /** A decision and what led to it. */
  record Answer(
      Stage stage,
      Outcome outcome,
      @Nullable String path,
      @Nullable ListenerRoutes listener,
      ListenerRoutes.@Nullable Host host,
      @Nullable Candidate winner) {
    Answer(Stage stage, Outcome outcome, @Nullable String path) {
      this(stage, outcome, path, null, null, null);
    }
  }

  private final List<ListenerRoutes> listeners;
  private final List<HttpRoute> routes;
  private final List<LeftOut> leftOut;
  private final long ingresses;
  private @Nullable List<HostTable> shown;

  GatewayApiTable(
      Collection<ListenerRoutes> listeners,
      List<HttpRoute> routes,
      List<LeftOut> leftOut,
      long ingresses) {
    this.listeners = List.copyOf(listeners);
    this.routes = List.copyOf(routes);
    this.leftOut = List.copyOf(leftOut);
    this.ingresses = ingresses;
  }

  List<ListenerRoutes> listeners() {
    return listeners;
  }

  List<HttpRoute> routes() {
    return routes;
  }

  /** Ingresses of the files, which are not read here. */
  long ingresses() {
    return ingresses;
  }

  @Override
  public Outcome find(Request request) {
    return decide(request).outcome();
  }

  @Override
  public Decision explain(Request request) {
    return new Explanation(this, request, decide(request)).explain();
  }

  static boolean isTls(Request request) {
    return request.scheme().equals("https");
  }

  Answer decide(Request request) {
    try {
      return decided(request);
    } catch (RegexStoppedException e) {
      return new Answer(
          Stage.UNDECIDED, new Outcome.Undecided(e.getMessage(), Optional.empty()), null);
    }
  }

  private Answer decided(Request request) {
    String path = EnvoyPath.of(request, true);
    if (path == null) {
      return new Answer(Stage.BAD_REQUEST, new Outcome.Status(400, Optional.empty()), null);
    }
    boolean tls = isTls(request);
    String host = HostIndex.lower(request.host());
    ListenerRoutes own = listener(request, host);
    if (tls) {
      String name = HostIndex.lower(request.serverName().orElse(host));
      ListenerRoutes named = listener(request, name);
      if (named == null) {
        return new Answer(
            Stage.NO_CERTIFICATE, new Outcome.TlsRefused(request.serverName().orElse(host)), path);
      }
      if (own != named) {
        return new Answer(Stage.MISDIRECTED, misdirected(), path, named, null, null);
      }
    }
    Outcome none = new Outcome.Status(404, Optional.empty());
    if (own == null) {
      return new Answer(Stage.NO_LISTENER, none, path);
    }
    ListenerRoutes.Host routes = own.find(host);
    if (routes == null) {
      return new Answer(Stage.NO_HOST, none, path, own, null, null);
    }
    OrderedPaths.Entry<Candidate> first =
        routes.paths().first(path, candidate -> candidate.match().accepts(request));
    if (first == null) {
      return new Answer(Stage.NO_ROUTE, none, path, own, routes, null);
    }
    Candidate winner = first.route();
    return new Answer(
        Stage.ROUTE, outcome(winner, own.listener, request, path), path, own, routes, winner);
  }

  /** The API says 421 or 404. */
  private static Outcome misdirected() {
    return new Outcome.Split(
        List.of(
            new Outcome.Split.Option(new Outcome.Status(421, Optional.empty()), Optional.empty()),
            new Outcome.Split.Option(new Outcome.Status(404, Optional.empty()), Optional.empty())));
  }

  /** The listener with the most specific hostname; a port counts where some listener has it. */
  private @Nullable ListenerRoutes listener(Request request, String host) {
    boolean tls = isTls(request);
    boolean byPort = false;
    for (ListenerRoutes one : listeners) {
      byPort |= one.listener.tls() == tls && one.listener.port() == request.port();
    }
    ListenerRoutes best = null;
    for (ListenerRoutes one : listeners) {
      Listener listener = one.listener;
      boolean fits =
          listener.tls() == tls
              && (!byPort || listener.port() == request.port())
              && listener.takes(host);
      if (fits && (best == null || isMoreSpecific(listener, best.listener))) {
        best = one;
      }
    }
    return best;
  }

  private static boolean isMoreSpecific(Listener a, Listener b) {
    boolean exactA = !a.hostname().isEmpty() && !Hostnames.isWildcard(a.hostname());
    boolean exactB = !b.hostname().isEmpty() && !Hostnames.isWildcard(b.hostname());
    return exactA != exactB ? exactA : a.hostname().length() > b.hostname().length();
  }

  private static Outcome outcome(
      Candidate winner, Listener listener, Request request, String path) {
    HttpRule rule = winner.rule();
    if (rule.redirect().isPresent()) {
      return redirect(winner, rule.redirect().get(), listener, request, path);
    }
    Optional<FieldValue> rewrite = rule.rewrite();
    String now = rewrite.map(r -> Rewriting.path(r.get("path"), winner.match(), path)).orElse(path);
    String target = request.query().map(q -> now + "?" + q).orElse(now);
    Optional<String> newHost = rewrite.flatMap(r -> r.get("hostname").text());
    int total = rule.targets().stream().mapToInt(HttpRule.Target::weight).sum();
    List<Outcome.Split.Option> options = new ArrayList<>();
    double failing = 0;
    for (HttpRule.Target one : rule.targets()) {
      if (one.weight() == 0) {
        continue;
      }
      double share = (double) one.weight() / total;
      if (one.problem().isPresent()) {
        failing += share;
      } else {
        options.add(
            new Outcome.Split.Option(reach(winner, one, target, newHost), Optional.of(share)));
      }
    }
    Outcome error = new Outcome.Status(500, Optional.of(winner.match().at()));
    if (options.isEmpty()) {
      return error;
    }
    if (failing > 0) {
      options.add(new Outcome.Split.Option(error, Optional.of(failing)));
    }
    return options.size() == 1 ? options.getFirst().outcome() : new Outcome.Split(options);
  }

  private static Outcome reach(
      Candidate winner, HttpRule.Target target, String path, Optional<String> host) {
    Optional<Location> at = Optional.of(winner.match().at());
    return target.ready()
        ? new Outcome.ToBackend(
            target.backend(), Optional.of(winner.route().name()), at, path, host)
        : new Outcome.Status(503, at);
  }

  /** HTTPRequestRedirectFilter. */
  private static Outcome redirect(
      Candidate winner, FieldValue filter, Listener listener, Request request, String path) {
    Optional<String> scheme = filter.get("scheme").text();
    String to = scheme.orElse(request.scheme());
    String host = filter.get("hostname").text().orElse(request.host());
    int port =
        filter
            .get("port")
            .number()
            .orElse(scheme.isPresent() ? (to.equals("https") ? 443 : 80) : listener.port());
    boolean usual = port == (to.equals("https") ? 443 : 80);
    String now = Rewriting.path(filter.get("path"), winner.match(), path);
    String url = to + "://" + host + (usual ? "" : ":" + port) + now;
    return new Outcome.Redirect(
        request.query().map(q -> url + "?" + q).orElse(url),
        filter.get("statusCode").number().orElse(302),
        Optional.of(winner.match().at()));
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      Map<String, Set<Candidate>> byHost = new LinkedHashMap<>();
      for (ListenerRoutes listener : listeners) {
        for (ListenerRoutes.Host host : listener.all()) {
          byHost.computeIfAbsent(host.hostname(), h -> new LinkedHashSet<>()).addAll(host.order());
        }
      }
      known = new ArrayList<>();
      for (Map.Entry<String, Set<Candidate>> entry : byHost.entrySet()) {
        known.add(shown(entry.getKey(), entry.getValue()));
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  private static HostTable shown(String host, Set<Candidate> candidates) {
    List<Location> rules = candidates.stream().map(c -> c.rule().at()).distinct().toList();
    List<Route> routes =
        candidates.stream()
            .map(
                c -> {
                  Optional<Backend> backend =
                      c.rule().targets().stream().findFirst().map(HttpRule.Target::backend);
                  return new Route(c.match().type(), c.match().path(), backend, c.match().at());
                })
            .toList();
    return new HostTable(host, rules, routes);
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  @Override
  public Facets facets() {
    List<HostFacet> hosts = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (ListenerRoutes listener : listeners) {
      hosts.add(Facets.host(listener.listener.hostname(), HostKind.LABELS, Set.of()));
      for (ListenerRoutes.Host host : listener.all()) {
        Set<PathFacet> paths = new LinkedHashSet<>();
        for (Candidate candidate : host.order()) {
          facets(candidate.match(), paths, conditions);
        }
        hosts.add(Facets.host(host.hostname(), HostKind.LABELS, paths));
      }
    }
    return new Facets(hosts, conditions);
  }

  private static void facets(Match match, Set<PathFacet> paths, Set<Condition> conditions) {
    boolean text = match.type() == PathType.EXACT || match.type() == PathType.PREFIX;
    paths.add(
        text ? new PathFacet.Text(match.path()) : new PathFacet.Pattern(match.path(), false, true));
    match.method().ifPresent(m -> conditions.add(new Condition.Method(m)));
    match.headers().forEach(h -> conditions.add(new Condition.Header(h.name(), Set.of(h.value()))));
    match.queries().forEach(q -> conditions.add(new Condition.Query(q.name(), Set.of(q.value()))));
  }
}
