package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.compare.Unreachable.Hidden;
import io.github.ingressdesigner.compare.Unreachable.Kind;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a path by requests that are written like it: a few for each path, so that all of a large
 * workspace can be asked while somebody types. {@link Unreachable} asks every class of requests and
 * is sure; this only finds who is suspect.
 */
public final class OwnRequests {
  private OwnRequests() {}

  /**
   * A path to ask for.
   *
   * @param ingress {@code namespace/name}
   * @param path plain text, no expression
   */
  public record Asked(Location at, String ingress, String host, PathType type, String path) {}

  /** What keeps all of its own requests away; empty where one of them arrives. */
  public static Optional<Hidden> hidden(RouteTable table, Asked asked) {
    List<Request> requests = requests(asked);
    for (Request request : requests) {
      if (table.find(request).places().contains(asked.at())) {
        return Optional.empty();
      }
    }
    Optional<Probe> best = Optional.empty();
    for (Request request : requests) {
      Probe probe = Probe.of(table.explain(request), asked.at(), request);
      if (probe.arrives()) {
        return Optional.empty();
      }
      if (best.isEmpty() || probe.fit() > best.get().fit()) {
        best = Optional.of(probe);
      }
    }
    return best.map(probe -> hidden(asked, probe));
  }

  private static Hidden hidden(Asked asked, Probe probe) {
    Kind kind =
        probe.outcome() instanceof Outcome.ConfigRejected
            ? Kind.REJECTED
            : probe.isBeaten()
                ? Kind.BEHIND
                : probe.verdict().isEmpty() ? Kind.LEFT_OUT : Kind.NEVER_MATCHES;
    return new Hidden(
        kind,
        asked.at(),
        asked.ingress(),
        asked.host(),
        asked.type(),
        asked.path(),
        kind == Kind.BEHIND ? probe.winner() : Optional.empty(),
        probe.request(),
        probe.outcome(),
        probe.reason(),
        kind == Kind.BEHIND ? probe.winnerReason() : "",
        false);
  }

  private static List<Request> requests(Asked asked) {
    String host =
        asked.host().isEmpty()
            ? "zq.invalid"
            : asked.host().replace("*", "zq").toLowerCase(Locale.ROOT);
    String path = asked.path().startsWith("/") ? asked.path() : "/";
    List<String> paths = new ArrayList<>(List.of(path));
    if (asked.type() != PathType.EXACT) {
      paths.add(path.endsWith("/") ? path + "zq" : path + "/zq");
    }
    List<Request> requests = new ArrayList<>();
    for (String scheme : List.of("https", "http")) {
      for (String text : paths) {
        try {
          requests.add(Request.literal("GET", scheme + "://" + host + text, Map.of()));
        } catch (IllegalArgumentException e) {
          return List.of(); // no client can ask for that host
        }
      }
    }
    return requests;
  }
}
