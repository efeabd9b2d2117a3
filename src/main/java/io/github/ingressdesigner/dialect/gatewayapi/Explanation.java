package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Answer;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Stage;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      note(out.reason(), Optional.of(out.ingress()));
    }
    return decision();
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private void listener() {
    switch (answer.stage()) {
      case BAD_REQUEST ->
          note("A path with a number sign or an encoded NUL is refused.", Optional.empty());
      case UNDECIDED ->
          note(answer.outcome() instanceof Outcome.Undecided u ? u.reason() : "", Optional.empty());
      case NO_CERTIFICATE ->
          note("No TLS listener takes this server name, so the handshake fails.", Optional.empty());
      case NO_LISTENER -> note("No listener of this port takes the host.", Optional.empty());
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
    Optional<String> unknown =
        Optional.ofNullable(answer.winner()).flatMap(w -> w.rule().unknown());
    boolean expression =
        answer.winner() != null
            && answer.winner().match().type() == PathType.IMPLEMENTATION_SPECIFIC;
    boolean normalised = answer.path() != null && !answer.path().equals(request.path());
    if (unknown.isPresent()) {
      return decision(Confidence.UNKNOWN, "The filter " + unknown.get() + " is not modelled.");
    }
    if (expression || normalised || answer.stage() == Stage.MISDIRECTED) {
      return decision(
          Confidence.MODELLED,
          "The API leaves this to the implementation; it is answered as Envoy's do.");
    }
    return decision(Confidence.EXACT, "The text of the API and its conformance tests say so.");
  }

  private Decision decision(Confidence confidence, String basis) {
    return new Decision(answer.outcome(), new Trace(steps), confidence, basis);
  }
}
