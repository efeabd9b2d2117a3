package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.traefik.TraefikTable.Winners;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells how a table came to its answer; one instance for one request. */
final class TraefikExplainer {
  /** More routers than anybody reads. */
  private static final int MOST = 200;

  private static final String EXACT = "Answers of a real Traefik 3.7.9 cover this kind of rule.";

  private final TraefikTable table;
  private final Request request;
  private final List<Step> steps = new ArrayList<>();
  private Doubts doubts;

  TraefikExplainer(TraefikTable table, Request request) {
    this.table = table;
    this.request = request;
    doubts = table.options().doubts();
  }

  Decision explain() {
    Outcome outcome =
        switch (IncomingPath.read(request, table.options())) {
          case IncomingPath.Read.Refused(String reason) -> {
            note(reason, Optional.empty());
            yield TraefikTable.BAD_REQUEST;
          }
          case IncomingPath.Read.Ready(IncomingPath path) -> decide(path);
        };
    String basis = doubts.basis().isEmpty() ? EXACT : doubts.basis();
    return new Decision(outcome, new Trace(steps), doubts.confidence(), basis);
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private Outcome decide(IncomingPath path) {
    request(path);
    Optional<Outcome> redirect = table.redirectOfEntryPoint(request, path);
    if (redirect.isPresent()) {
      note(RedirectMiddleware.ToScheme.OF_ENTRY_POINT.sentence(), Optional.empty());
      return redirect.get();
    }
    try {
      Winners winners = table.winners(request, path.routing());
      routers(winners, path.routing());
      defaults(winners);
      List<RewriteStep> rewrites = new ArrayList<>();
      Outcome outcome =
          TraefikTable.outcome(
              winners,
              router -> table.answer(router, request, path, rewrites),
              () -> table.unmatched(request, path));
      steps.addAll(rewrites);
      winners.routers().forEach(this::way);
      foreign();
      leaves(outcome);
      new SideNotes(table, request, path.routing()).addTo(steps, winners);
      return outcome;
    } catch (RegexStoppedException e) {
      note(e.getMessage(), Optional.empty());
      return new Outcome.Undecided(e.getMessage(), Optional.empty());
    }
  }

  private void request(IncomingPath path) {
    boolean tls = request.serverName().isPresent();
    String arrives =
        tls
            ? "It arrives over TLS on entry point websecure, so only routers with TLS are asked."
            : "It arrives on entry point web without TLS, so only routers without TLS are asked.";
    if (table.options().isNginx()) {
      arrives = "Every path has a router for plain connections and one for TLS.";
    }
    String counts =
        path.routing().equals(request.path())
            ? ""
            : " Its path counts as "
                + path.routing()
                + ": escapes decoded where the character is not reserved, dots resolved, slashes"
                + " merged.";
    String sent =
        path.escaped().equals(request.path()) || path.escaped().equals(path.routing())
            ? ""
            : " The backend sees it as " + path.escaped() + ".";
    steps.add(new RequestStep(arrives + counts + sent));
  }

  private void routers(Winners winners, String path) {
    List<Router> all = table.index(request).candidates(request.host());
    steps.addAll(HostSteps.of(table, request, winners, all, router -> takes(router, path)));
    int listed = 0;
    int unlisted = 0;
    for (int i = 0; i < all.size(); i++) {
      Router router = all.get(i);
      boolean wins = winners.routers().contains(router);
      boolean takes = wins || takes(router, path);
      if (router.isDefault()) {
        continue;
      }
      if (takes || listed < MOST) {
        listed++;
        steps.add(step(i + 1, router, winners, wins, takes, path));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      note(unlisted + " other routers do not match.", Optional.empty());
    }
  }

  private boolean takes(Router router, String path) {
    return router.matcher().test().takes(path) && router.condition().takes(request);
  }

  private PathStep step(
      int rank, Router router, Winners winners, boolean wins, boolean takes, String path) {
    Verdict verdict = wins ? Verdict.WINS : takes ? Verdict.BEATEN : Verdict.NO_MATCH;
    String reason =
        switch (verdict) {
          case WINS -> wins(router, winners);
          case BEATEN -> RouterWords.beaten(router, winners.routers().getLast());
          case NO_MATCH -> RouterWords.differs(router, request, path);
        };
    return new PathStep(
        rank,
        router.type(),
        router.written(),
        leadsTo(router),
        verdict,
        reason,
        router.at(),
        Optional.of(router.generated()));
  }

  /** A canary's router leads elsewhere than its path says. */
  private static String leadsTo(Router router) {
    return router.target() instanceof Target.Ready ready && ready.owner().isPresent()
        ? ready.backend().display()
        : router.backend().map(Backend::display).orElse("(no backend)");
  }

  private String wins(Router router, Winners winners) {
    String takes = RouterWords.takes(router) + " ";
    if (router.rival() != Router.NONE) {
      return takes
          + (table.options().isNginx()
              ? "All hosts of the Ingress share the name of this router, and only one of them gets"
                  + " it, by chance."
              : "Another Ingress makes a router of the same name, and only one of the two is kept,"
                  + " by chance.");
    }
    boolean tie =
        winners.routers().stream().anyMatch(r -> r != router && r.priority() == router.priority());
    return takes
        + (tie
            ? "Another rule has the same priority "
                + router.priority()
                + ": which of them serves is chance, anew with each configuration."
            : "Of all that match, " + RouterWords.priority(router) + " goes first.");
  }

  private void defaults(Winners winners) {
    List<Router> all = table.index(request).candidates(request.host());
    for (Router router : all) {
      if (router.isDefault()) {
        steps.add(defaultStep(router, winners));
      }
    }
    if (winners.routers().isEmpty()) {
      steps.add(
          table
              .routers()
              .providerDefault
              .map(
                  backend ->
                      new DefaultStep(
                          backend.display(),
                          Verdict.WINS,
                          "No router matches, so defaultBackendService answers.",
                          Optional.empty()))
              .orElseGet(
                  () ->
                      new DefaultStep(
                          "404",
                          Verdict.WINS,
                          "No router matches, so Traefik answers 404.",
                          Optional.empty())));
    }
  }

  private DefaultStep defaultStep(Router router, Winners winners) {
    boolean wins = winners.routers().contains(router);
    String reason =
        !wins
            ? "Its router has a lower priority than the one that matches."
            : router.rival() != Router.NONE
                ? table.options().isNginx()
                    ? "No path matches. All hosts of the Ingress share the name of this router, and"
                        + " only one of them gets it, by chance."
                    : "No path matches. Several could be this default backend; which one is, is"
                        + " chance."
                : "No path matches, and this default backend takes the rest.";
    return new DefaultStep(
        router.backend().map(Backend::display).orElse(""),
        wins ? Verdict.WINS : Verdict.BEATEN,
        reason,
        Optional.of(router.at()));
  }

  /** Middlewares that answer, and how sure they are. */
  private void way(Router router) {
    doubts = doubts.and(table.routers().doubts.getOrDefault(router.owner(), Doubts.NONE));
    for (Middleware step : router.way().over(request.serverName().isPresent())) {
      doubts = doubts.and(new Doubts(step.confidence(), step.basis()));
      if (!(step instanceof PathMiddleware)) {
        note(step.sentence(), step.at());
      }
    }
    if (router.target() instanceof Target.Unavailable(String reason) && !reason.isEmpty()) {
      note(reason + " Traefik answers 503.", Optional.of(router.at()));
    }
    if (router.target() instanceof Target.Weighted weighted) {
      note(
          "A canary gets %.4g %% of these requests.".formatted(weighted.share() * 100),
          Optional.of(router.at()));
    }
  }

  /** IngressRoutes that may be about this host. */
  private void foreign() {
    String host = HostTest.key(request.host());
    for (OtherResource route : table.routers().foreign) {
      boolean near =
          route.get("spec").get("routes").items().stream()
              .flatMap(r -> r.get("match").text().stream())
              .anyMatch(match -> !match.contains("Host") || match.contains(host));
      if (near) {
        doubts =
            doubts.and(
                Doubts.unknown(
                    "IngressRoute "
                        + route.meta().qualifiedName()
                        + " may take the request; its rules are not modelled."));
      }
    }
  }

  private void leaves(Outcome outcome) {
    switch (outcome) {
      case Outcome.ToBackend to ->
          note(
              to.backend().display()
                  + " gets "
                  + to.upstreamPath()
                  + to.upstreamHost().map(host -> " with host " + host).orElse("")
                  + ".",
              to.at());
      case Outcome.Redirect redirect ->
          note(
              "The answer is " + redirect.status() + " to " + redirect.location() + ".",
              redirect.at());
      case Outcome.Status status when status.status() == 400 || status.status() == 500 ->
          note(
              "The path that the rewrite makes is not clean, so the answer is "
                  + status.status()
                  + ".",
              status.at());
      case Outcome.Status _,
          Outcome.ControllerDefault _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _,
          Outcome.Split _ -> {}
    }
  }
}
