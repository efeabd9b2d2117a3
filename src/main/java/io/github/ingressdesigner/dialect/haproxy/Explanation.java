package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.haproxy.HaproxyTable.Answer;
import io.github.ingressdesigner.dialect.haproxy.HaproxyTable.Stage;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST = 200;

  private final HaproxyTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Explanation(HaproxyTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  Decision explain() {
    switch (answer.stage()) {
      case REJECTED -> {
        if (answer.outcome()
            instanceof Outcome.ConfigRejected(String reason, Optional<Location> at)) {
          note(reason + " HAProxy refuses the whole configuration and keeps the one before.", at);
        }
      }
      case BAD_REQUEST -> note(HaproxyRequest.refused(request).orElse(""), Optional.empty());
      case NO_TLS ->
          note(
              "No Ingress lists a host with a Secret in spec.tls and there is no default"
                  + " certificate, so port 8443 speaks plain HTTP.",
              Optional.empty());
      case UNDECIDED ->
          note(answer.outcome() instanceof Outcome.Undecided u ? u.reason() : "", Optional.empty());
      case SSL_REDIRECT, REDIRECT, OPTIONS, ACL, ROW, DEFAULT -> decided();
    }
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      note(out.reason(), Optional.of(out.ingress()));
    }
    return decision();
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private void decided() {
    String host = HaproxyTable.host(request);
    String name = host.equals(request.host()) ? "" : "The host counts as " + host + ". ";
    steps.add(
        new RequestStep(
            name + "The path is compared as it is sent: nothing is decoded, merged or resolved."));
    host(host);
    conditional(host);
    if (answer.hostRows() != null) {
      paths(answer.hostRows());
    }
    consequences();
  }

  private void host(String host) {
    HostRows rows = answer.hostRows();
    if (rows == null || rows.host().isEmpty()) {
      steps.add(
          new HostStep(
              "",
              rows == null ? Verdict.NO_MATCH : Verdict.WINS,
              "Neither "
                  + host
                  + " nor a wildcard for it is in the host map"
                  + (rows == null ? "." : ", so the rules without host are asked."),
              rows == null ? Optional.empty() : at(rows)));
      return;
    }
    boolean wildcard = rows.host().startsWith(".");
    steps.add(
        new HostStep(
            EffectWords.written(rows.host()),
            Verdict.WINS,
            wildcard
                ? "Its first label is cut, and what is left is in the host map. No other host is"
                    + " asked."
                : "The host is equal. It decides finally: no wildcard and no rule without host is"
                    + " asked.",
            at(rows)));
    HostRows any = table.rowsOf("");
    if (any != null) {
      steps.add(
          new HostStep(
              "",
              Verdict.BEATEN,
              "A known host never falls back to the rules without host.",
              at(any)));
    }
  }

  private static Optional<Location> at(HostRows rows) {
    Location at = rows.tries().getFirst().route().at();
    return Optional.of(at.path().indexAt(1) >= 0 ? at.parent().parent().parent() : at);
  }

  /** Routes with a condition of their Service are asked before the maps. */
  private void conditional(String host) {
    int rank = 0;
    for (PathRoute route : table.acls()) {
      boolean wins = answer.acls().contains(route);
      boolean near = HaproxyTable.isHost(route.host(), host);
      if (!wins && !near) {
        continue;
      }
      Acl acl = route.acl().orElseThrow();
      String reason =
          wins
              ? "The condition of its Service holds, and such routes go before the maps: "
                  + acl.text()
              : table.takes(route, request.path())
                  ? "The condition of its Service does not hold, or the path was rewritten before: "
                      + acl.text()
                  : "The path is not " + route.path() + " or below it.";
      steps.add(
          new PathStep(
              ++rank,
              route.type(),
              route.path(),
              route.backend().display(),
              wins ? Verdict.WINS : Verdict.NO_MATCH,
              reason + (reason.endsWith(".") ? "" : "."),
              route.at(),
              Optional.of(AclPath.generated(route))));
    }
  }

  private void paths(HostRows rows) {
    Map<PathRoute, List<Row>> byRoute = new LinkedHashMap<>();
    rows.tries()
        .forEach(row -> byRoute.computeIfAbsent(row.route(), r -> new ArrayList<>(2)).add(row));
    int rank = 0;
    int unlisted = 0;
    for (List<Row> same : byRoute.values()) {
      rank++;
      Row row = same.getFirst();
      boolean wins =
          answer.row() != null && same.contains(answer.row()) && answer.stage() != Stage.ACL;
      Optional<Row> taking =
          same.stream().filter(r -> HostRows.test(r).takes(request.path())).findFirst();
      if (rank <= MOST || taking.isPresent()) {
        Row shown = wins ? answer.row() : taking.orElse(row);
        steps.add(step(rank, shown, wins, taking.isPresent()));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      note(unlisted + " more paths do not match.", Optional.empty());
    }
  }

  private PathStep step(int rank, Row row, boolean wins, boolean takes) {
    PathRoute route = row.route();
    return new PathStep(
        rank,
        route.type(),
        route.path().isEmpty() ? "/" : route.path(),
        route.backend().display(),
        wins ? Verdict.WINS : takes ? Verdict.BEATEN : Verdict.NO_MATCH,
        wins ? wins(row) : takes ? beaten(row) : noMatch(row),
        route.at(),
        Optional.of(row.generated()));
  }

  private static String wins(Row row) {
    if (row.isBroken()) {
      return "Its row ends at the blank in the path: the key is "
          + row.path()
          + ", and the value names no backend, so the default backend answers.";
    }
    return switch (row.map()) {
      case EXACT -> "The path is equal; the map of Exact paths is asked first.";
      case PREFIX_EXACT -> "The path is equal; equal paths are asked before prefixes.";
      case PREFIX -> "It is the longest row that begins the path, letter by letter.";
    };
  }

  private String beaten(Row row) {
    Row winner = answer.row();
    if (answer.stage() == Stage.ACL || winner == null) {
      return "A route with a condition goes before the maps.";
    }
    boolean sameKey = winner.map() == row.map() && winner.path().equals(row.path());
    boolean sameBackend = sameKey && winner.route().backendName().equals(row.route().backendName());
    if (sameBackend && winner.route().rules().isAny()) {
      return "Its row has the same key and Service, and rows are sorted as text: the hashes of the"
          + " other one's annotations come first.";
    }
    return sameKey
        ? "Its row has the same key, and rows are sorted as text: %s comes first, whatever the ages."
            .formatted(winner.route().value())
        : "It would match, but the row "
            + winner.path()
            + " in "
            + winner.map().file
            + " goes first.";
  }

  private static String noMatch(Row row) {
    return row.map() == Row.Map.EXACT
        ? "The whole path would have to be " + row.path() + "."
        : "The path is neither equal to it nor below it: " + row.route().path() + ".";
  }

  private void consequences() {
    Row row = answer.row();
    switch (answer.stage()) {
      case SSL_REDIRECT ->
          note("ssl-redirect sends plain requests to https; the port is always written.", at());
      case OPTIONS -> note("cors-respond-to-options answers OPTIONS with 204.", at());
      case REDIRECT -> note("request-redirect keeps path and query.", at());
      case DEFAULT -> byDefault();
      case ROW -> {
        if (row != null && row.isBroken()) {
          byDefault();
        }
      }
      case ACL, NO_TLS, UNDECIDED, REJECTED, BAD_REQUEST -> {}
    }
    if (row != null
        && answer.outcome() instanceof Outcome.ToBackend to
        && !to.upstreamPath().equals(request.target())) {
      steps.add(
          new RewriteStep(
              request.target(),
              to.upstreamPath(),
              "path-rewrite: where the expression is found, the whole path becomes the format.",
              Optional.of(row.route().rules().annotations().at("path-rewrite"))));
    }
    if (row != null && answer.hostRows() != null && answer.hostRows().ties().containsKey(row)) {
      note(
          "Several Ingresses name this path and Service with different annotations. Their rows are"
              + " sorted by a hash, so which one counts cannot be told.",
          Optional.of(row.route().at()));
    }
    if (answer.outcome() instanceof Outcome.Status(int status, _) && status == 503) {
      note("The Service has no ready endpoints.", at());
    }
  }

  private Optional<Location> at() {
    return Optional.ofNullable(answer.row()).map(row -> row.route().at());
  }

  private void byDefault() {
    if (table.defaults().isEmpty()) {
      steps.add(
          new DefaultStep(
              "default backend",
              Verdict.WINS,
              "No path matches, and no Ingress has a defaultBackend.",
              Optional.empty()));
    }
    for (PathRoute route : table.defaults()) {
      steps.add(
          new DefaultStep(
              route.backend().display(),
              Verdict.WINS,
              table.defaults().size() > 1
                  ? "The defaultBackend of any Ingress is that of all hosts; of several, the last"
                      + " one processed counts, which is chance."
                  : "The defaultBackend of any Ingress is that of all hosts.",
              Optional.of(route.at())));
    }
  }

  private Decision decision() {
    Optional<String> unknown = unknown();
    if (unknown.isPresent()) {
      return new Decision(
          answer.outcome(), new Trace(steps), Confidence.UNKNOWN, unknown.orElseThrow());
    }
    Optional<String> modelled = modelled();
    return new Decision(
        answer.outcome(),
        new Trace(steps),
        modelled.isPresent() ? Confidence.MODELLED : Confidence.EXACT,
        modelled.orElse("Rules of this kind were compared with answers of the real controller."));
  }

  private Optional<String> unknown() {
    for (PathRoute acl : table.acls()) {
      Acl condition = acl.acl().orElseThrow();
      if (!condition.isKnown() && HaproxyTable.isHost(acl.host(), HaproxyTable.host(request))) {
        return Optional.of("The condition " + condition.text() + " of route-acl is not modelled.");
      }
    }
    if (answer.row() == null) {
      return Optional.empty();
    }
    PathRoute route = answer.row().route();
    return route
        .rules()
        .annotations()
        .unknown()
        .or(route.service()::unknown)
        .map(key -> "The annotation " + key + " may change the answer and is not modelled.")
        .or(() -> route.rules().doubt());
  }

  /** What of the answer is read from the sources only. */
  private Optional<String> modelled() {
    String source = " This was read from the controller's source.";
    Row row = answer.row();
    return switch (answer.stage()) {
      case REJECTED -> Optional.of("HAProxy was seen to refuse such a line." + source);
      case BAD_REQUEST -> Optional.of("HAProxy was seen to answer so to such a request.");
      case NO_TLS -> Optional.of("No certificate is among the files." + source);
      case OPTIONS -> Optional.of("The annotation answers OPTIONS." + source);
      case UNDECIDED, DEFAULT, ACL -> Optional.empty();
      case SSL_REDIRECT, REDIRECT, ROW -> {
        if (row == null) {
          yield Optional.empty();
        }
        if (row.isBroken()) {
          yield Optional.of("A blank in the path ends its row." + source);
        }
        HostRows rows = answer.hostRows();
        boolean hashes =
            rows != null
                && row.route().rules().isAny()
                && rows.tries().stream()
                    .anyMatch(
                        other ->
                            other != row
                                && other.map() == row.map()
                                && other.path().equals(row.path())
                                && other.route().backendName().equals(row.route().backendName()));
        yield hashes
            ? Optional.of("Hashes of annotations decide between Ingresses." + source)
            : Optional.empty();
      }
    };
  }
}
