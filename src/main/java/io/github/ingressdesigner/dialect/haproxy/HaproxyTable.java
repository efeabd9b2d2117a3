package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled maps of HAProxy Technologies' controller. */
public final class HaproxyTable implements RouteTable {
  enum Stage {
    REJECTED,
    BAD_REQUEST,
    NO_TLS,
    UNDECIDED,
    SSL_REDIRECT,
    REDIRECT,
    OPTIONS,
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

  private final Optional<ConfigRejected> refused;
  private final Map<String, HostPart> hosts;
  private final Later<Map<String, HostRows>> allRows;
  private final List<PathRoute> acls;
  private final Map<PathRoute, PathTest> aclTests = new HashMap<>();
  private final List<PathRoute> defaults;
  private final List<Annotations> annotations;
  private final Later<List<LeftOut>> leftOut;
  private final boolean tls;
  private final Optional<PathRoute> own;
  private @Nullable List<HostTable> shown;

  /**
   * @param leftOut what is left out apart from paths of hosts
   */
  HaproxyTable(
      Optional<ConfigRejected> refused,
      Map<String, HostPart> hosts,
      List<PathRoute> acls,
      List<PathRoute> defaults,
      List<Annotations> annotations,
      List<LeftOut> leftOut,
      boolean tls,
      Optional<PathRoute> own) {
    this.refused = refused;
    this.hosts = hosts;
    this.allRows = new Later<>(() -> rows(hosts));
    this.acls = List.copyOf(acls);
    this.defaults = List.copyOf(defaults);
    this.annotations = annotations;
    this.leftOut =
        new Later<>(
            () -> {
              List<LeftOut> all = new ArrayList<>(leftOut);
              hosts.values().forEach(host -> all.addAll(host.leftOut()));
              return List.copyOf(all);
            });
    this.tls = tls;
    this.own = own;
    acls.forEach(route -> aclTests.put(route, AclPath.of(route)));
  }

  List<PathRoute> acls() {
    return acls;
  }

  private static Map<String, HostRows> rows(Map<String, HostPart> hosts) {
    Map<String, HostRows> all = LinkedHashMap.newLinkedHashMap(hosts.size());
    for (HostPart host : hosts.values()) {
      HostRows rows = host.rows();
      if (rows != null) {
        all.put(host.host, rows);
      }
    }
    return all;
  }

  /** Of all hosts that have any. */
  Map<String, HostRows> hostRows() {
    return allRows.get();
  }

  /** Of one host as the maps know it; null for none. */
  @Nullable HostRows rowsOf(String host) {
    HostPart part = hosts.get(host);
    return part == null ? null : part.rows();
  }

  List<PathRoute> defaults() {
    return defaults;
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

  /** In lower case, cut at the first colon. */
  static String host(Request request) {
    return HostIndex.lower(HaproxyRequest.host(request));
  }

  Answer decide(Request request) {
    if (refused.isPresent()) {
      return new Answer(Stage.REJECTED, refused.get(), null, null, List.of());
    }
    if (isTls(request) && !tls) {
      Outcome closed = new Outcome.TlsRefused(request.serverName().orElse(request.host()));
      return new Answer(Stage.NO_TLS, closed, null, null, List.of());
    }
    if (HaproxyRequest.refused(request).isPresent()) {
      Outcome bad = new Outcome.Status(400, Optional.empty());
      return new Answer(Stage.BAD_REQUEST, bad, null, null, List.of());
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
    HostRows rows = host.isEmpty() ? null : rowsOf(host);
    if (rows == null) {
      int dot = host.indexOf('.');
      rows = dot < 0 ? null : rowsOf(host.substring(dot));
    }
    return rows == null ? rowsOf("") : rows;
  }

  private Answer decided(Request request, String host, @Nullable HostRows rows, @Nullable Row row) {
    String path = request.path();
    Optional<String> newHost = Optional.empty();
    if (row != null) {
      Rules made = row.route().rules();
      Optional<Location> at = Optional.of(row.route().at());
      if (made.sslRedirect() && !isTls(request)) {
        String sent = HaproxyRequest.host(request);
        String url = "https://" + sent + ":" + made.sslPort() + request.target();
        Outcome redirect = new Outcome.Redirect(url, made.sslCode(), at);
        return new Answer(Stage.SSL_REDIRECT, redirect, rows, row, List.of());
      }
      if (made.redirect().isPresent()) {
        String url = made.redirect().get() + request.target();
        Outcome redirect = new Outcome.Redirect(url, made.redirectCode(), at);
        return new Answer(Stage.REDIRECT, redirect, rows, row, List.of());
      }
      if (made.answersOptions() && request.method().equals("OPTIONS")) {
        Outcome options = new Outcome.Status(204, at);
        return new Answer(Stage.OPTIONS, options, rows, row, List.of());
      }
      path = made.rewritten(path);
      newHost = made.setHost();
    }
    String arrives = arrives(request, path);
    List<PathRoute> held = acls.isEmpty() ? List.of() : held(request, host, path);
    Outcome plain =
        row == null || row.isBroken()
            ? byDefault(arrives, newHost)
            : reach(row.route(), arrives, newHost);
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
    Request seen = path.equals(request.path()) ? request : request.withPath(path, request.query());
    List<PathRoute> held = new ArrayList<>();
    for (PathRoute route : acls) {
      PathTest test = aclTests.getOrDefault(route, AclPath.NEVER);
      Acl acl = route.acl().orElseThrow();
      boolean holds =
          acl.share().filter(share -> share > 0).isPresent()
              || acl.test().filter(t -> t.holds(seen)).isPresent();
      if (holds && isHost(route.host(), host) && test.takes(path)) {
        held.add(route);
      }
    }
    return held;
  }

  static boolean isHost(String pattern, String host) {
    return pattern.isEmpty()
        || (pattern.startsWith(".") ? host.endsWith(pattern) : host.equals(pattern));
  }

  boolean takes(PathRoute acl, String path) {
    return aclTests.getOrDefault(acl, AclPath.NEVER).takes(path);
  }

  /** Of several the first one in the file counts, and their order is chance (a Go map). */
  private static Outcome byAcl(
      List<PathRoute> held, String arrives, Optional<String> newHost, Outcome plain) {
    List<Outcome> all = new ArrayList<>();
    boolean sure = false;
    for (PathRoute route : held) {
      all.add(reach(route, arrives, newHost));
      sure |= route.acl().orElseThrow().share().orElse(1.0) >= 1;
    }
    Optional<Double> share = held.getFirst().acl().orElseThrow().share();
    if (held.size() == 1 && !sure) {
      return new Outcome.Split(
          List.of(
              new Outcome.Split.Option(all.getFirst(), share),
              new Outcome.Split.Option(plain, share.map(s -> 1 - s))));
    }
    if (!sure) {
      all.add(plain);
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
  private Outcome byDefault(String arrives, Optional<String> newHost) {
    if (!defaults.isEmpty()) {
      return OneOf.of(
          defaults.stream().<Outcome>map(route -> reach(route, arrives, newHost)).toList());
    }
    if (own.isEmpty()) {
      return new Outcome.ControllerDefault(404);
    }
    return own.get().ready()
        ? new Outcome.ToBackend(
            own.get().backend(), Optional.empty(), Optional.empty(), arrives, newHost)
        : new Outcome.Status(503, Optional.empty());
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (HostPart host : hosts.values()) {
        known.add(shown(host.host, host.rules()));
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  private HostTable shown(String host, List<Location> written) {
    Set<PathRoute> order = new LinkedHashSet<>();
    acls.stream().filter(route -> route.host().equals(host)).forEach(order::add);
    HostRows rows = rowsOf(host);
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
    return leftOut.get();
  }

  @Override
  public List<Effect> effects() {
    return EffectWords.of(annotations, acls);
  }

  @Override
  public Facets facets() {
    return EffectWords.facets(hostRows(), acls);
  }
}
