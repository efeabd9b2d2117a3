package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.ingressnginx.IngressNginxTable.Answer;
import io.github.ingressdesigner.dialect.ingressnginx.IngressNginxTable.Stage;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.model.PathType;
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
        paths(seen, server, answer.pick());
      }
      steps.addAll(new Consequences(table, request, answer).steps());
    }
    leftOut();
    return decision();
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
          steps.add(
              new NoteStep(
                  "NGINX refuses the request itself: two Host headers, two dots in a row in the"
                      + " host, a bad escape, a NUL, or a path above the root.",
                  Optional.empty()));
      case Outcome.Redirect _, Outcome.TlsRefused _, Outcome.Split _ -> {}
    }
  }

  private void request(NginxRequest seen) {
    List<String> parts = new ArrayList<>();
    if (!seen.host().equals(request.host())) {
      parts.add("The host counts as " + seen.host() + ".");
    }
    if (!seen.uri().equals(request.path())) {
      parts.add(
          "The path counts as "
              + seen.uri()
              + ": NGINX decodes it once, merges slashes and resolves dots before it matches.");
    }
    if (!parts.isEmpty()) {
      steps.add(new RequestStep(String.join(" ", parts)));
    }
  }

  private void host(NginxRequest seen, Server server) {
    Optional<io.github.ingressdesigner.model.Location> at = server.rules.stream().findFirst();
    boolean any = server.host.equals(Server.ANY);
    if (answer.stage() == Stage.OTHER_NAME) {
      steps.add(
          new HostStep(
              seen.host(),
              Verdict.WINS,
              "from-to-www-redirect of "
                  + server.host
                  + " makes a server of its own for this name.",
              at));
      return;
    }
    if (any) {
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
    return server.aliases.isEmpty() || server.host.startsWith("*.")
        ? "It takes exactly one label before its suffix, and no server has the very name."
        : "The host is an alias of " + server.host + ".";
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

  private void paths(NginxRequest seen, Server server, Locations.Pick<Block> pick) {
    Map<io.github.ingressdesigner.model.Location, List<Location<Block>>> byPath =
        new LinkedHashMap<>();
    List<Location<Block>> order = new ArrayList<>(server.locations().all());
    if (!server.isRegex()) {
      order.sort((a, b) -> Boolean.compare(isPrefix(a), isPrefix(b)));
    }
    for (Location<Block> location : order) {
      if (location.route().isPath) {
        byPath
            .computeIfAbsent(location.route().at.orElseThrow(), a -> new ArrayList<>(2))
            .add(location);
      }
    }
    int rank = 0;
    int unlisted = 0;
    for (List<Location<Block>> blocks : byPath.values()) {
      rank++;
      boolean wins = blocks.contains(pick.location());
      boolean takes = wins || blocks.stream().anyMatch(l -> Locations.takes(l, seen.uri()));
      if (rank <= MOST || takes) {
        steps.add(step(rank, server, blocks, pick, wins, takes, seen));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      steps.add(new NoteStep(unlisted + " more paths do not match.", Optional.empty()));
    }
    implicit(server, pick);
  }

  private static boolean isPrefix(Location<Block> location) {
    return location.modifier() == Location.Modifier.PREFIX;
  }

  private PathStep step(
      int rank,
      Server server,
      List<Location<Block>> blocks,
      Locations.Pick<Block> pick,
      boolean wins,
      boolean takes,
      NginxRequest seen) {
    Block block = blocks.getFirst().route();
    Location<Block> shown = wins ? pick.location() : blocks.getFirst();
    String reason =
        wins
            ? PathReasons.wins(server, pick)
            : takes
                ? PathReasons.beaten(server, pick.location())
                : PathReasons.noMatch(server, block, seen.uri());
    return new PathStep(
        rank,
        block.written,
        block.path,
        block.upstream.backend.display(),
        wins ? Verdict.WINS : takes ? Verdict.BEATEN : Verdict.NO_MATCH,
        reason,
        block.at.orElseThrow(),
        Optional.of(shown.generated()));
  }

  /** The location / that every server has, where no rule took it over. */
  private void implicit(Server server, Locations.Pick<Block> pick) {
    Block block = pick.location().route();
    if (block.isPath || block.status > 0) {
      return;
    }
    boolean own = block.isDefault;
    String whose =
        block.owner == null
            ? ""
            : " It carries the annotations of " + block.owner.name() + ", which made this server.";
    steps.add(
        new DefaultStep(
            own ? "default backend" : block.upstream.backend.display(),
            Verdict.WINS,
            (own
                    ? "No path matches, so the location / that every server has answers."
                    : "No path matches, so spec.defaultBackend answers.")
                + (server.host.equals(Server.ANY) ? "" : whose),
            block.at));
  }

  private void leftOut() {
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      steps.add(new NoteStep(out.reason(), Optional.of(out.ingress())));
    }
  }

  private Decision decision() {
    Confidence confidence = Confidence.EXACT;
    String basis = "Rules of this kind were compared with answers of the real controller.";
    Optional<Rules> rules =
        Optional.ofNullable(answer.pick()).map(pick -> pick.location().route().rules);
    Optional<String> unknown = rules.flatMap(this::unknown);
    if (answer.stage() == Stage.CLIENT_CERTIFICATE || answer.stage() == Stage.REWRITE_REDIRECT) {
      confidence = Confidence.MODELLED;
      basis = "Read from the controller's source and template.";
    }
    if (unknown.isPresent()) {
      confidence = Confidence.UNKNOWN;
      basis = "The annotation " + unknown.get() + " may change the answer and is not modelled.";
    }
    return new Decision(answer.outcome(), new Trace(steps), confidence, basis);
  }

  /** Where access is denied anyway, the rule that denies is modelled; dropped snippets are, too. */
  private Optional<String> unknown(Rules rules) {
    if (rules.denied().isPresent()) {
      return Optional.empty();
    }
    boolean snippets = table.config().isOn("allow-snippet-annotations", false);
    return rules.unknown().filter(key -> snippets || !Annotations.SNIPPETS.contains(key));
  }

  /** A path type in words. */
  static boolean isExact(Block block) {
    return block.written == PathType.EXACT;
  }
}
