package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.ingressnginx.Answer.Stage;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST_LEFT_OUT = 20;

  private final IngressNginxTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Explanation(IngressNginxTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  Decision explain() {
    NginxRequest seen = answer.seen();
    Server server = answer.server();
    if (seen == null || server == null) {
      refused();
    } else {
      request(seen);
      host(seen, server);
      if (answer.pick() != null) {
        steps.addAll(new PathSteps(seen, server, answer.pick()).steps());
      }
      steps.addAll(new Consequences(request, answer).steps());
      leftOut(seen.host());
    }
    Doubts doubts = Doubts.of(table.config(), request, answer);
    return new Decision(answer.outcome(), new Trace(steps), doubts.confidence(), doubts.basis());
  }

  private void refused() {
    switch (answer.outcome()) {
      case Outcome.ConfigRejected rejected ->
          steps.add(
              new NoteStep(
                  rejected.reason()
                      + " NGINX keeps its old configuration for all hosts, and changes of endpoints"
                      + " do not reach it either.",
                  rejected.at()));
      case Outcome.Undecided undecided ->
          steps.add(new NoteStep(undecided.reason(), Optional.empty()));
      case Outcome.Status _, Outcome.ToBackend _, Outcome.ControllerDefault _ ->
          steps.add(new NoteStep(badRequest(), Optional.empty()));
      case Outcome.Redirect _, Outcome.TlsRefused _, Outcome.Split _ -> {}
    }
  }

  private String badRequest() {
    String fact;
    if (request.headers().getOrDefault("Host", List.of()).size() > 1) {
      fact = "There are two Host headers";
    } else if (NginxRequest.of(request.withPath("/", Optional.empty())).isEmpty()) {
      fact = "The host is none: " + request.host();
    } else if (UriText.decoded(request.path()).isEmpty()) {
      fact = "A % in the path has no two hexadecimal digits behind it";
    } else {
      fact = "The path climbs above the root, or has a control character in it";
    }
    return fact + ", so NGINX answers 400 before it looks for a server.";
  }

  private void request(NginxRequest seen) {
    List<String> parts = new ArrayList<>();
    if (!seen.host().equals(request.host())) {
      parts.add("The host counts as " + seen.host() + ".");
    }
    if (!seen.uri().equals(request.path())) {
      parts.add(
          "The path counts as "
              + UriText.text(seen.uri())
              + ": NGINX decodes it once, merges slashes and resolves dots before it matches.");
    }
    if (!parts.isEmpty()) {
      steps.add(new RequestStep(String.join(" ", parts)));
    }
  }

  private void host(NginxRequest seen, Server server) {
    Optional<io.github.ingressdesigner.model.Location> at = server.rules.stream().findFirst();
    if (answer.stage() == Stage.OTHER_NAME) {
      String reason =
          "from-to-www-redirect of %s makes a server of its own for this name, which redirects."
              .formatted(server.host);
      steps.add(new HostStep(seen.host(), Verdict.WINS, reason, at));
      return;
    }
    if (server.host.equals(Server.ANY)) {
      near(seen);
      steps.add(
          new HostStep(
              "", Verdict.WINS, "No server has this name, so the default server answers.", at));
      return;
    }
    steps.add(new HostStep(server.host, Verdict.WINS, hostReason(seen, server), at));
    if (!table.servers().any().rules.isEmpty()) {
      steps.add(
          new HostStep(
              "",
              Verdict.BEATEN,
              "A host that has a server never falls back to the rules without host.",
              table.servers().any().rules.stream().findFirst()));
    }
  }

  private static String hostReason(NginxRequest seen, Server server) {
    if (server.host.equals(seen.host())) {
      return "The host is equal; all rules of all Ingresses for it are one server.";
    }
    String suffix = server.host.startsWith("*.") ? server.host.substring(1) : "";
    boolean wildcard =
        !suffix.isEmpty() && seen.host().endsWith(suffix) && !server.aliases.contains(seen.host());
    return wildcard
        ? "It takes exactly one label before its suffix, and no server has the very name."
        : "server-alias gives "
            + server.host
            + " this name too: "
            + String.join(", ", server.aliases)
            + ".";
  }

  /** A wildcard that would take more labels with other controllers. */
  private void near(NginxRequest seen) {
    for (Server server : table.servers().all()) {
      if (server.host.startsWith("*.") && seen.host().endsWith(server.host.substring(1))) {
        steps.add(
            new HostStep(
                server.host,
                Verdict.NO_MATCH,
                "A wildcard takes exactly one label of letters, digits, _ and -.",
                server.rules.stream().findFirst()));
      }
    }
  }

  private void leftOut(String host) {
    List<LeftOut> all = table.leftOutOf(host);
    for (LeftOut out : all.subList(0, Math.min(MOST_LEFT_OUT, all.size()))) {
      steps.add(new NoteStep(out.reason(), Optional.of(out.ingress())));
    }
  }
}
