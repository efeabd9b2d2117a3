package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled maps of HAProxy Technologies' controller. */
public final class HaproxyTable implements RouteTable {
  enum Stage {
    NO_TLS,
    UNDECIDED,
    SSL_REDIRECT,
    REDIRECT,
    ACL,
    ROW,
    DEFAULT
  }

  /**
   * A decision and what led to it.
   *
   * @param hostRows the rows that were asked; null for an unknown host without hostless rules
   * @param acls the conditional routes that hold
   */
  record Answer(
      Stage stage,
      Outcome outcome,
      @Nullable HostRows hostRows,
      @Nullable Row row,
      List<PathRoute> acls) {}

  private final DialectConfig config;
  private final Map<String, HostRows> hosts;
  private final List<PathRoute> acls;
  private final Map<PathRoute, PathTest> aclTests = new HashMap<>();
  private final List<PathRoute> defaults;
  private final Map<String, List<Location>> rules;
  private final List<Annotations> annotations;
  private final List<LeftOut> leftOut;
  private final boolean tls;
  private final Optional<PathRoute> own;
  private @Nullable List<HostTable> shown;

  HaproxyTable(
      DialectConfig config,
      Map<String, HostRows> hosts,
      List<PathRoute> acls,
      List<PathRoute> defaults,
      Map<String, List<Location>> rules,
      List<Annotations> annotations,
      List<LeftOut> leftOut,
      boolean tls,
      Optional<PathRoute> own) {
    this.config = config;
    this.hosts = hosts;
    this.acls = List.copyOf(acls);
    this.defaults = List.copyOf(defaults);
    this.rules = rules;
    this.annotations = annotations;
    this.leftOut = List.copyOf(leftOut);
    this.tls = tls;
    this.own = own;
    acls.forEach(route -> aclTest(route).ifPresent(test -> aclTests.put(route, test)));
  }

  List<PathRoute> acls() {
    return acls;
  }

  Map<String, HostRows> hostRows() {
    return hosts;
  }

  List<PathRoute> defaults() {
    return defaults;
  }

  DialectConfig config() {
    return config;
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

  /** Lower case, cut at the first colon, an IPv6 address too. */
  static String host(Request request) {
    String host = HostIndex.lower(request.host());
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  Answer decide(Request request) {
    if (isTls(request) && !tls) {
      Outcome refused = new Outcome.TlsRefused(request.serverName().orElse(request.host()));
      return new Answer(Stage.NO_TLS, refused, null, null, List.of());
    }
    try {
      return decided(request);
    } catch (RegexStoppedException e) {
      Outcome stopped = new Outcome.Undecided(e.getMessage(), Optional.empty());
      return new Answer(Stage.UNDECIDED, stopped, null, null, List.of());
    }
  }

  private Answer decided(Request request) {
    String host = host(request);
    HostRows rows = rows(host);
    Row row = rows == null ? null : rows.find(request.path());
    if (row != null && rows.ties().containsKey(row)) {
      List<Outcome> all = new ArrayList<>();
      rows.ties().get(row).forEach(tied -> all.add(decided(request, host, rows, tied).outcome()));
      return new Answer(Stage.ROW, OneOf.of(all), rows, row, List.of());
    }
    return decided(request, host, rows, row);
  }

  private @Nullable HostRows rows(String host) {
    HostRows rows = host.isEmpty() ? null : hosts.get(host);
    if (rows == null) {
      int dot = host.indexOf('.');
      rows = dot < 0 ? null : hosts.get(host.substring(dot));
    }
    return rows == null ? hosts.get("") : rows;
  }

  private Answer decided(Request request, String host, @Nullable HostRows rows, @Nullable Row row) {
    String path = request.path();
    Optional<String> newHost = Optional.empty();
    if (row != null) {
      Rules made = row.route().rules();
      Optional<Location> at = Optional.of(row.route().at());
      if (made.sslRedirect() && !isTls(request)) {
        String url = "https://" + request.host() + ":" + made.sslPort() + request.target();
        Outcome redirect = new Outcome.Redirect(url, made.sslCode(), at);
        return new Answer(Stage.SSL_REDIRECT, redirect, rows, row, List.of());
      }
      if (made.redirect().isPresent()) {
        String url = made.redirect().get() + request.target();
        Outcome redirect = new Outcome.Redirect(url, made.redirectCode(), at);
        return new Answer(Stage.REDIRECT, redirect, rows, row, List.of());
      }
      path = made.rewritten(path);
      newHost = made.setHost();
    }
    String arrives = arrives(request, path);
    List<PathRoute> held = held(request, host, path);
    Outcome plain = row == null ? byDefault(request) : reach(row.route(), arrives, newHost);
    if (held.isEmpty()) {
      return new Answer(row == null ? Stage.DEFAULT : Stage.ROW, plain, rows, row, List.of());
    }
    Outcome outcome = byAcl(held, arrives, newHost, plain);
    return new Answer(Stage.ACL, outcome, rows, row, held);
  }

  private static String arrives(Request request, String path) {
    return path.equals(request.path())
        ? request.target()
        : request.query().map(q -> path + "?" + q).orElse(path);
  }

  /** Conditional routes hold for hosts by suffix and see the path as it was rewritten. */
  private List<PathRoute> held(Request request, String host, String path) {
    if (acls.isEmpty()) {
      return List.of();
    }
    List<PathRoute> held = new ArrayList<>();
    for (PathRoute route : acls) {
      PathTest test = aclTests.get(route);
      Acl acl = route.acl().orElseThrow();
      boolean holds =
          acl.share().isPresent() || acl.test().filter(t -> t.holds(request)).isPresent();
      if (holds && isHost(route.host(), host) && test != null && test.takes(path)) {
        held.add(route);
      }
    }
    return held;
  }

  static boolean isHost(String pattern, String host) {
    return pattern.isEmpty()
        || (pattern.startsWith(".") ? host.endsWith(pattern) : host.equals(pattern));
  }

  private static Optional<PathTest> aclTest(PathRoute route) {
    if (route.type() == PathType.EXACT) {
      return Optional.of(new PathTest.Whole(route.path()));
    }
    if (route.path().isEmpty() || route.path().equals("/")) {
      return Optional.of(new PathTest.Start("/"));
    }
    String path = route.path().replaceFirst("/$", "");
    return RegexFlavor.PCRE.compile("^" + path + "($|/)", false)
            instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
        ? Optional.of(new PathTest.Expression(regex, false))
        : Optional.empty();
  }

  boolean takes(PathRoute acl, String path) {
    PathTest test = aclTests.get(acl);
    return test != null && test.takes(path);
  }

  private static Outcome byAcl(
      List<PathRoute> held, String arrives, Optional<String> newHost, Outcome plain) {
    List<Outcome> all = new ArrayList<>();
    Optional<Double> share = Optional.empty();
    for (PathRoute route : held) {
      all.add(reach(route, arrives, newHost));
      share = route.acl().orElseThrow().share();
    }
    if (held.size() == 1 && share.isPresent()) {
      return new Outcome.Split(
          List.of(
              new Outcome.Split.Option(all.getFirst(), share),
              new Outcome.Split.Option(plain, Optional.of(1 - share.get()))));
    }
    return OneOf.of(all);
  }

  private static Outcome reach(PathRoute route, String path, Optional<String> host) {
    return route.ready()
        ? new Outcome.ToBackend(
            route.backend(), Optional.of(route.owner()), Optional.of(route.at()), path, host)
        : new Outcome.Status(503, Optional.of(route.at()));
  }

  /** Of several default backends the last one processed counts, and the order is chance. */
  private Outcome byDefault(Request request) {
    if (!defaults.isEmpty()) {
      return OneOf.of(
          defaults.stream()
              .<Outcome>map(route -> reach(route, request.target(), Optional.empty()))
              .toList());
    }
    return own.<Outcome>map(
            route ->
                new Outcome.ToBackend(
                    route.backend(),
                    Optional.empty(),
                    Optional.empty(),
                    request.target(),
                    Optional.empty()))
        .orElseGet(() -> new Outcome.ControllerDefault(404));
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (Map.Entry<String, List<Location>> entry : rules.entrySet()) {
        known.add(shown(entry.getKey(), entry.getValue()));
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  private HostTable shown(String host, List<Location> written) {
    Set<PathRoute> order = new LinkedHashSet<>();
    acls.stream().filter(route -> route.host().equals(host)).forEach(order::add);
    HostRows rows = hosts.get(host);
    if (rows != null) {
      rows.tries().forEach(row -> order.add(row.route()));
    }
    return new HostTable(
        host.startsWith(".") ? "*" + host : host,
        written,
        order.stream()
            .map(r -> new Route(r.type(), r.path(), Optional.of(r.backend()), r.at()))
            .toList());
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  @Override
  public List<Effect> effects() {
    return EffectWords.of(annotations);
  }

  @Override
  public Facets facets() {
    return EffectWords.facets(hosts, acls);
  }
}
