package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.HostTables;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OneOf;
import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Split;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import io.github.ingressdesigner.route.Outcome.Undecided;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled routers of one of Traefik's Ingress providers. */
public final class TraefikTable implements RouteTable {
  static final Status NOT_FOUND = new Status(404, Optional.empty());
  static final Status BAD_REQUEST = new Status(400, Optional.empty());
  private static final Predicate<Router> ALWAYS = router -> true;

  private final TraefikOptions options;
  private final Routers routers;
  private final RouterIndex plain;
  private final RouterIndex tls;
  private final boolean hasConditions;

  /** The same with the list of all routers; null where it is this one. */
  private final @Nullable Later<TraefikTable> whole;

  private final List<HostTable> before;
  private volatile @Nullable List<HostTable> hosts;

  TraefikTable(Routers routers, TraefikOptions options, Optional<RouteTable> previous) {
    this.options = options;
    this.routers = routers;
    before = shown(previous);
    whole = null;
    plain = new RouterIndex(routers.plain);
    tls = routers.tls == routers.plain ? plain : new RouterIndex(routers.tls);
    hasConditions = routers.plain.stream().anyMatch(r -> !r.condition().isNone());
  }

  /**
   * @param all makes the list of all routers, for who looks at more than one host
   */
  TraefikTable(
      HostParts parts,
      Supplier<Routers> all,
      TraefikOptions options,
      Optional<RouteTable> previous) {
    this.options = options;
    routers = new Routers();
    before = shown(previous);
    // Not with the table before, which would be held by it, and the one before that by that one.
    whole = new Later<>(() -> new TraefikTable(all.get(), options, Optional.empty()));
    plain = new RouterIndex(parts, false);
    tls = new RouterIndex(parts, true);
    hasConditions = false;
  }

  /** What was shown of the table before, or before that; nothing is made for it. */
  private static List<HostTable> shown(Optional<RouteTable> previous) {
    if (!(previous.orElse(null) instanceof TraefikTable table)) {
      return List.of();
    }
    List<HostTable> known = table.hosts;
    return known == null ? table.before : known;
  }

  private TraefikTable whole() {
    return whole == null ? this : whole.get();
  }

  TraefikOptions options() {
    return options;
  }

  Routers routers() {
    return routers;
  }

  @Override
  public Outcome find(Request request) {
    return switch (IncomingPath.read(request, options)) {
      case IncomingPath.Read.Refused _ -> BAD_REQUEST;
      case IncomingPath.Read.Ready(IncomingPath path) -> decide(request, path);
    };
  }

  private Outcome decide(Request request, IncomingPath path) {
    Optional<Outcome> redirect = redirectOfEntryPoint(request, path);
    if (redirect.isPresent()) {
      return redirect.get();
    }
    try {
      Winners winners = winners(request, path.routing());
      return outcome(
          winners, router -> answer(router, request, path, null), () -> unmatched(request, path));
    } catch (RegexStoppedException e) {
      return new Undecided(String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  Optional<Outcome> redirectOfEntryPoint(Request request, IncomingPath path) {
    return options.redirectsToTls() && request.serverName().isEmpty()
        ? RedirectMiddleware.ToScheme.OF_ENTRY_POINT.apply(
            new Pass(request, path.escaped(), options, null))
        : Optional.empty();
  }

  /** How one router answers. */
  interface Answer {
    Outcome of(Router router);
  }

  /**
   * Who may answer.
   *
   * @param routers any of them, by chance where there are several
   * @param orNone whether, by chance, none of them is there
   */
  record Winners(List<Router> routers, boolean orNone) {}

  /** The answer where no router takes the request. */
  Outcome unmatched(Request request, IncomingPath path) {
    return routers.providerDefault.isEmpty()
        ? NOT_FOUND
        : new ToBackend(
            routers.providerDefault.get(),
            Optional.empty(),
            Optional.empty(),
            new Pass(request, path.escaped(), options, null).upstream(),
            Optional.empty());
  }

  static Outcome outcome(Winners winners, Answer answer, Supplier<Outcome> unmatched) {
    List<Router> routers = winners.routers;
    if (routers.size() == 1 && !winners.orNone) {
      return answer.of(routers.getFirst());
    }
    List<Outcome> all = new ArrayList<>(routers.size() + 1);
    routers.forEach(router -> all.add(answer.of(router)));
    if (winners.orNone) {
      all.add(unmatched.get());
    }
    return OneOf.of(all);
  }

  Winners winners(Request request, String path) {
    RouterIndex index = index(request);
    Predicate<Router> accepts =
        hasConditions ? router -> router.condition().takes(request) : ALWAYS;
    List<Router> firsts = index.firsts(request.host(), path, accepts);
    if (firsts.isEmpty()) {
      return new Winners(firsts, true);
    }
    return routers.rivals.isEmpty()
        ? new Winners(firsts, false)
        : Rivals.winners(
            firsts,
            routers.rivals,
            rank -> {
              Predicate<Router> later = router -> RouterIndex.rank(router) > rank;
              return index.firsts(request.host(), path, later.and(accepts));
            });
  }

  RouterIndex index(Request request) {
    return index(request.serverName().isPresent());
  }

  RouterIndex index(boolean overTls) {
    return overTls ? tls : plain;
  }

  Outcome answer(
      Router router, Request request, IncomingPath path, @Nullable List<RewriteStep> steps) {
    Pass pass = new Pass(request, path.escaped(), options, steps);
    for (Middleware step : router.way().over(pass.isTls())) {
      Optional<Outcome> answered = step.apply(pass);
      if (answered.isPresent()) {
        return answered.get();
      }
    }
    return reach(router, router.target(), pass);
  }

  private static Outcome reach(Router router, Target target, Pass pass) {
    return switch (target) {
      case Target.Ready(Backend backend, Optional<Owner> other, Optional<Location> at) ->
          new ToBackend(
              backend,
              other.isEmpty() ? router.owner().shown() : other.get().shown(),
              at.isEmpty() ? Optional.of(router.at()) : at,
              pass.upstream(),
              pass.upstreamHost());
      case Target.Unavailable _ -> new Status(503, Optional.of(router.at()));
      case Target.Weighted(Target primary, Target canary, double share) ->
          new Split(
              List.of(
                  new Split.Option(reach(router, canary, pass), Optional.of(share)),
                  new Split.Option(reach(router, primary, pass), Optional.of(1 - share))));
    };
  }

  @Override
  public Decision explain(Request request) {
    return new TraefikExplainer(whole(), request).explain();
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = hosts;
    if (known == null) {
      known = HostTables.keep(before, HostList.tables(whole().routers));
      hosts = known;
    }
    return known;
  }

  @Override
  public Facets facets() {
    return HostList.facets(whole().routers);
  }

  @Override
  public List<LeftOut> leftOut() {
    Routers made = whole().routers;
    List<LeftOut> all = new ArrayList<>(made.leftOut);
    for (Routers.Dropped dropped : made.dropped) {
      all.add(new LeftOut(dropped.router().at(), dropped.reason()));
    }
    return all;
  }

  @Override
  public List<Effect> effects() {
    return List.copyOf(whole().routers.effects);
  }
}
