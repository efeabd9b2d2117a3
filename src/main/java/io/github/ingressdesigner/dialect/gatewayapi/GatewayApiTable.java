package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
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
  /** How far a request came, from nothing to a rule. */
  enum Stage {
    UNDECIDED,
    NO_CERTIFICATE,
    NO_LISTENER,
    BAD_REQUEST,
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

  private final Gateways gateways;
  private final List<HttpRoute> routes;
  private final List<LeftOut> leftOut;
  private final long ingresses;
  private @Nullable List<HostTable> shown;

  GatewayApiTable(
      Collection<ListenerRoutes> listeners,
      List<HttpRoute> routes,
      List<LeftOut> leftOut,
      long ingresses) {
    this.gateways = new Gateways(listeners);
    this.routes = List.copyOf(routes);
    this.leftOut = List.copyOf(leftOut);
    this.ingresses = ingresses;
  }

  List<ListenerRoutes> listeners() {
    return gateways.listeners();
  }

  boolean hasOneGateway() {
    return gateways.isOne();
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

  Answer decide(Request request) {
    try {
      return gateways.decide(request);
    } catch (RegexStoppedException e) {
      return new Answer(
          Stage.UNDECIDED, new Outcome.Undecided(e.getMessage(), Optional.empty()), null);
    }
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      Map<String, Set<Candidate>> byHost = new LinkedHashMap<>();
      for (ListenerRoutes listener : listeners()) {
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
  public List<Effect> effects() {
    return EffectWords.effects(routes);
  }

  @Override
  public Facets facets() {
    return EffectWords.facets(listeners());
  }
}
