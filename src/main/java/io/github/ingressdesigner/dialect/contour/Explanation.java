package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.contour.ContourTable.Answer;
import io.github.ingressdesigner.dialect.contour.ContourTable.Stage;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST = 200;

  private final ContourTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Explanation(ContourTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  Decision explain() {
    String path = answer.path();
    if (path == null) {
      note(refusal(), Optional.empty());
    } else {
      if (!path.equals(request.path())) {
        steps.add(
            new RequestStep(
                "The path counts as %s, and the backend sees it so: Envoy decodes plain characters, resolves dots and merges slashes."
                    .formatted(path)));
      }
      host();
      if (answer.host() != null) {
        paths(answer.host(), path);
      }
      consequences();
    }
    table.skipped().stream()
        .filter(skipped -> skipped.concerns(request.host()))
        .limit(20)
        .forEach(s -> note(s.leftOut().reason(), Optional.of(s.leftOut().ingress())));
    return decision();
  }

  private Decision decision() {
    Optional<Location> proxy = table.proxies().naming(request.host());
    if (proxy.isPresent()) {
      note("An HTTPProxy names this host; it is not read here, and may answer instead.", proxy);
      return decision(
          Confidence.UNKNOWN,
          "An HTTPProxy names this host, and HTTPProxy objects are not modelled.");
    }
    Optional<String> onlyRead = onlyRead();
    return onlyRead.isPresent()
        ? decision(Confidence.MODELLED, onlyRead.get())
        : decision(
            Confidence.EXACT,
            "Rules of this kind were compared with answers of the real controller.");
  }

  private Decision decision(Confidence confidence, String basis) {
    return new Decision(answer.outcome(), new Trace(steps), confidence, basis);
  }

  /** What takes part and was read in the source, not compared with the real controller. */
  private Optional<String> onlyRead() {
    Options options = table.options();
    if (answer.stage() == Stage.UNDECIDED) {
      return Optional.of("The expression was stopped, so there is no answer.");
    }
    if (!options.mergesSlashes() && request.path().contains("//")) {
      return Optional.of("What disableMergeSlashes does was read in the source of Contour.");
    }
    if (options.stripsDot() && request.host().endsWith(".")) {
      return Optional.of("What stripTrailingHostDot does was read in the source of Contour.");
    }
    for (PathRoute winner : answer.winners()) {
      Condition.Kind kind = winner.condition().kind();
      if (kind == Condition.Kind.REGEX && expressionsThatTake(answer.path()) > 1) {
        return Optional.of(
            "Several expressions match; that the longest text goes first was read in the source.");
      }
      if (kind == Condition.Kind.STRING && hasSignsOfExpressions(winner.path())) {
        return Optional.of(
            "That braces, $ and ? alone make no expression was read in the source of Contour.");
      }
    }
    return Optional.empty();
  }

  private long expressionsThatTake(@Nullable String path) {
    VirtualHost host = answer.host();
    return host == null || path == null
        ? 0
        : host.paths().all().stream()
            .filter(e -> e.route().condition().kind() == Condition.Kind.REGEX)
            .filter(e -> e.test().takes(path))
            .map(e -> e.route().condition())
            .distinct()
            .count();
  }

  private static boolean hasSignsOfExpressions(String path) {
    return path.chars().anyMatch(c -> "{}$?".indexOf(c) >= 0);
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private String refusal() {
    return switch (answer.stage()) {
      case BAD_REQUEST -> "Envoy refuses a path with a number sign or an encoded NUL.";
      case NO_CERTIFICATE ->
          "No Ingress lists the server name in spec.tls with a secret, so Envoy ends the"
              + " handshake.";
      case MISDIRECTED ->
          "The Host header is not the server name of the TLS connection: misdirected request.";
      case UNDECIDED -> answer.outcome() instanceof Outcome.Undecided u ? u.reason() : "";
      case UNKNOWN_HOST, NOT_ONE_LABEL, NO_ROUTE, ROUTE -> "";
    };
  }

  private void host() {
    VirtualHost host = answer.host();
    if (host == null) {
      steps.add(
          new HostStep(
              request.host(),
              Verdict.NO_MATCH,
              "No virtual host has this name, and there are no rules without host.",
              Optional.empty()));
      return;
    }
    Optional<Location> at = Optional.of(rule(host.order().getFirst().at()));
    if (answer.stage() == Stage.NOT_ONE_LABEL) {
      steps.add(
          new HostStep(
              host.host(),
              Verdict.WINS,
              "The wildcard domain takes the host, but its routes want exactly one label in lower"
                  + " case, so the answer is 404.",
              at));
      others(host);
      return;
    }
    String reason =
        host.host().isEmpty()
            ? "No virtual host has this name, so the rules without host answer."
            : host.host().startsWith("*.")
                ? "It takes one label before its suffix. It answers alone: no other host is asked."
                : "The host is equal. It answers alone: no other host is asked.";
    steps.add(new HostStep(host.host(), Verdict.WINS, reason, at));
    others(host);
  }

  private void others(VirtualHost winner) {
    for (VirtualHost other : table.hosts(request).near(request.host())) {
      if (other != winner) {
        steps.add(
            new HostStep(
                other.host(),
                Verdict.BEATEN,
                "It would take the host, but %s is closer to it.".formatted(winner.host()),
                Optional.of(rule(other.order().getFirst().at()))));
      }
    }
  }

  private static Location rule(Location at) {
    return at.path().indexAt(1) >= 0 ? at.parent().parent().parent() : at;
  }

  private void paths(VirtualHost host, String path) {
    int rank = 0;
    int unlisted = 0;
    for (PathRoute route : host.order()) {
      rank++;
      boolean wins = answer.winners().contains(route);
      boolean takes = wins || route.condition().test().filter(test -> test.takes(path)).isPresent();
      Verdict verdict = wins ? Verdict.WINS : takes ? Verdict.BEATEN : Verdict.NO_MATCH;
      if (rank > MOST && !takes) {
        unlisted++;
      } else if (route.isDefault()) {
        steps.add(
            new DefaultStep(
                route.backend().display(),
                verdict,
                "spec.defaultBackend is the prefix / of the rules without host.",
                Optional.of(route.at())));
      } else {
        steps.add(
            new PathStep(
                rank,
                route.type(),
                route.path(),
                route.backend().display(),
                verdict,
                wins ? wins(route) : takes ? beaten() : noMatch(route, path),
                route.at(),
                Optional.of(route.condition().generated())));
      }
    }
    if (unlisted > 0) {
      note(unlisted + " more paths do not match.", Optional.empty());
    }
  }

  private static String wins(PathRoute route) {
    return switch (route.condition().kind()) {
      case EXACT -> "The path is equal; exact paths are asked first.";
      case REGEX ->
          "The expression matches the whole path; expressions are asked before prefixes, the"
              + " longest text first.";
      case SEGMENT -> "Its elements begin the path, and no longer prefix matches.";
      case STRING -> "The path begins with it, and no longer prefix matches.";
    };
  }

  private String beaten() {
    if (answer.stage() == Stage.NOT_ONE_LABEL) {
      return "The host does not fit the one label that the route wants.";
    }
    PathRoute winner = answer.winners().getFirst();
    return "It would match, but " + winner.path() + " is asked before it.";
  }

  private static String noMatch(PathRoute route, String path) {
    return switch (route.condition().kind()) {
      case EXACT -> PathWords.notExact(route.path(), path);
      case SEGMENT -> PathWords.notPrefix(route.path(), path);
      case STRING -> "The path does not begin with " + route.path() + ".";
      case REGEX -> "The expression does not match the whole path.";
    };
  }

  private void consequences() {
    if (answer.winners().size() > 1) {
      note(
          "Several Ingresses have this very condition. Contour keeps the one that it happens to"
              + " read last, and draws anew at each rebuild; age does not count.",
          Optional.of(answer.winners().getFirst().at()));
    }
    switch (answer.outcome()) {
      case Outcome.Redirect redirect ->
          note(
              "force-ssl-redirect sends plain requests to https; only matched paths are.",
              redirect.at());
      case Outcome.Status(int status, Optional<Location> at) when status == 503 ->
          note("The Service has no ready endpoints.", at);
      case Outcome.Status _ when answer.stage() == Stage.NO_ROUTE ->
          note(
              "No path of the host matches. The default backend is asked for unknown hosts only.",
              Optional.empty());
      case Outcome.Status _, Outcome.ToBackend _, Outcome.ControllerDefault _ -> {}
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> {}
      case Outcome.Undecided _, Outcome.Split _ -> {}
    }
  }
}
