package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled configuration of ingress-nginx. */
public final class IngressNginxTable implements RouteTable {
  private final DialectConfig config;
  private final List<Ing> ingresses;
  private final Servers servers;
  private final Resources resources;
  private final List<LeftOut> leftOut;
  private final Decider decider;
  private @Nullable List<HostTable> shown;

  IngressNginxTable(
      DialectConfig config,
      List<Ing> ingresses,
      Servers servers,
      Upstreams upstreams,
      Resources resources,
      List<LeftOut> leftOut) {
    this.config = config;
    this.ingresses = List.copyOf(ingresses);
    this.servers = servers;
    this.resources = resources;
    this.leftOut = List.copyOf(leftOut);
    this.decider = new Decider(config, servers, upstreams);
  }

  Servers servers() {
    return servers;
  }

  DialectConfig config() {
    return config;
  }

  @Override
  public Outcome find(Request request) {
    return decider.decide(request).outcome();
  }

  @Override
  public Decision explain(Request request) {
    return new Explanation(this, request, decider.decide(request)).explain();
  }

  /** The servers as they are written into nginx.conf, in their order. */
  public List<ServerBlock> configuration() {
    return ServerBlock.of(servers);
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known =
          servers.all().stream()
              .filter(server -> !server.rules.isEmpty())
              .map(IngressNginxTable::shown)
              .toList();
      shown = known;
    }
    return known;
  }

  private static HostTable shown(Server server) {
    Set<MutableBlock> tried = new LinkedHashSet<>();
    if (!server.isRegex()) {
      server.sorted().stream().filter(b -> b.type == PathType.EXACT).forEach(tried::add);
    }
    tried.addAll(server.sorted());
    List<Route> routes =
        tried.stream()
            .filter(b -> b.isPath)
            .map(
                b ->
                    new Route(
                        b.written, b.path, Optional.of(b.upstream.backend), b.at().orElseThrow()))
            .toList();
    String host = server.host.equals(Server.ANY) ? "" : server.host;
    return new HostTable(host, server.rules, routes);
  }

  @Override
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What was left out of Ingresses that name a host, or none. */
  List<LeftOut> leftOutOf(String host) {
    if (leftOut.isEmpty()) {
      return List.of();
    }
    Set<ResourceId> named = new HashSet<>();
    resources
        .ingresses()
        .filter(located -> names((Ingress) located.resource(), host))
        .forEach(located -> named.add(located.id()));
    return leftOut.stream().filter(out -> named.contains(out.ingress().resource())).toList();
  }

  private static boolean names(Ingress ingress, String host) {
    List<Rule> rules = ingress.spec().rules();
    return rules.isEmpty() || rules.stream().anyMatch(rule -> names(rule, host));
  }

  private static boolean names(Rule rule, String host) {
    String pattern = rule.host().orElse("");
    return pattern.isEmpty()
        || pattern.equals(host)
        || pattern.startsWith("*.") && host.endsWith(pattern.substring(1));
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
