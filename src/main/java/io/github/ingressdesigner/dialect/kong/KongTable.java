package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiled routes of Kong. */
public final class KongTable implements RouteTable {
  /**
   * A decision and what led to it.
   *
   * @param path as Kong compares it; null where NGINX refuses the request
   */
  record Answer(Outcome outcome, @Nullable String path, @Nullable Hit hit) {}

  final Flavor flavor;
  private final List<HostPart> hosts;
  private final Later<List<Candidate>> candidates;
  private final Later<HostPools> pools;
  private final Later<Traditional> traditional;
  private final Optional<ConfigRejected> rejection;
  private final Later<List<LeftOut>> leftOut;
  private final List<Effect> effects;
  private @Nullable List<HostTable> shown;

  /**
   * @param isAcross whether routes are asked for other hosts than those of their rules
   * @param leftOut what is left out apart from paths of hosts
   */
  KongTable(
      Flavor flavor,
      List<HostPart> hosts,
      boolean isAcross,
      Optional<ConfigRejected> rejection,
      List<LeftOut> leftOut,
      List<Effect> effects) {
    this.flavor = flavor;
    this.hosts = hosts;
    this.rejection = rejection;
    this.effects = List.copyOf(effects);
    this.candidates = new Later<>(() -> candidates(hosts));
    HostPools own = isAcross ? null : HostPools.of(flavor, hosts);
    this.pools = new Later<>(() -> own == null ? new HostPools(candidates.get(), flavor) : own);
    this.traditional = new Later<>(() -> new Traditional(candidates.get()));
    this.leftOut =
        new Later<>(
            () -> {
              List<LeftOut> all = new ArrayList<>(leftOut);
              hosts.forEach(host -> all.addAll(host.leftOut()));
              return List.copyOf(all);
            });
  }

  /** Of all hosts, Ingress by Ingress. */
  private static List<Candidate> candidates(List<HostPart> hosts) {
    Map<Options, List<Candidate>> byIngress = new IdentityHashMap<>();
    List<List<Candidate>> inOrder = new ArrayList<>();
    for (HostPart host : hosts) {
      for (Candidate candidate : host.candidates()) {
        byIngress
            .computeIfAbsent(
                candidate.route.options,
                o -> {
                  List<Candidate> own = new ArrayList<>();
                  inOrder.add(own);
                  return own;
                })
            .add(candidate);
      }
    }
    return inOrder.stream().flatMap(List::stream).toList();
  }

  Optional<ConfigRejected> rejection() {
    return rejection;
  }

  HostPools pools() {
    return pools.get();
  }

  @Override
  public Outcome find(Request request) {
    return decide(request).outcome();
  }

  @Override
  public Decision explain(Request request) {
    return new Explanation(this, request, decide(request)).explain();
  }

  private Answer decide(Request request) {
    if (rejection.isPresent()) {
      return new Answer(rejection.get(), request.path(), null);
    }
    String path = Upstream.normalised(request);
    if (path == null) {
      return new Answer(new Outcome.Status(400, Optional.empty()), null, null);
    }
    try {
      Hit hit =
          flavor == Flavor.TRADITIONAL
              ? traditional.get().find(request, path)
              : pools.get().first(request.host(), path, h -> h.accepts(request));
      return hit == null
          ? new Answer(new Outcome.Status(404, Optional.empty()), path, null)
          : new Answer(outcome(hit, request, path), path, hit);
    } catch (RegexStoppedException e) {
      return new Answer(new Outcome.Undecided(e.getMessage(), Optional.empty()), path, null);
    }
  }

  private Outcome outcome(Hit hit, Request request, String path) {
    Optional<Location> at = hit.at;
    boolean secure = request.scheme().equals("https");
    Options.Protocols protocols = hit.options.protocols();
    if (!secure && protocols.redirects()) {
      int status = protocols.redirect();
      return status == 426
          ? new Outcome.Status(426, at)
          : new Outcome.Redirect("https://" + redirectHost(request) + request.target(), status, at);
    }
    if (protocols.isGrpc()) {
      return new Outcome.Status(415, at);
    }
    if (!hit.target.reason().isEmpty()) {
      return new Outcome.Status(503, at);
    }
    String target = Upstream.path(hit, path);
    if (!target.startsWith("/")) {
      return new Outcome.Status(500, at);
    }
    return new Outcome.ToBackend(
        hit.target.backend(),
        hit.owner,
        at,
        request.query().map(query -> target + "?" + query).orElse(target),
        Upstream.host(hit, request));
  }

  /** NGINX's {@code $host}: in lower case, without a dot at its end. */
  private static String redirectHost(Request request) {
    String host = HostIndex.lower(request.host());
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = shown;
    if (known == null) {
      known = new ArrayList<>();
      for (HostPart host : hosts) {
        List<Location> rules = host.rules();
        if (!rules.isEmpty()) {
          known.add(new HostTable(host.host, rules, Order.routes(pools(), host.host)));
        }
      }
      known = List.copyOf(known);
      shown = known;
    }
    return known;
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
    return FacetsOf.candidates(candidates.get());
  }
}
