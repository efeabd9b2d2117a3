package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.ingressnginx.Servers.Target;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled configuration of ingress-nginx. */
public final class IngressNginxTable implements RouteTable {
  /**
   * Where a request was decided, in the order in which NGINX and the controller's Lua come to it.
   */
  enum Stage {
    REJECTED,
    UNDECIDED,
    BAD_REQUEST,
    OTHER_NAME,
    CLIENT_CERTIFICATE,
    APP_ROOT,
    ADDS_SLASH,
    SERVER,
    DENIED,
    PREFLIGHT,
    REDIRECT,
    REWRITE_REDIRECT,
    HTTPS,
    BACKEND
  }

  /**
   * A decision and what led to it.
   *
   * @param canary what the canary rules said, where there is one
   */
  record Answer(
      Stage stage,
      Outcome outcome,
      @Nullable NginxRequest seen,
      @Nullable Server server,
      Locations.@Nullable Pick<Block> pick,
      @Nullable Rewritten rewritten,
      Canary.@Nullable Verdict canary) {
    Answer(Stage stage, Outcome outcome) {
      this(stage, outcome, null, null, null, null, null);
    }
  }

  /** A Service with endpoints that stands in for one without. */
  interface StandIns {
    Optional<Backend> find(Ing ing, String service);
  }

  private final DialectConfig config;
  private final List<Ing> ingresses;
  private final Servers servers;
  private final Map<String, Upstream> upstreams;
  private final StandIns standIns;
  private final List<LeftOut> leftOut;
  private final boolean forwarded;
  private final List<String> plainLocations;
  private @Nullable List<HostTable> shown;

  IngressNginxTable(
      DialectConfig config,
      List<Ing> ingresses,
      Servers servers,
      Map<String, Upstream> upstreams,
      StandIns standIns,
      List<LeftOut> leftOut) {
    this.config = config;
    this.ingresses = List.copyOf(ingresses);
    this.servers = servers;
    this.upstreams = upstreams;
    this.standIns = standIns;
    this.leftOut = List.copyOf(leftOut);
    this.forwarded = config.isOn("use-forwarded-headers", false);
    this.plainLocations =
        List.of(config.get("no-tls-redirect-locations", "/.well-known/acme-challenge").split(","))
            .stream()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }

  Servers servers() {
    return servers;
  }

  Map<String, Upstream> upstreams() {
    return upstreams;
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

  Answer decide(Request request) {
    if (servers.rejection().isPresent()) {
      Servers.Rejection rejection = servers.rejection().get();
      return new Answer(
          Stage.REJECTED, new Outcome.ConfigRejected(rejection.reason(), rejection.at()));
    }
    try {
      return decided(request);
    } catch (RegexStoppedException e) {
      return new Answer(Stage.UNDECIDED, new Outcome.Undecided(e.getMessage(), Optional.empty()));
    }
  }

  private Answer decided(Request request) {
    Optional<NginxRequest> normal = NginxRequest.of(request);
    if (normal.isEmpty()) {
      return new Answer(Stage.BAD_REQUEST, new Outcome.Status(400, Optional.empty()));
    }
    NginxRequest seen = normal.get();
    Target target = servers.names().find(seen.host());
    if (target instanceof Target.GoesTo(String host, Server server)) {
      Outcome redirect = new Outcome.Redirect(otherName(request, host), redirectCode(), at(server));
      return new Answer(Stage.OTHER_NAME, redirect, seen, server, null, null, null);
    }
    Server server = target instanceof Target.Serves(Server found) ? found : servers.any();
    if (server.authTlsError.isPresent()) {
      return new Answer(
          Stage.CLIENT_CERTIFICATE,
          new Outcome.Status(403, at(server)),
          seen,
          server,
          null,
          null,
          null);
    }
    if (seen.uri().equals("/") && server.appRoot.isPresent()) {
      Rules rules = server.appRoot.get();
      String url = request.scheme() + "://" + sentHost(request) + rules.appRoot().orElseThrow();
      Outcome redirect =
          new Outcome.Redirect(url, 302, Optional.of(rules.annotations().at("app-root")));
      return new Answer(Stage.APP_ROOT, redirect, seen, server, null, null, null);
    }
    Locations.Pick<Block> pick = server.locations().find(seen.uri());
    if (pick == null) {
      return new Answer(
          Stage.SERVER, new Outcome.Status(404, Optional.empty()), seen, server, null, null, null);
    }
    return located(request, seen, server, pick);
  }

  private static Optional<Location> at(Server server) {
    return server.rules.stream().findFirst();
  }

  private Answer located(
      Request request, NginxRequest seen, Server server, Locations.Pick<Block> pick) {
    Block block = pick.location().route();
    Rules rules = block.rules;
    if (pick.addsSlash()) {
      String path = Rewritten.encoded(pick.location().text());
      String url = rules.relativeRedirects() ? path : absolute(request, seen, path);
      String whole = request.query().map(q -> url + "?" + q).orElse(url);
      Outcome redirect = new Outcome.Redirect(whole, 301, block.at);
      return new Answer(Stage.ADDS_SLASH, redirect, seen, server, pick, null, null);
    }
    if (block.status > 0) {
      Outcome own = new Outcome.Status(block.status, Optional.empty());
      return new Answer(Stage.SERVER, own, seen, server, pick, null, null);
    }
    if (rules.denied().isPresent()) {
      Outcome denied = new Outcome.Status(503, block.at);
      return new Answer(Stage.DENIED, denied, seen, server, pick, null, null);
    }
    if (isPreflight(rules, request)) {
      Outcome answer = new Outcome.Status(204, block.at);
      return new Answer(Stage.PREFLIGHT, answer, seen, server, pick, null, null);
    }
    if (rules.redirect().isPresent()) {
      Rules.Redirect redirect = rules.redirect().get();
      boolean local = redirect.url().startsWith("/") && !rules.relativeRedirects();
      String url = local ? absolute(request, seen, redirect.url()) : redirect.url();
      Outcome outcome = new Outcome.Redirect(url, redirect.code(), Optional.of(redirect.at()));
      return new Answer(Stage.REDIRECT, outcome, seen, server, pick, null, null);
    }
    Rewritten rewritten = Rewritten.of(block, request, seen);
    if (rewritten != null && rewritten.isUrl()) {
      Outcome outcome =
          new Outcome.Redirect(
              rewritten.target(), 302, Optional.of(rules.annotations().at("rewrite-target")));
      return new Answer(Stage.REWRITE_REDIRECT, outcome, seen, server, pick, rewritten, null);
    }
    if (isSentToHttps(request, seen, block)) {
      Outcome redirect = new Outcome.Redirect(secureUrl(request, rules), redirectCode(), block.at);
      return new Answer(Stage.HTTPS, redirect, seen, server, pick, rewritten, null);
    }
    return proxied(request, seen, server, pick, rewritten);
  }

  private static boolean isPreflight(Rules rules, Request request) {
    if (rules.corsOrigins().isEmpty() || !request.method().equals("OPTIONS")) {
      return false;
    }
    List<String> origins = rules.corsOrigins();
    if (origins.contains("*")) {
      return true;
    }
    String origin = request.headers().getOrDefault("Origin", List.of("")).getFirst();
    return origins.stream().anyMatch(allowed -> isOrigin(allowed, origin));
  }

  private static boolean isOrigin(String allowed, String origin) {
    int star = allowed.indexOf("*.");
    if (star < 0) {
      return allowed.equals(origin);
    }
    String front = allowed.substring(0, star);
    String end = allowed.substring(star + 1);
    return origin.length() > front.length() + end.length()
        && origin.startsWith(front)
        && origin.endsWith(end);
  }

  /** lua_ingress.lua, redirect_to_https. */
  private boolean isSentToHttps(Request request, NginxRequest seen, Block block) {
    if (!scheme(request).equals("http")) {
      return false;
    }
    for (String start : plainLocations) {
      if (block.text.startsWith(start)) {
        return false;
      }
    }
    return block.rules.forceSslRedirect()
        || block.rules.sslRedirect() && hasCertificate(seen.host());
  }

  boolean hasCertificate(String host) {
    int dot = host.indexOf('.');
    return servers.certificates().contains(host)
        || dot >= 0 && servers.certificates().contains("*" + host.substring(dot));
  }

  /** The scheme as the Lua code sees it. */
  private String scheme(Request request) {
    List<String> sent = request.headers().get("X-Forwarded-Proto");
    return forwarded && sent != null ? String.join(", ", sent) : request.scheme();
  }

  private String secureUrl(Request request, Rules rules) {
    List<String> sent = request.headers().get("X-Forwarded-Host");
    String host = request.host();
    if (forwarded && sent != null) {
      String first = String.join(", ", sent).split(",")[0].strip();
      int colon = first.indexOf(':');
      host = colon < 0 ? first : first.substring(0, colon);
    }
    boolean named = config.isOn("use-port-in-redirects", false);
    String port = rules.annotations().isOn("use-port-in-redirects", named) ? ":443" : "";
    String uri = request.target();
    boolean cut = !rules.preserveTrailingSlash() && uri.endsWith("/");
    return "https://" + host + port + (cut ? uri.substring(0, uri.length() - 1) : uri);
  }

  private int redirectCode() {
    String code = config.get("http-redirect-code", "308");
    return code.matches("30[12378]") ? Integer.parseInt(code) : 308;
  }

  /** ngx_srv_redirect.lua: the port is always written. */
  private String otherName(Request request, String host) {
    String scheme = request.scheme();
    String port = Integer.toString(scheme.equals("https") ? 443 : 80);
    if (forwarded) {
      scheme = scheme(request);
      List<String> sent = request.headers().get("X-Forwarded-Port");
      port = sent == null ? port : sent.getFirst();
    }
    String uri = request.target();
    return scheme
        + "://"
        + host
        + ":"
        + port
        + (uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
  }

  /** As NGINX completes a Location: the host in lower case, without port. */
  private static String absolute(Request request, NginxRequest seen, String path) {
    return request.scheme() + "://" + seen.host() + path;
  }

  /** The Host header as it is sent. */
  static String sentHost(Request request) {
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    return request.host() + (usual ? "" : ":" + request.port());
  }

  private Answer proxied(
      Request request,
      NginxRequest seen,
      Server server,
      Locations.Pick<Block> pick,
      @Nullable Rewritten rewritten) {
    Block block = pick.location().route();
    String path = rewritten == null ? request.target() : rewritten.upstreamPath(request);
    if (block.isDefault) {
      Outcome outcome =
          block.upstream.problem.isPresent()
              ? new Outcome.ControllerDefault(404)
              : reach(block.upstream, Optional.empty(), Optional.empty(), path, block);
      return new Answer(Stage.BACKEND, outcome, seen, server, pick, rewritten, null);
    }
    if (block.upstream.problem.isPresent()) {
      Outcome outcome = standIn(block, path).orElseGet(() -> new Outcome.Status(503, block.at));
      return new Answer(Stage.BACKEND, outcome, seen, server, pick, rewritten, null);
    }
    Optional<String> owner = Optional.ofNullable(block.owner).map(Ing::name);
    Outcome main = reach(block.upstream, owner, block.at, path, block);
    Upstream other =
        block.upstream.alternatives.isEmpty()
            ? null
            : upstreams.get(block.upstream.alternatives.getFirst());
    if (other == null || other.canary == null || other.problem.isPresent()) {
      return new Answer(Stage.BACKEND, main, seen, server, pick, rewritten, null);
    }
    Canary.Verdict verdict = other.canary.canary().decide(request);
    Outcome canary =
        reach(other, Optional.of(other.canary.name()), Optional.of(other.canary.at()), path, block);
    Outcome outcome =
        switch (verdict.says()) {
          case CANARY -> canary;
          case MAIN -> main;
          case CHANCE -> {
            double share = (double) other.canary.canary().weight() / other.canary.canary().total();
            yield new Outcome.Split(
                List.of(
                    new Outcome.Split.Option(canary, Optional.of(share)),
                    new Outcome.Split.Option(main, Optional.of(1 - share))));
          }
        };
    return new Answer(Stage.BACKEND, outcome, seen, server, pick, rewritten, verdict);
  }

  private Optional<Outcome> standIn(Block block, String path) {
    Ing owner = block.owner;
    return owner == null
        ? Optional.empty()
        : block
            .rules
            .defaultBackend()
            .flatMap(name -> standIns.find(owner, name))
            .map(
                backend ->
                    new Outcome.ToBackend(
                        backend, Optional.empty(), block.at, path, Optional.empty()));
  }

  private static Outcome reach(
      Upstream upstream, Optional<String> owner, Optional<Location> at, String path, Block block) {
    return new Outcome.ToBackend(upstream.backend, owner, at, path, block.rules.upstreamHost());
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = servers.all().stream().map(IngressNginxTable::shown).filter(h -> h != null).toList();
      shown = known;
    }
    return known;
  }

  private static @Nullable HostTable shown(Server server) {
    if (server.rules.isEmpty()) {
      return null;
    }
    Set<MutableBlock> tried = new LinkedHashSet<>();
    if (!server.isRegex()) {
      server.building.stream().filter(b -> b.type == PathType.EXACT).forEach(tried::add);
    }
    tried.addAll(server.building);
    List<Route> routes =
        tried.stream()
            .filter(b -> b.isPath)
            .map(
                b ->
                    new Route(
                        b.written, b.path, Optional.of(b.upstream.backend), b.at.orElseThrow()))
            .toList();
    String host = server.host.equals(Server.ANY) ? "" : server.host;
    return new HostTable(host, server.rules, routes);
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  @Override
  public List<Effect> effects() {
    return EffectWords.of(ingresses);
  }

  @Override
  public Facets facets() {
    return FacetsOf.table(this, ingresses);
  }
}
