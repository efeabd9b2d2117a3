package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.dialect.nginx.ServerNames;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiled configuration of F5's NGINX Ingress Controller. */
public final class F5NginxTable implements RouteTable {
  enum Stage {
    REJECTED,
    UNDECIDED,
    BAD_REQUEST,
    UNKNOWN_HOST,
    NO_CERTIFICATE,
    TO_HTTPS,
    APP_ROOT,
    NO_LOCATION,
    ADDS_SLASH,
    BACKEND
  }

  /** A decision and what led to it, for one of the possible owners of the host. */
  record Answer(
      Stage stage,
      Outcome outcome,
      @Nullable NginxRequest seen,
      @Nullable HostServer server,
      Locations.@Nullable Pick<PathRoute> pick) {}

  private final DialectConfig config;
  private final Map<String, List<HostServer>> servers;
  private final ServerNames<List<HostServer>> names = new ServerNames<>();
  private final Optional<Outcome> rejection;
  private final List<LeftOut> leftOut;
  private @Nullable List<HostTable> shown;

  F5NginxTable(
      DialectConfig config,
      Map<String, List<HostServer>> servers,
      List<Outcome.ConfigRejected> rejections,
      List<LeftOut> leftOut) {
    this.config = config;
    this.servers = servers;
    this.leftOut = List.copyOf(leftOut);
    this.rejection = rejections.stream().<Outcome>map(r -> r).findFirst();
    servers.forEach(
        (host, all) -> {
          if (!host.isEmpty()) {
            names.add(host, all);
          }
        });
  }

  Map<String, List<HostServer>> servers() {
    return servers;
  }

  @Override
  public Outcome find(Request request) {
    List<Answer> answers = decide(request);
    return answers.size() == 1
        ? answers.getFirst().outcome()
        : OneOf.of(answers.stream().map(Answer::outcome).toList());
  }

  @Override
  public Decision explain(Request request) {
    return new Explanation(this, request, decide(request), find(request)).explain();
  }

  /** One answer for each Ingress that may own the host. */
  List<Answer> decide(Request request) {
    if (rejection.isPresent()) {
      return List.of(new Answer(Stage.REJECTED, rejection.get(), null, null, null));
    }
    try {
      Optional<NginxRequest> seen = NginxRequest.of(request);
      if (seen.isEmpty()) {
        Outcome bad = new Outcome.Status(400, Optional.empty());
        return List.of(new Answer(Stage.BAD_REQUEST, bad, null, null, null));
      }
      List<@Nullable HostServer> owners = owners(seen.get().host(), isTls(request));
      List<Answer> answers = new ArrayList<>(owners.size());
      for (HostServer owner : owners) {
        answers.add(owner == null ? unknown(seen.get()) : answer(owner, request, seen.get()));
      }
      return answers;
    } catch (RegexStoppedException e) {
      Outcome stopped = new Outcome.Undecided(e.getMessage(), Optional.empty());
      return List.of(new Answer(Stage.UNDECIDED, stopped, null, null, null));
    }
  }

  static boolean isTls(Request request) {
    return request.scheme().equals("https");
  }

  /** The servers that may answer; null for the default server. On 443 only TLS hosts exist. */
  private List<@Nullable HostServer> owners(String host, boolean tls) {
    List<HostServer> found = names.find(host);
    if (found != null && (!tls || found.stream().allMatch(HostServer::tls))) {
      return found;
    }
    if (found == null) {
      return any(tls);
    }
    Set<@Nullable HostServer> owners = new LinkedHashSet<>();
    found.stream().filter(HostServer::tls).forEach(owners::add);
    owners.addAll(secure(host, found));
    return new ArrayList<>(owners);
  }

  private List<@Nullable HostServer> any(boolean tls) {
    List<HostServer> any = servers.get("");
    List<@Nullable HostServer> owners = new ArrayList<>();
    if (any == null) {
      owners.add(null);
    } else {
      owners.addAll(any);
    }
    return owners;
  }

  /** A wildcard host with TLS that covers a host without. */
  private List<@Nullable HostServer> secure(String host, List<HostServer> without) {
    Predicate<HostServer> other = s -> s.tls() && !without.contains(s);
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      List<HostServer> wild = servers.get("*" + host.substring(dot));
      if (wild != null && wild.stream().anyMatch(other)) {
        return new ArrayList<>(wild.stream().filter(other).toList());
      }
    }
    return any(true);
  }

  private static Answer unknown(NginxRequest seen) {
    return new Answer(
        Stage.UNKNOWN_HOST, new Outcome.Status(404, Optional.empty()), seen, null, null);
  }

  private static boolean isForwardedPlain(Request request) {
    List<String> proto = request.headers().get("X-Forwarded-Proto");
    return proto != null && String.join(", ", proto).equals("http");
  }

  private Answer answer(HostServer server, Request request, NginxRequest seen) {
    boolean plain = !isTls(request);
    if (!plain && server.refusesTls()) {
      Outcome refused = new Outcome.TlsRefused(request.serverName().orElse(seen.host()));
      return new Answer(Stage.NO_CERTIFICATE, refused, seen, server, null);
    }
    boolean forwarded = server.redirectToHttps() && isForwardedPlain(request);
    if (plain && server.tls() && server.sslRedirect() || forwarded) {
      String port = plain && server.tls() && server.sslRedirect() ? ":443" : "";
      String url = "https://" + seen.host() + port + request.target();
      Outcome redirect =
          new Outcome.Redirect(url, server.redirectCode(), server.rules().stream().findFirst());
      return new Answer(Stage.TO_HTTPS, redirect, seen, server, null);
    }
    if (seen.uri().equals("/") && server.appRoot().isPresent()) {
      boolean usual = request.port() == (plain ? 80 : 443);
      String sent = request.host() + (usual ? "" : ":" + request.port());
      String url = request.scheme() + "://" + sent + server.appRoot().get();
      Outcome redirect =
          new Outcome.Redirect(url, 302, Optional.of(server.annotations().at("app-root")));
      return new Answer(Stage.APP_ROOT, redirect, seen, server, null);
    }
    Locations.Pick<PathRoute> pick = server.locations().find(seen.uri());
    if (pick == null) {
      boolean file = Set.of("GET", "HEAD", "POST").contains(request.method());
      Outcome none = new Outcome.Status(file ? 404 : 405, Optional.empty());
      return new Answer(Stage.NO_LOCATION, none, seen, server, null);
    }
    PathRoute route = pick.location().route();
    if (pick.addsSlash()) {
      String args = NginxRequest.args(request);
      String url =
          request.scheme()
              + "://"
              + seen.host()
              + UriText.encodedAsNginx(UriText.bytes(pick.location().text()))
              + (args.isEmpty() ? "" : "?" + args);
      Outcome redirect = new Outcome.Redirect(url, 301, Optional.of(route.at()));
      return new Answer(Stage.ADDS_SLASH, redirect, seen, server, pick);
    }
    return new Answer(Stage.BACKEND, backend(pick, request, seen), seen, server, pick);
  }

  private static Outcome backend(
      Locations.Pick<PathRoute> pick, Request request, NginxRequest seen) {
    PathRoute route = pick.location().route();
    if (route.problem().isPresent()) {
      return new Outcome.Status(502, Optional.of(route.at()));
    }
    String path =
        route
            .replacement()
            .map(to -> replaced(pick.location(), to, request, seen))
            .or(() -> route.rewrite().flatMap(r -> r.apply(request, seen, route)))
            .orElse(request.target());
    return new Outcome.ToBackend(
        route.backend(),
        Optional.of(route.owner()),
        Optional.of(route.at()),
        path,
        Optional.empty());
  }

  /**
   * proxy_pass with a path: it takes the place of the location's text. The rest is escaped only
   * where something of the path was (ngx_http_proxy_create_request, quoted_uri).
   */
  private static String replaced(
      Location<PathRoute> location, String to, Request request, NginxRequest seen) {
    String rest = seen.uri().substring(UriText.bytes(location.text()).length());
    boolean quoted = request.path().indexOf('%') >= 0;
    String path = to + (quoted ? UriText.encodedAsNginx(rest) : UriText.text(rest));
    String args = NginxRequest.args(request);
    return args.isEmpty() ? path : path + "?" + args;
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (List<HostServer> tied : servers.values()) {
        for (HostServer server : tied) {
          known.add(shown(server));
        }
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  private static HostTable shown(HostServer server) {
    List<PathRoute> order = Explanation.order(server).stream().map(Location::route).toList();
    return new HostTable(
        server.host(),
        server.rules(),
        order.stream()
            .filter(r -> !r.isDefault())
            .map(r -> new RouteTable.Route(r.type(), r.path(), Optional.of(r.backend()), r.at()))
            .toList());
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  @Override
  public List<Effect> effects() {
    return EffectWords.of(servers.values());
  }

  @Override
  public Facets facets() {
    return EffectWords.facets(servers.values());
  }
}
