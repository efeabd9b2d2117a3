package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.envoy.EnvoyPath;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Answer;
import io.github.ingressdesigner.dialect.gatewayapi.GatewayApiTable.Stage;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the listener, the hostname and the rule. A request does not tell which Gateway it is sent
 * to: of several the one answers that comes furthest, the first of the files among equals.
 */
final class Gateways {
  private final List<ListenerRoutes> all;
  private final List<List<ListenerRoutes>> gateways;

  /**
   * @param listeners of all Gateways, as they stand in the files
   */
  Gateways(Collection<ListenerRoutes> listeners) {
    all = List.copyOf(listeners);
    Map<String, List<ListenerRoutes>> byName = new LinkedHashMap<>();
    for (ListenerRoutes one : all) {
      byName.computeIfAbsent(one.listener.gatewayName(), name -> new ArrayList<>()).add(one);
    }
    gateways = List.copyOf(byName.values());
  }

  List<ListenerRoutes> listeners() {
    return all;
  }

  boolean isOne() {
    return gateways.size() <= 1;
  }

  Answer decide(Request request) {
    boolean tls = request.scheme().equals("https");
    boolean byPort = false;
    for (ListenerRoutes one : all) {
      byPort |= one.listener.tls() == tls && one.listener.port() == request.port();
    }
    Answer best = null;
    for (List<ListenerRoutes> gateway : gateways) {
      Answer answer = decide(request, gateway, tls, byPort);
      if (answer.stage() == Stage.ROUTE) {
        return answer;
      }
      if (best == null || answer.stage().compareTo(best.stage()) > 0) {
        best = answer;
      }
    }
    return best != null ? best : decide(request, List.of(), tls, false);
  }

  private static Answer decide(
      Request request, List<ListenerRoutes> gateway, boolean tls, boolean byPort) {
    String host = HostIndex.lower(request.host());
    ListenerRoutes own = listener(request, gateway, host, tls, byPort);
    ListenerRoutes named = own;
    if (tls) {
      String name = HostIndex.lower(request.serverName().orElse(host));
      named = name.equals(host) ? own : listener(request, gateway, name, true, byPort);
      if (named == null) {
        return new Answer(
            Stage.NO_CERTIFICATE, new Outcome.TlsRefused(request.serverName().orElse(host)), null);
      }
    }
    String path = EnvoyPath.of(request, true);
    if (path == null) {
      return new Answer(Stage.BAD_REQUEST, new Outcome.Status(400, Optional.empty()), null);
    }
    if (own != named) {
      return new Answer(Stage.MISDIRECTED, Outcomes.misdirected(), path, named, null, null);
    }
    Outcome none = new Outcome.Status(404, Optional.empty());
    if (own == null) {
      return new Answer(Stage.NO_LISTENER, none, path);
    }
    ListenerRoutes.Host routes = own.find(host);
    if (routes == null) {
      return new Answer(Stage.NO_HOST, none, path, own, null, null);
    }
    Candidate winner =
        routes.paths().firstRoute(path, candidate -> candidate.match().accepts(request));
    if (winner == null) {
      return new Answer(Stage.NO_ROUTE, none, path, own, routes, null);
    }
    Outcome outcome = Outcomes.of(winner, own.listener, request, path);
    return new Answer(Stage.ROUTE, outcome, path, own, routes, winner);
  }

  /** The listener with the most specific hostname; a port counts where some listener has it. */
  private static @Nullable ListenerRoutes listener(
      Request request, List<ListenerRoutes> gateway, String host, boolean tls, boolean byPort) {
    ListenerRoutes best = null;
    for (ListenerRoutes one : gateway) {
      Listener listener = one.listener;
      boolean fits =
          listener.tls() == tls
              && (!byPort || listener.assumed() || listener.port() == request.port())
              && listener.takes(host);
      if (fits && (best == null || isMoreSpecific(listener, best.listener))) {
        best = one;
      }
    }
    return best;
  }

  private static boolean isMoreSpecific(Listener a, Listener b) {
    boolean exactA = !a.hostname().isEmpty() && !Hostnames.isWildcard(a.hostname());
    boolean exactB = !b.hostname().isEmpty() && !Hostnames.isWildcard(b.hostname());
    return exactA != exactB ? exactA : a.hostname().length() > b.hostname().length();
  }
}
