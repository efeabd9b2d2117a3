package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Attaches canaries to the upstreams of ordinary Ingresses (mergeAlternativeBackends). */
final class Canaries {
  private final Upstreams upstreams;
  private final Map<String, Server> servers;
  private final List<LeftOut> unattached = new ArrayList<>();

  Canaries(Upstreams upstreams, Map<String, Server> servers) {
    this.upstreams = upstreams;
    this.servers = servers;
  }

  /** What attached to nothing, with the reason. */
  List<LeftOut> merge(List<Ing> ingresses) {
    List<Ing> canaries = ingresses.stream().filter(ing -> ing.canary().enabled()).toList();
    if (canaries.size() < ingresses.size()) {
      canaries.forEach(this::merge);
    }
    return unattached;
  }

  private void merge(Ing ing) {
    Optional<Backend> target = ing.ingress().spec().defaultBackend();
    if (target.isPresent()) {
      Location at = new Location(ing.id(), FieldPath.defaultBackend());
      merge(ing, target, servers.get(Server.ANY), block -> true, at);
    }
    List<Rule> rules = ing.ingress().spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      String host = rules.get(i).host().orElse("");
      Server server = servers.get(host.isEmpty() ? Server.ANY : host);
      List<HttpPath> paths = rules.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        HttpPath path = paths.get(j);
        Location at = new Location(ing.id(), FieldPath.path(i, j));
        if (server == null) {
          unattached.add(
              new LeftOut(at, "No ordinary Ingress has the host " + host + " of this canary."));
        } else {
          String text = Compiler.text(path);
          PathType type = Compiler.type(path);
          merge(ing, path.backend(), server, b -> b.type == type && b.path.equals(text), at);
        }
      }
    }
  }

  /** The locations are gone through in the order in which they were made, not yet sorted. */
  private void merge(
      Ing ing,
      Optional<Backend> backend,
      Server server,
      Predicate<MutableBlock> matches,
      Location at) {
    Upstream canary =
        backend
            .filter(ServiceBackend.class::isInstance)
            .map(b -> upstreams.get(ing, b))
            .orElse(null);
    if (canary == null || canary.isDeleted) {
      return;
    }
    boolean merged = false;
    for (MutableBlock block : server.building) {
      Upstream main = block.upstream;
      if (main == canary) {
        return;
      }
      if (main != upstreams.own() && !main.isCanary() && matches.test(block)) {
        if (!main.alternatives.contains(canary)) {
          main.alternatives.add(canary);
        }
        merged = true;
      }
    }
    if (!merged) {
      canary.isDeleted = true;
      unattached.add(
          new LeftOut(
              at,
              "No path of an ordinary Ingress has this host, path and type, so the canary gets no"
                  + " traffic at all."));
    }
  }
}
