package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.envoy.EnvoyPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiled virtual hosts of Contour. */
public final class ContourTable implements RouteTable {
  enum Stage {
    BAD_REQUEST,
    UNDECIDED,
    NO_CERTIFICATE,
    MISDIRECTED,
    UNKNOWN_HOST,
    NOT_ONE_LABEL,
    NO_ROUTE,
    ROUTE
  }

  /**
   * A decision and what led to it.
   *
   * @param winners more than one: chance decides
   */
  record Answer(
      Stage stage,
      Outcome outcome,
      @Nullable String path,
      @Nullable VirtualHost host,
      List<PathRoute> winners) {
    Answer(Stage stage, Outcome outcome) {
      this(stage, outcome, null, null, List.of());
    }
  }

  private final VirtualHosts plain;
  private final VirtualHosts tls;
  private final List<HostPart> parts;
  private final Later<List<Skipped>> skipped;
  private final List<Effect> effects;
  private final Proxies proxies;
  private final Options options;
  private @Nullable List<HostTable> shown;

  /**
   * @param wholly left out
   */
  ContourTable(
      Collection<HostPart> hosts,
      List<Skipped> wholly,
      List<Effect> effects,
      Proxies proxies,
      Options options) {
    this.parts = List.copyOf(hosts);
    this.plain = new VirtualHosts(parts, false);
    this.tls = new VirtualHosts(parts, true);
    this.skipped =
        new Later<>(
            () -> {
              List<Skipped> all = new ArrayList<>(wholly);
              parts.forEach(part -> all.addAll(part.skipped()));
              return List.copyOf(all);
            });
    this.effects = List.copyOf(effects);
    this.proxies = proxies;
    this.options = options;
  }

  VirtualHosts hosts(Request request) {
    return isTls(request) ? tls : plain;
  }

  List<Skipped> skipped() {
    return skipped.get();
  }

  Proxies proxies() {
    return proxies;
  }

  Options options() {
    return options;
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
      return isTls(request) ? secure(request) : routed(request, plain);
    } catch (RegexStoppedException e) {
      return new Answer(Stage.UNDECIDED, new Outcome.Undecided(e.getMessage(), Optional.empty()));
    }
  }

  private Answer secure(Request request) {
    String name = HostIndex.lower(request.serverName().orElse(request.host()));
    VirtualHost host = tls.find(name);
    if (host == null) {
      return new Answer(
          Stage.NO_CERTIFICATE, new Outcome.TlsRefused(request.serverName().orElse(name)));
    }
    Answer answer = routed(request, tls);
    return answer.stage() == Stage.BAD_REQUEST || HostIndex.lower(host(request)).equals(name)
        ? answer
        : new Answer(Stage.MISDIRECTED, new Outcome.Status(421, Optional.empty()));
  }

  /** The host that is matched and sent on. */
  private String host(Request request) {
    String host = request.host();
    return options.stripsDot() && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private Answer routed(Request request, VirtualHosts hosts) {
    String path = EnvoyPath.of(request, options.mergesSlashes());
    if (path == null) {
      return new Answer(Stage.BAD_REQUEST, new Outcome.Status(400, Optional.empty()));
    }
    String sent = host(request);
    VirtualHost host = hosts.find(HostIndex.lower(sent));
    Outcome none = new Outcome.Status(404, Optional.empty());
    if (host == null) {
      return new Answer(Stage.UNKNOWN_HOST, none, path, null, List.of());
    }
    if (!VirtualHosts.isOneLabel(host, sent)) {
      return new Answer(Stage.NOT_ONE_LABEL, none, path, host, List.of());
    }
    PathRoute first = host.paths().firstRoute(path, route -> true);
    if (first == null) {
      return new Answer(Stage.NO_ROUTE, none, path, host, List.of());
    }
    List<PathRoute> tied = host.ties().isEmpty() ? null : host.ties().get(first.condition());
    List<PathRoute> winners = tied == null ? List.of(first) : tied;
    String target = request.query().map(q -> path + "?" + q).orElse(path);
    if (winners.size() == 1) {
      Outcome outcome = outcome(first, request, sent, target);
      return new Answer(Stage.ROUTE, outcome, path, host, winners);
    }
    List<Outcome> all = new ArrayList<>();
    winners.forEach(route -> all.add(outcome(route, request, sent, target)));
    return new Answer(Stage.ROUTE, OneOf.of(all), path, host, winners);
  }

  private static Outcome outcome(PathRoute route, Request request, String host, String target) {
    if (route.redirects() && !isTls(request)) {
      boolean usual = request.port() == 80;
      String port = usual ? "" : ":" + request.port();
      return new Outcome.Redirect("https://" + host + port + target, 301, Optional.of(route.at()));
    }
    return route.ready()
        ? new Outcome.ToBackend(
            route.backend(),
            Optional.of(route.owner()),
            Optional.of(route.at()),
            target,
            host.equals(request.host()) ? Optional.empty() : Optional.of(host))
        : new Outcome.Status(503, Optional.of(route.at()));
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (HostPart part : parts) {
        List<Location> rules = part.rules();
        if (!rules.isEmpty()) {
          known.add(
              new HostTable(
                  part.host,
                  rules,
                  VirtualHost.of(part.host, part.routes()).order().stream()
                      .filter(r -> !r.isDefault())
                      .map(r -> new Route(r.type(), r.path(), Optional.of(r.backend()), r.at()))
                      .toList()));
        }
      }
      shown = List.copyOf(known);
    }
    return known;
  }

  @Override
  public List<LeftOut> leftOut() {
    return skipped.get().stream().map(Skipped::leftOut).toList();
  }

  @Override
  public List<Effect> effects() {
    return effects;
  }

  @Override
  public Facets facets() {
    return EffectWords.facets(parts);
  }
}
