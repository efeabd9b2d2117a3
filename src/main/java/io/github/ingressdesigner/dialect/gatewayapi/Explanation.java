package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Answer;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Stage;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST = 200;

  private final GatewayApiTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Explanation(GatewayApiTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  Decision explain() {
    if (table.routes().isEmpty()) {
      note(
          "There is no HTTPRoute in the files, and Gateway API reads nothing else"
              + (table.ingresses() > 0
                  ? " (" + table.ingresses() + " Ingresses are left out)."
                  : "."),
          Optional.empty());
    }
    String path = answer.path();
    if (path != null && !path.equals(request.path())) {
      steps.add(
          new RequestStep(
              "The path counts as %s, as implementations on Envoy normalise it; the API does not say."
                  .formatted(path)));
    }
    listener();
    host();
    if (answer.host() != null && path != null) {
      paths(answer.host(), path);
    }
    consequences(path);
    leftOut();
    return decision();
  }

  private void leftOut() {
    if (table.leftOut().isEmpty()) {
      return;
    }
    Map<Location, HttpRoute> byPlace = new HashMap<>();
    table.routes().forEach(route -> byPlace.put(route.at(), route));
    table.leftOut().stream()
        .filter(out -> concerns(Optional.ofNullable(byPlace.get(out.ingress()))))
        .limit(20)
        .forEach(out -> note(out.reason(), Optional.of(out.ingress())));
  }

  private boolean concerns(Optional<HttpRoute> route) {
    String host = HostIndex.lower(request.host());
    return route.isEmpty()
        || route.get().hostnames().isEmpty()
        || route.get().hostnames().stream().anyMatch(name -> Hostnames.takes(name, host));
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private void listener() {
    switch (answer.stage()) {
      case BAD_REQUEST ->
          note(
              "The request is refused: a number sign, an encoded NUL, a blank or a letter beyond"
                  + " ASCII in its path, or what cannot stand in a host.",
              Optional.empty());
      case UNDECIDED ->
          note(answer.outcome() instanceof Outcome.Undecided u ? u.reason() : "", Optional.empty());
      case NO_CERTIFICATE ->
          note("No TLS listener takes this server name, so the handshake fails.", Optional.empty());
      case NO_LISTENER ->
          note(
              table.listeners().isEmpty()
                  ? "No Gateway is asked, since no HTTPRoute names one."
                  : "No listener of this port takes the host.",
              Optional.empty());
      case MISDIRECTED ->
          note(
              "The server name belongs to one listener and the Host header to another: 421 or 404.",
              Optional.empty());
      case NO_HOST, NO_ROUTE, ROUTE -> {
        Listener listener = answer.listener().listener;
        String which =
            listener.hostname().isEmpty()
                ? "which takes every host"
                : "hostname " + listener.hostname();
        note(
            listener.assumed()
                ? "Gateway %s is not among the files; it is taken to accept every host."
                    .formatted(listener.gateway())
                : "Listener %s of Gateway %s takes the connection (port %d, %s). No other one is asked."
                    .formatted(listener.name(), listener.gateway(), listener.port(), which),
            Optional.of(listener.at()));
      }
    }
  }

  private void host() {
    ListenerRoutes.Host host = answer.host();
    if (host == null) {
      if (answer.stage() == Stage.NO_HOST) {
        steps.add(
            new HostStep(
                request.host(),
                Verdict.NO_MATCH,
                "No route of this listener has the host.",
                Optional.empty()));
      }
      return;
    }
    String reason =
        host.hostname().isEmpty()
            ? "Routes without hostnames take every host."
            : Hostnames.isWildcard(host.hostname())
                ? "It takes one label or more before its suffix; the longest hostname decides."
                : "The hostname is equal; the most specific one decides.";
    steps.add(
        new HostStep(
            host.hostname(),
            Verdict.WINS,
            reason,
            Optional.of(host.order().getFirst().route().at())));
    near()
        .filter(other -> other != host)
        .forEach(
            other ->
                steps.add(
                    new HostStep(
                        other.hostname(),
                        Verdict.BEATEN,
                        "It would take the host, but %s is more specific."
                            .formatted(host.hostname()),
                        Optional.of(other.order().getFirst().route().at()))));
  }

  private void paths(ListenerRoutes.Host host, String path) {
    int rank = 0;
    int unlisted = 0;
    for (Candidate candidate : host.order()) {
      rank++;
      boolean wins = candidate == answer.winner();
      boolean takes = wins || candidate.match().test().filter(test -> test.takes(path)).isPresent();
      Optional<String> refusal = takes ? candidate.match().refusal(request) : Optional.empty();
      if (rank > MOST && !takes) {
        unlisted++;
        continue;
      }
      Verdict verdict =
          wins ? Verdict.WINS : takes && refusal.isEmpty() ? Verdict.BEATEN : Verdict.NO_MATCH;
      steps.add(
          new PathStep(
              rank,
              candidate.match().type(),
              candidate.match().path(),
              backends(candidate),
              verdict,
              reason(candidate, path, wins, takes, refusal),
              candidate.match().at(),
              Optional.of(candidate.match().generated())));
    }
    if (unlisted > 0) {
      note(unlisted + " more matches do not fit.", Optional.empty());
    }
  }

  private static String backends(Candidate candidate) {
    HttpRule rule = candidate.rule();
    if (rule.redirect().isPresent()) {
      return "redirect";
    }
    return rule.targets().isEmpty()
        ? "(no backend)"
        : rule.targets().stream().map(t -> t.backend().display()).collect(Collectors.joining(", "));
  }

  private String reason(
      Candidate candidate, String path, boolean wins, boolean takes, Optional<String> refusal) {
    Match match = candidate.match();
    if (wins) {
      String more = match.isPlain() ? "" : " All its conditions hold.";
      return switch (match.type()) {
        case EXACT -> "The path is equal; Exact goes before every prefix." + more;
        case PREFIX -> "Its elements begin the path, and nothing before it matches." + more;
        case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
            "The expression matches the whole path." + more;
      };
    }
    if (refusal.isPresent()) {
      return "The path fits, but " + refusal.get() + ".";
    }
    if (takes) {
      return "It would match, but " + answer.winner().match().generated() + " goes first.";
    }
    return match.type() == PathType.EXACT
        ? PathWords.notExact(match.path(), path)
        : match.type() == PathType.PREFIX
            ? PathWords.notPrefix(match.path(), path)
            : "The expression does not match the whole path.";
  }

  private void consequences(@Nullable String path) {
    Candidate winner = answer.winner();
    if (winner == null) {
      return;
    }
    for (HttpRule.Target target : winner.rule().targets()) {
      target
          .problem()
          .ifPresent(
              p -> note(p + " Its share of the requests gets 500.", Optional.of(target.at())));
    }
    if (winner.rule().targets().isEmpty() && winner.rule().redirect().isEmpty()) {
      note(
          "The rule has neither backendRefs nor a redirect, so it answers 500.",
          Optional.of(winner.rule().at()));
    }
    if (answer.outcome() instanceof Outcome.Split) {
      note("The weights of backendRefs divide the requests.", Optional.of(winner.rule().at()));
    }
    if (answer.outcome() instanceof Outcome.ToBackend to
        && winner.rule().rewrite().isPresent()
        && path != null
        && !to.upstreamPath().split("\\?", 2)[0].equals(path)) {
      steps.add(
          new RewriteStep(
              path,
              to.upstreamPath().split("\\?", 2)[0],
              "URLRewrite changes the path; the query is kept.",
              Optional.of(winner.rule().at())));
    }
  }

  private Decision decision() {
    Candidate winner = answer.winner();
    if (winner != null) {
      Optional<String> unknown = winner.rule().unknownPart();
      if (unknown.isPresent()) {
        return decision(Confidence.UNKNOWN, unknown.get() + " is not modelled.");
      }
    }
    Optional<String> open = leftOpen();
    return open.isPresent()
        ? decision(Confidence.MODELLED, open.get())
        : decision(Confidence.EXACT, "The text of the API and its conformance tests say so.");
  }

  /** What the API leaves to the implementation, or the files do not say. */
  private Optional<String> leftOpen() {
    ListenerRoutes listener = answer.listener();
    if (answer.stage() == Stage.UNDECIDED) {
      return Optional.of("The expression was stopped, so there is no answer.");
    }
    if (answer.stage() == Stage.BAD_REQUEST
        || answer.path() != null && !answer.path().equals(request.path())) {
      return Optional.of(
          "The API does not say how paths are normalised; it is answered as Envoy does it.");
    }
    if (answer.stage() == Stage.MISDIRECTED) {
      return Optional.of("The API leaves it to the implementation: 421 or 404.");
    }
    if (listener != null && listener.listener.assumed()) {
      return Optional.of("The Gateway is not among the files, so its listeners are assumed.");
    }
    if (!table.hasOneGateway()) {
      return Optional.of(
          "There are several Gateways, and a request does not tell to which one it is sent.");
    }
    if (answer.stage() == Stage.NO_ROUTE && wildcardHostTakes()) {
      return Optional.of(
          "The API does not say whether a wider hostname is asked now; implementations on Envoy do"
              + " not.");
    }
    return answer.winner() == null ? Optional.empty() : leftOpen(answer.winner());
  }

  private Optional<String> leftOpen(Candidate winner) {
    Match match = winner.match();
    if (match.type() == PathType.IMPLEMENTATION_SPECIFIC) {
      return Optional.of(
          "The API leaves expressions to the implementation; they are read as Envoy does it.");
    }
    boolean repeated =
        match.headers().stream()
            .anyMatch(h -> request.headers().getOrDefault(h.name(), List.of()).size() > 1);
    if (repeated) {
      return Optional.of(
          "The API leaves a header that is sent twice to the implementation; Envoy looks at each.");
    }
    List<HttpRule.Target> targets = winner.rule().targets();
    if (!targets.isEmpty() && targets.stream().allMatch(target -> target.weight() == 0)) {
      return Optional.of("That weights of 0 alone answer 500 is our reading of the API.");
    }
    return targets.stream().allMatch(HttpRule.Target::ready)
        ? Optional.empty()
        : Optional.of("That a Service without endpoints answers 503 is advice of the API.");
  }

  private boolean wildcardHostTakes() {
    ListenerRoutes.Host chosen = answer.host();
    return near().anyMatch(host -> host != chosen);
  }

  /** All hostnames of the listener that take the host. */
  private Stream<ListenerRoutes.Host> near() {
    String name = HostIndex.lower(request.host());
    return answer.listener().all().stream().filter(h -> Hostnames.takes(h.hostname(), name));
  }

  private Decision decision(Confidence confidence, String basis) {
    return new Decision(answer.outcome(), new Trace(steps), confidence, basis);
  }
}
