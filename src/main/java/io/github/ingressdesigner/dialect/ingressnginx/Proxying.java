package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.ingressnginx.Answer.Stage;
import io.github.ingressdesigner.dialect.nginx.Headers;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a location to a backend (rootfs/etc/nginx/lua/balancer.lua): endpoints, who may come,
 * canaries.
 */
final class Proxying {
  private final Upstreams upstreams;
  private final boolean forwarded;
  private final String clientAddress;

  Proxying(Upstreams upstreams, boolean forwarded, String clientAddress) {
    this.upstreams = upstreams;
    this.forwarded = forwarded;
    this.clientAddress = clientAddress;
  }

  /** A request on its way. */
  private record Way(
      Request request,
      NginxRequest seen,
      Server server,
      Locations.Pick<Block> pick,
      @Nullable Rewritten rewritten) {
    Answer ends(Stage stage, Outcome outcome, String because) {
      return new Answer(stage, outcome, seen, server, pick, rewritten, because, false, null);
    }

    Answer reaches(Outcome outcome, boolean standIn, Canary.@Nullable Verdict canary) {
      return new Answer(Stage.BACKEND, outcome, seen, server, pick, rewritten, "", standIn, canary);
    }

    String path() {
      return rewritten == null ? request.target() : rewritten.upstreamPath(request);
    }
  }

  Answer answer(
      Request request,
      NginxRequest seen,
      Server server,
      Locations.Pick<Block> pick,
      @Nullable Rewritten rewritten) {
    Way way = new Way(request, seen, server, pick, rewritten);
    Block block = pick.location().route();
    Upstream upstream = block.upstream;
    boolean builtIn = upstream == upstreams.own() && !upstream.hasEndpoints();
    Optional<Backend> standIn = Optional.empty();
    if (!builtIn && !upstream.hasEndpoints()) {
      standIn = standIn(block, upstream);
      if (standIn.isEmpty()) {
        return way.ends(Stage.NO_ENDPOINTS, new Outcome.Status(503, block.at), upstream.reason());
      }
    }
    Optional<Answer> refused = access(way, block.rules);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (builtIn) {
      return way.reaches(new Outcome.ControllerDefault(404), false, null);
    }
    boolean isOwn = upstream == upstreams.own();
    Optional<String> owner =
        isOwn || standIn.isPresent()
            ? Optional.empty()
            : Optional.ofNullable(block.owner).map(Ing::name);
    Optional<Location> at = isOwn ? Optional.empty() : block.at;
    Outcome main = reach(way, standIn.orElse(upstream.backend), owner, at, block);
    return canaries(way, main, upstream, standIn.isPresent(), block);
  }

  private Optional<Backend> standIn(Block block, Upstream upstream) {
    Ing owner = block.owner;
    return owner == null || upstream.isDeleted
        ? Optional.empty()
        : block.rules.defaultBackend().flatMap(name -> upstreams.standIn(owner, name));
  }

  /** The access phase stands behind all redirects. */
  private Optional<Answer> access(Way way, Rules rules) {
    Access access = rules.access();
    Optional<String> range = access.keepsOut(address(way.request()));
    if (range.isPresent()) {
      Optional<Location> at = at(rules, range.get());
      return Optional.of(way.ends(Stage.ACCESS, new Outcome.Status(403, at), range.get()));
    }
    boolean password = access.password() && !way.request().headers().containsKey("Authorization");
    return password
        ? Optional.of(
            way.ends(Stage.ACCESS, new Outcome.Status(401, at(rules, "auth-type")), "auth-type"))
        : Optional.empty();
  }

  private static Optional<Location> at(Rules rules, String key) {
    boolean old = rules.annotations().raw(key).isEmpty() && key.equals("allowlist-source-range");
    return Optional.of(rules.annotations().at(old ? "whitelist-source-range" : key));
  }

  private String address(Request request) {
    String sent = forwarded ? Headers.joined(request, "X-Forwarded-For") : null;
    return sent == null ? clientAddress : sent.split(",")[0].strip();
  }

  private Answer canaries(Way way, Outcome main, Upstream upstream, boolean standIn, Block block) {
    Upstream other = upstream.alternatives.isEmpty() ? null : upstream.alternatives.getFirst();
    if (other == null || other.canary == null || !other.hasEndpoints()) {
      return way.reaches(main, standIn, null);
    }
    Canary rules = other.canary.canary();
    Canary.Verdict verdict = rules.decide(way.request());
    Outcome canary =
        reach(
            way,
            other.backend,
            Optional.of(other.canary.name()),
            Optional.of(other.canary.at()),
            block);
    Outcome outcome =
        switch (verdict.says()) {
          case CANARY -> canary;
          case MAIN -> main;
          case CHANCE -> {
            double share = (double) rules.weight() / rules.total();
            yield new Outcome.Split(
                List.of(
                    new Outcome.Split.Option(canary, Optional.of(share)),
                    new Outcome.Split.Option(main, Optional.of(1 - share))));
          }
        };
    return way.reaches(outcome, standIn, verdict);
  }

  private Outcome reach(
      Way way, Backend backend, Optional<String> owner, Optional<Location> at, Block block) {
    Optional<String> host = block.rules.upstreamHost();
    if (host.isEmpty() && forwarded) {
      String best = ToHttps.bestHost(way.request(), true);
      host = best.equals(Headers.host(way.request())) ? Optional.empty() : Optional.of(best);
    }
    return new Outcome.ToBackend(backend, owner, at, way.path(), host);
  }
}
