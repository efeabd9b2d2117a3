package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.haproxyingress.HaproxyIngressTable.Answer;
import io.github.ingressdesigner.dialect.haproxyingress.HaproxyIngressTable.Stage;
import io.github.ingressdesigner.dialect.haproxyingress.HostMap.Line;
import io.github.ingressdesigner.model.Location;
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
import java.util.List;
import java.util.Optional;

/** Puts a decision into words. */
final class Explanation {
  /** More lines than anybody reads. */
  private static final int MOST = 200;

  private final HaproxyIngressTable table;
  private final Request request;
  private final Answer answer;
  private final String host;
  private final List<Step> steps = new ArrayList<>();

  Explanation(HaproxyIngressTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
    this.host = HaproxyIngressTable.host(request);
  }

  Decision explain() {
    if (answer.stage() == Stage.REFUSED) {
      steps.add(new NoteStep(refusal(), at(answer.outcome())));
    } else {
      request();
      hosts();
      before();
      Frontend frontend = table.frontend(request);
      List<Line> lines = new ArrayList<>(frontend.redirects().candidates(host));
      lines.addAll(frontend.hosts().candidates(host));
      paths(frontend, lines);
      after();
      leaves();
    }
    leftOut();
    return decision();
  }

  private String refusal() {
    return switch (answer.outcome()) {
      case Outcome.TlsRefused _ ->
          "No Ingress lists a host in spec.tls, so port 443 is not open at all.";
      case Outcome.ConfigRejected rejected -> rejected.reason();
      case Outcome.Undecided undecided -> undecided.reason();
      case Outcome.ToBackend _, Outcome.ControllerDefault _, Outcome.Status _ -> "";
      case Outcome.Redirect _, Outcome.Split _ -> "";
    };
  }

  private static Optional<Location> at(Outcome outcome) {
    return outcome instanceof Outcome.ConfigRejected rejected ? rejected.at() : Optional.empty();
  }

  private void request() {
    String name = host.equals(request.host()) ? "" : "The host counts as " + host + ". ";
    steps.add(
        new RequestStep(
            name + "The path is compared as it is sent: nothing is decoded, merged or resolved."));
  }

  private void hosts() {
    HostMap map = table.frontend(request).hosts();
    List<Line> exact = map.lines(host);
    boolean decides = answer.stage() == Stage.HOST || answer.stage() == Stage.STRICT;
    if (exact.isEmpty()) {
      String port = HaproxyIngressTable.isTls(request) ? " on https" : "";
      steps.add(new NoteStep("No rule names the host " + host + port + ".", Optional.empty()));
    } else {
      boolean wins = decides && (answer.line() == null || isOf(answer.line(), host));
      steps.add(
          new HostStep(
              host,
              wins ? Verdict.WINS : Verdict.NO_MATCH,
              wins ? "The host is equal." : "The host is equal, but none of its paths matches.",
              rule(exact)));
    }
    int dot = host.indexOf('.');
    String wildcard = dot > 0 ? "*" + host.substring(dot) : "";
    List<Line> wild = wildcard.isEmpty() ? List.of() : map.lines(wildcard);
    if (!wild.isEmpty()) {
      boolean wins = answer.line() != null && isOf(answer.line(), wildcard);
      String reason =
          wins
              ? wildcard
                  + " takes one label before its suffix; no path of an equal host came first."
              : "Wildcard hosts are asked after the paths of an equal host.";
      steps.add(new HostStep(wildcard, wins ? Verdict.WINS : Verdict.BEATEN, reason, rule(wild)));
    }
    if (answer.stage() == Stage.ANY_HOST && answer.line() != null) {
      steps.add(
          new HostStep(
              "",
              Verdict.WINS,
              "No path of a named host matches, so the rules without host are asked.",
              rule(List.of(answer.line()))));
    }
  }

  private static boolean isOf(Line line, String name) {
    return line.entry().host().equals(name);
  }

  private static Optional<Location> rule(List<Line> lines) {
    Location at = lines.getFirst().entry().target().at();
    return Optional.of(at.path().indexAt(1) >= 0 ? at.parent().parent().parent() : at);
  }

  private void before() {
    if (answer.stage() == Stage.ROOT && answer.outcome() instanceof Outcome.Redirect redirect) {
      String first = redirect.location().startsWith("https://") ? " It goes to https first." : "";
      steps.add(
          new NoteStep(
              "app-root answers the path / of this host before any path is looked up." + first,
              redirect.at()));
    }
  }

  private void paths(Frontend frontend, List<Line> lines) {
    int rank = 0;
    int unlisted = 0;
    for (Line line : lines) {
      rank++;
      boolean redirects = line.entry().target().redirectTo().isPresent();
      HostMap map = redirects ? frontend.redirects() : frontend.hosts();
      boolean wins = isWinner(line);
      boolean takes = wins || map.takes(line, host, request);
      if (rank <= MOST || takes) {
        steps.add(step(rank, line, takes, wins));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      steps.add(new NoteStep(unlisted + " more paths do not match.", Optional.empty()));
    }
  }

  private boolean isWinner(Line line) {
    return answer.line() != null && answer.line().entry() == line.entry();
  }

  private PathStep step(int rank, Line line, boolean takes, boolean wins) {
    MapEntry entry = line.entry();
    Target target = entry.target();
    boolean accepted = takes && HostMap.accepts(entry, request);
    Verdict verdict = wins ? Verdict.WINS : accepted ? Verdict.BEATEN : Verdict.NO_MATCH;
    return new PathStep(
        rank,
        target.type(),
        target.path(),
        target.redirectTo().map(to -> "redirect to " + to).orElse(target.backend().display()),
        verdict,
        reason(entry, takes, verdict),
        target.at(),
        Optional.of(generated(entry)));
  }

  /** The line of the map, and the map that it stands in. */
  private static String generated(MapEntry entry) {
    String converter =
        entry.isExpression() ? MatchType.REGEX.converter() : entry.target().match().converter();
    return converter + " " + entry.key();
  }

  private String reason(MapEntry entry, boolean takes, Verdict verdict) {
    Target target = entry.target();
    if (verdict == Verdict.WINS) {
      return wins(entry);
    }
    if (verdict == Verdict.BEATEN) {
      return answer.line() == null
          ? beforeAll()
          : "It matches, but " + answer.line().entry().target().path() + " is asked before it.";
    }
    if (takes) {
      return "The path matches, but the header does not: wanted is "
          + target.headers().getFirst()
          + ".";
    }
    if (entry.test().filter(test -> test.takes(request.path())).isPresent()) {
      return "The host does not match the alias " + entry.host() + ".";
    }
    if (entry.blank() >= 0) {
      return "The blank in "
          + target.path()
          + " ends the key of the map line, which the request does not match.";
    }
    return switch (target.match()) {
      case EXACT -> PathWords.notExact(target.path(), request.path());
      case PREFIX ->
          entry.isWildcard()
              ? "The path does not begin with " + target.path() + "."
              : PathWords.notPrefix(target.path(), request.path());
      case BEGIN -> "The path does not begin with " + target.path() + ".";
      case REGEX -> "The expression does not match from the beginning of the path.";
    };
  }

  private String beforeAll() {
    return switch (answer.stage()) {
      case ROOT -> "app-root answers before it is asked.";
      case STRICT -> "strict-host answers with the default backend before expressions are asked.";
      case REFUSED, REDIRECT_TO, HOST, REDIRECT_FROM, ANY_HOST, DEFAULT -> "It is not asked.";
    };
  }

  private static String wins(MapEntry entry) {
    Target target = entry.target();
    if (entry.blank() >= 0) {
      return "The blank in the path ends the key of the map line here, and what follows is no"
          + " backend.";
    }
    String alias = entry.alias() ? "By an alias of its host. " : "";
    String header =
        target.headers().isEmpty()
            ? ""
            : "Paths with the condition " + target.headers().getFirst() + " are asked first. ";
    String how =
        switch (target.match()) {
          case EXACT -> "The path is equal; exact paths are asked first.";
          case PREFIX ->
              entry.isWildcard()
                  ? "The path begins with it: under a wildcard host Prefix compares letters."
                  : "Its elements begin the path, and no line before it matches.";
          case BEGIN ->
              entry.isWildcard()
                  ? "The path begins with it."
                  : "The path begins with it, upper and lower case alike, and no line before it"
                      + " matches.";
          case REGEX -> "The expression matches; of expressions the longest text is asked first.";
        };
    return alias + header + how;
  }

  private void after() {
    switch (answer.stage()) {
      case STRICT ->
          steps.add(
              new DefaultStep(
                  "default backend",
                  Verdict.WINS,
                  "strict-host: a known host without a matching path goes to the default backend.",
                  Optional.empty()));
      case REDIRECT_FROM ->
          steps.add(
              new NoteStep(
                  answer.outcome() instanceof Outcome.Split
                      ? "Several hosts want redirect-from this host; which one gets it is chance."
                      : "No path matches, and another host wants this one redirected.",
                  redirectAt()));
      case ANY_HOST -> anyHost();
      case DEFAULT -> byDefault();
      case REFUSED, ROOT, REDIRECT_TO, HOST -> {}
    }
  }

  private Optional<Location> redirectAt() {
    return answer.outcome() instanceof Outcome.Redirect redirect ? redirect.at() : Optional.empty();
  }

  private void anyHost() {
    int rank = 0;
    for (Line line : table.defaults().lines("")) {
      boolean wins = isWinner(line);
      boolean takes = wins || table.defaults().takes(line, "", request);
      if (line.entry().target().at().path().indexAt(0) >= 0) {
        steps.add(step(++rank, line, takes, wins));
      } else {
        steps.add(
            new DefaultStep(
                line.entry().target().backend().display(),
                wins ? Verdict.WINS : Verdict.BEATEN,
                "spec.defaultBackend is a path / of the rules without host.",
                Optional.of(line.entry().target().at())));
      }
    }
  }

  private void byDefault() {
    boolean tls = HaproxyIngressTable.isTls(request);
    steps.add(
        new DefaultStep(
            "default backend",
            Verdict.WINS,
            tls
                ? "Only hosts that their own Ingress lists in spec.tls exist on https."
                : "No path matches, of no host.",
            Optional.empty()));
  }

  private void leaves() {
    if (answer.line() == null) {
      return;
    }
    Target target = answer.line().entry().target();
    switch (answer.outcome()) {
      case Outcome.Redirect redirect when target.redirectTo().isEmpty() ->
          steps.add(
              new NoteStep(
                  "Its Ingress lists the host in spec.tls, so ssl-redirect sends plain requests to"
                      + " https.",
                  redirect.at()));
      case Outcome.Redirect redirect ->
          steps.add(
              new NoteStep(
                  "redirect-to is sent as it is written; path and query are not kept.",
                  redirect.at()));
      case Outcome.ToBackend to when target.rewrite().isPresent() -> {
        String path = to.upstreamPath().split("\\?", 2)[0];
        Location at = target.rewrite().get().at();
        steps.add(
            path.equals(request.path())
                ? new NoteStep(
                    "rewrite-target changes nothing: its expression does not match the path.",
                    Optional.of(at))
                : new RewriteStep(
                    request.path(),
                    path,
                    "rewrite-target replaces " + target.path() + ".",
                    Optional.of(at)));
      }
      case Outcome.Status(int status, _) when status == 503 ->
          steps.add(new NoteStep("The Service has no ready endpoints.", Optional.of(target.at())));
      case Outcome.ToBackend _, Outcome.ControllerDefault _, Outcome.Status _ -> {}
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> {}
      case Outcome.Undecided _, Outcome.Split _ -> {}
    }
  }

  private void leftOut() {
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      steps.add(new NoteStep(out.reason(), Optional.of(out.ingress())));
    }
  }

  private Decision decision() {
    Confidence confidence = Confidence.EXACT;
    String basis = "Rules of this kind were compared with answers of the real controller.";
    if (answer.stage() == Stage.REFUSED) {
      confidence = Confidence.MODELLED;
      basis = "Read from the controller's source.";
    }
    Optional<Annotations> unknown =
        Optional.ofNullable(answer.line())
            .map(line -> table.unmodelled().get(line.entry().target().ingress()));
    if (unknown.isPresent()) {
      confidence = Confidence.UNKNOWN;
      String key =
          Annotations.UNKNOWN.stream()
              .filter(k -> unknown.get().find(k).isPresent())
              .findFirst()
              .orElseThrow();
      basis = "The annotation " + key + " may change the answer and is not modelled.";
    }
    return new Decision(answer.outcome(), new Trace(steps), confidence, basis);
  }
}
