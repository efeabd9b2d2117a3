package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.traefik.TraefikTable.Winners;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.Step;
import java.util.List;
import java.util.Optional;

/** What would have taken the request, but is not there. */
final class SideNotes {
  /** Notes of one kind that are written. */
  private static final int MOST = 20;

  private final TraefikTable table;
  private final Request request;
  private final String path;

  SideNotes(TraefikTable table, Request request, String path) {
    this.table = table;
    this.request = request;
    this.path = path;
  }

  void addTo(List<Step> steps, Winners winners) {
    dropped(steps);
    otherConnection(steps);
    ignoredDefaults(steps, winners);
    leftOut(steps);
  }

  private void dropped(List<Step> steps) {
    int count = 0;
    for (Routers.Dropped dropped : table.routers().dropped) {
      Router router = dropped.router();
      if (count < MOST
          && HostTest.takes(router.hosts(), request.host())
          && router.matcher().test().takes(path)
          && router.condition().takes(request)) {
        count++;
        String what = router.isDefault() ? "The default backend" : "The path " + router.written();
        steps.add(
            new NoteStep(
                what + " would match, but has no router. " + dropped.reason(),
                Optional.of(router.at())));
      }
    }
  }

  /** Only Traefik's own provider has routers for one kind of connection. */
  private void otherConnection(List<Step> steps) {
    Routers routers = table.routers();
    if (routers.plain == routers.tls) {
      return;
    }
    boolean tls = request.serverName().isPresent();
    List<Router> here = tls ? routers.tls : routers.plain;
    RouterIndex other = table.index(!tls);
    for (Router router : other.firsts(request.host(), path, place -> true)) {
      if (!here.contains(router)) {
        String reason =
            tls
                ? " would match, but has no TLS: without router.tls, HTTPS does not reach it."
                : " would match, but has TLS: plain HTTP does not reach it.";
        steps.add(
            new NoteStep(
                "A router of " + router.owner().name() + reason, Optional.of(router.at())));
      }
    }
  }

  private void ignoredDefaults(List<Step> steps, Winners winners) {
    if (table.options().isNginx() || !winners.routers().stream().allMatch(Router::isDefault)) {
      return;
    }
    table.index(request).candidates(request.host()).stream()
        .filter(r -> !r.isDefault())
        .map(Router::owner)
        .distinct()
        .filter(owner -> owner.ingress().spec().defaultBackend().isPresent())
        .limit(MOST)
        .forEach(
            owner ->
                steps.add(
                    new NoteStep(
                        "The defaultBackend of "
                            + owner.name()
                            + " is ignored: it counts only in an Ingress without rules.",
                        Optional.of(owner.at(FieldPath.defaultBackend())))));
  }

  private void leftOut(List<Step> steps) {
    int count = 0;
    for (LeftOut leftOut : table.routers().leftOut) {
      Ingress ingress = table.routers().notServed.get(leftOut.ingress().resource());
      if (ingress != null && count < MOST && isNear(ingress)) {
        count++;
        steps.add(
            new NoteStep(
                "Ingress "
                    + ingress.meta().qualifiedName()
                    + " names this host, but takes no part. "
                    + leftOut.reason(),
                Optional.of(leftOut.ingress())));
      }
    }
  }

  private boolean isNear(Ingress ingress) {
    for (Rule rule : ingress.spec().rules()) {
      if (HostTest.takes(rule.host().orElse(""), request.host())) {
        return true;
      }
    }
    return false;
  }
}
