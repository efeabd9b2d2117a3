package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths of the chosen server in the order in which NGINX tries them. */
final class PathSteps {
  private static final int MOST = 200;

  private final NginxRequest seen;
  private final Server server;
  private final Locations.Pick<Block> pick;
  private final List<Step> steps = new ArrayList<>();

  PathSteps(NginxRequest seen, Server server, Locations.Pick<Block> pick) {
    this.seen = seen;
    this.server = server;
    this.pick = pick;
  }

  List<Step> steps() {
    int rank = 0;
    int unlisted = 0;
    for (List<Location<Block>> blocks : byPath().values()) {
      rank++;
      boolean wins = blocks.contains(pick.location());
      boolean takes = wins || blocks.stream().anyMatch(l -> Locations.takes(l, seen.uri()));
      if (rank <= MOST || takes) {
        steps.add(step(rank, blocks, wins, takes));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      steps.add(new NoteStep(unlisted + " more paths do not match.", Optional.empty()));
    }
    implicit();
    return steps;
  }

  private Map<io.github.ingressdesigner.model.Location, List<Location<Block>>> byPath() {
    Map<io.github.ingressdesigner.model.Location, List<Location<Block>>> byPath =
        new LinkedHashMap<>();
    List<Location<Block>> order = new ArrayList<>(server.locations().all());
    if (!server.isRegex()) {
      // A Prefix has a "=" location too; as a candidate it still stands among the prefixes.
      order.sort(
          Comparator.comparing((Location<Block> l) -> !isExact(l))
              .thenComparing(l -> l.route().path, MutableBlock.LONGEST_PATH_FIRST));
    }
    for (Location<Block> location : order) {
      if (location.route().isPath) {
        byPath
            .computeIfAbsent(location.route().at.orElseThrow(), a -> new ArrayList<>(2))
            .add(location);
      }
    }
    return byPath;
  }

  private static boolean isExact(Location<Block> location) {
    return location.route().written == PathType.EXACT;
  }

  private PathStep step(int rank, List<Location<Block>> blocks, boolean wins, boolean takes) {
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
  private void implicit() {
    Block block = pick.location().route();
    if (block.isPath || block.status > 0) {
      return;
    }
    boolean own = block.isDefault;
    boolean any = server.host.equals(Server.ANY);
    String whose =
        block.owner == null || any
            ? ""
            : " It carries the annotations of " + block.owner.name() + ", which made this server.";
    steps.add(
        new DefaultStep(
            own ? "default backend" : block.upstream.backend.display(),
            Verdict.WINS,
            (own
                    ? "No path matches, so the location / that every server has answers."
                    : "No path matches, so spec.defaultBackend answers.")
                + whose,
            block.at));
  }
}
