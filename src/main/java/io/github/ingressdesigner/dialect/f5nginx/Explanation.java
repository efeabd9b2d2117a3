package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.f5nginx.F5NginxTable.Answer;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST = 200;

  private final F5NginxTable table;
  private final Request request;
  private final List<Answer> answers;
  private final Outcome outcome;
  private final List<Step> steps = new ArrayList<>();

  Explanation(F5NginxTable table, Request request, List<Answer> answers, Outcome outcome) {
    this.table = table;
    this.request = request;
    this.answers = answers;
    this.outcome = outcome;
  }

  Decision explain() {
    if (answers.size() > 1) {
      steps.add(
          new NoteStep(
              "Several Ingresses of one age name this host, or several minions this path. The one"
                  + " with the greater uid owns it, and the API server draws uids by chance.",
              Optional.empty()));
    }
    for (Answer answer : answers) {
      explain(answer);
    }
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      steps.add(new NoteStep(out.reason(), Optional.of(out.ingress())));
    }
    return decision();
  }

  private void explain(Answer answer) {
    NginxRequest seen = answer.seen();
    HostServer server = answer.server();
    if (seen == null) {
      steps.add(new NoteStep(refusal(answer), Optional.empty()));
      return;
    }
    if (!seen.uri().equals(request.path()) || !seen.host().equals(request.host())) {
      steps.add(
          new RequestStep(
              "The request counts as host %s, path %s: NGINX decodes, merges slashes and resolves dots."
                  .formatted(seen.host(), seen.uri())));
    }
    if (server == null) {
      steps.add(
          new HostStep(
              "",
              Verdict.WINS,
              "No %s has this name, so the default server answers 404."
                  .formatted(F5NginxTable.isTls(request) ? "host with TLS" : "server"),
              Optional.empty()));
      return;
    }
    steps.add(
        new HostStep(
            server.host(),
            Verdict.WINS,
            hostReason(server, seen),
            server.rules().stream().findFirst()));
    paths(answer, server, seen);
    consequences(answer, server);
  }

  private static String refusal(Answer answer) {
    return switch (answer.outcome()) {
      case Outcome.ConfigRejected rejected ->
          rejected.reason() + " NGINX keeps its old configuration for all hosts.";
      case Outcome.Undecided undecided -> undecided.reason();
      case Outcome.Status _, Outcome.ToBackend _, Outcome.ControllerDefault _ ->
          "NGINX refuses the request itself.";
      case Outcome.Redirect _, Outcome.TlsRefused _, Outcome.Split _ -> "";
    };
  }

  private static String hostReason(HostServer server, NginxRequest seen) {
    String owner = " The host belongs to " + server.owner() + " alone.";
    if (server.host().isEmpty()) {
      return "No server has this name, so the Ingress without host answers.";
    }
    return server.host().equals(seen.host())
        ? "The host is equal." + owner
        : "It takes any number of labels before its suffix." + owner;
  }

  /** In the order in which NGINX would prefer them. */
  static List<Location<PathRoute>> order(HostServer server) {
    List<Location<PathRoute>> order = new ArrayList<>(server.locations().all());
    order.sort(
        Comparator.comparingInt(
            l ->
                switch (l.modifier()) {
                  case EXACT -> 0;
                  case REGEX, REGEX_NO_CASE -> 1;
                  case PREFIX -> 1_000_000 - l.text().length();
                }));
    return order;
  }

  private void paths(Answer answer, HostServer server, NginxRequest seen) {
    int rank = 0;
    int unlisted = 0;
    for (Location<PathRoute> location : order(server)) {
      rank++;
      PathRoute route = location.route();
      boolean wins = answer.pick() != null && answer.pick().location() == location;
      boolean takes = wins || Locations.takes(location, seen.uri());
      if (rank > MOST && !takes) {
        unlisted++;
      } else if (route.isDefault()) {
        steps.add(
            new DefaultStep(
                route.backend().display(),
                wins ? Verdict.WINS : Verdict.BEATEN,
                wins
                    ? "No path matches, so the defaultBackend of this Ingress answers."
                    : "A path goes before the defaultBackend.",
                Optional.of(route.at())));
      } else {
        steps.add(step(rank, location, answer, wins, takes, seen));
      }
    }
    if (unlisted > 0) {
      steps.add(new NoteStep(unlisted + " more paths do not match.", Optional.empty()));
    }
  }

  private static PathStep step(
      int rank,
      Location<PathRoute> location,
      Answer answer,
      boolean wins,
      boolean takes,
      NginxRequest seen) {
    PathRoute route = location.route();
    String reason =
        wins
            ? wins(answer.pick())
            : takes
                ? answer.pick() == null
                    ? "The server answers before any location is asked."
                    : "It would match, but " + answer.pick().location().text() + " goes first."
                : noMatch(location, seen.uri());
    return new PathStep(
        rank,
        route.type(),
        route.path(),
        route.backend().display(),
        wins ? Verdict.WINS : takes ? Verdict.BEATEN : Verdict.NO_MATCH,
        reason,
        route.at(),
        Optional.of(location.generated()));
  }

  private static String wins(Locations.Pick<PathRoute> pick) {
    if (pick.addsSlash()) {
      return "There is a location with a slash at the end and none without, so NGINX redirects.";
    }
    return switch (pick.location().modifier()) {
      case EXACT -> "The path is equal; an exact location ends the search.";
      case REGEX, REGEX_NO_CASE -> "It is the first expression, as they are written, that matches.";
      case PREFIX -> "It is the longest location that begins the path, letter by letter.";
    };
  }

  private static String noMatch(Location<PathRoute> location, String uri) {
    return switch (location.modifier()) {
      case EXACT -> PathWords.notExact(location.text(), uri);
      case REGEX, REGEX_NO_CASE -> "The expression " + location.text() + " does not match.";
      case PREFIX -> "The path does not begin with " + location.text() + ".";
    };
  }

  private void consequences(Answer answer, HostServer server) {
    switch (answer.stage()) {
      case TO_HTTPS ->
          steps.add(
              new NoteStep(
                  "ssl-redirect sends every plain request of a TLS host to https, matched or not.",
                  server.rules().stream().findFirst()));
      case NO_CERTIFICATE ->
          steps.add(
              new NoteStep(
                  "spec.tls lists the host without secretName, so the server refuses every TLS"
                      + " handshake.",
                  server.rules().stream().findFirst()));
      case APP_ROOT ->
          steps.add(
              new NoteStep(
                  "app-root answers / before any location.",
                  Optional.of(server.annotations().at("app-root"))));
      case NO_LOCATION ->
          steps.add(
              new NoteStep(
                  "No location matches: NGINX looks for a file and has none (404, or 405 for other"
                      + " methods than GET, HEAD and POST).",
                  Optional.empty()));
      case BACKEND -> backend(answer);
      case REJECTED, UNDECIDED, BAD_REQUEST, UNKNOWN_HOST, ADDS_SLASH -> {}
    }
  }

  private void backend(Answer answer) {
    PathRoute route = answer.pick().location().route();
    if (route.problem().isPresent()) {
      steps.add(
          new NoteStep(route.problem().get() + " The answer is 502.", Optional.of(route.at())));
      return;
    }
    boolean replaces = route.replacement().isPresent();
    if (answer.outcome() instanceof Outcome.ToBackend to
        && (replaces || route.rewrite().isPresent())) {
      steps.add(
          new RewriteStep(
              request.target(),
              to.upstreamPath(),
              replaces
                  ? "rewrites replaces the text of the location."
                  : "rewrite-target replaces the whole path.",
              Optional.of(route.annotations().at(replaces ? "rewrites" : "rewrite-target"))));
    }
  }

  private Decision decision() {
    Optional<String> unknown =
        answers.stream()
            .flatMap(
                answer ->
                    Stream.concat(
                        Stream.ofNullable(answer.pick())
                            .map(pick -> pick.location().route().annotations()),
                        Stream.ofNullable(answer.server()).map(HostServer::annotations)))
            .flatMap(annotations -> annotations.unknown().stream())
            .findFirst();
    return unknown
        .map(
            key ->
                new Decision(
                    outcome,
                    new Trace(steps),
                    Confidence.UNKNOWN,
                    "The annotation " + key + " may change the answer and is not modelled."))
        .orElseGet(
            () ->
                new Decision(
                    outcome,
                    new Trace(steps),
                    Confidence.EXACT,
                    "Rules of this kind were compared with answers of the real controller."));
  }
}
