package io.github.ingressdesigner.dialect.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.GatewayApiDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.EnvoyQuestions;
import io.github.ingressdesigner.differential.EnvoyRoutes;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The virtual hosts and routes that HTTPRoutes mean to the dialect, in a real Envoy. */
class GatewayApiDifferentialTest {
  private static final long SEED = 20_261_127;
  private static final int SETS = 60;
  private static final int REQUESTS = 80;

  private final EnvoyQuestions questions = new EnvoyQuestions();
  private final Map<Location, String> names = new HashMap<>();

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void envoyChoosesTheSameRouteAndChangesTheSame() throws IOException {
    System.out.println("Envoy is asked for Gateway API with seed " + SEED);
    RandomRoutes generator = new RandomRoutes(SEED);
    for (int set = 0; set < SETS; set++) {
      String manifest = generator.manifest();
      GatewayApiTable table =
          (GatewayApiTable)
              new GatewayApiDialect(DialectConfig.NONE)
                  .compile(Manifests.read(manifest), Optional.empty());
      names.clear();
      List<Integer> ports =
          table.listeners().stream().map(l -> l.listener.port()).distinct().toList();
      List<Integer> listeners = new ArrayList<>();
      for (int port : ports) {
        listeners.add(questions.listen(routes(table, port)));
      }
      for (int i = 0; i < REQUESTS; i++) {
        Request request = generator.request(ports);
        List<String> ours = words(table.find(request), request);
        int listener = listeners.get(ports.indexOf(request.port()));
        questions.add(listener, request, ours, manifest);
      }
    }
    questions.ask(folder, GatewayApiDifferentialTest::words).holds(2_000, 6);
    assertThat(questions.statuses().keySet()).contains("200", "302", "308", "404", "500", "503");
  }

  /** A usual port of the scheme, which Envoy prints where it is set, does not count. */
  private static String words(RawHttp.Answer answer) {
    String location = answer.headers().get("location");
    return location != null
        ? answer.status()
            + " "
            + location
                .replaceFirst("^(http://[^/]*):80(?=/)", "$1")
                .replaceFirst("^(https://[^/]*):443(?=/)", "$1")
        : answer.status() == 200 ? answer.body() : Integer.toString(answer.status());
  }

  private List<String> words(Outcome outcome, Request request) {
    String host = request.host() + (request.port() == 80 ? "" : ":" + request.port());
    return switch (outcome) {
      case Outcome.ToBackend to ->
          List.of(
              names.get(to.at().orElseThrow())
                  + to.backend().display()
                  + " "
                  + to.upstreamHost().orElse(host)
                  + " "
                  + to.upstreamPath());
      case Outcome.Redirect redirect -> List.of(redirect.status() + " " + redirect.location());
      case Outcome.Status status -> List.of(Integer.toString(status.status()));
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome(), request).stream()).toList();
      case Outcome.ControllerDefault _, Outcome.TlsRefused _ -> List.of(outcome.toString());
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> List.of(outcome.toString());
    };
  }

  /** Virtual hosts of one port: a listener keeps its hosts from the less specific ones. */
  private EnvoyRoutes routes(GatewayApiTable table, int port) {
    EnvoyRoutes all = new EnvoyRoutes();
    List<String> done = new ArrayList<>();
    List<ListenerRoutes> open =
        table.listeners().stream().filter(l -> l.listener.port() == port).toList();
    for (ListenerRoutes own : open) {
      for (ListenerRoutes.Host host : own.all()) {
        if (open.stream().noneMatch(other -> takesFrom(other, own, host.hostname()))
            && !done.contains(host.hostname())) {
          done.add(host.hostname());
          List<Map<String, Object>> routes =
              host.order().stream().map(c -> route(c, own.listener)).toList();
          all.add(host.hostname().isEmpty() ? "*" : host.hostname(), routes);
        }
      }
    }
    for (ListenerRoutes own : open) {
      String hostname = own.listener.hostname();
      if (!hostname.isEmpty() && !done.contains(hostname)) {
        done.add(hostname);
        all.add(hostname, List.of());
      }
    }
    return all;
  }

  private static boolean takesFrom(ListenerRoutes other, ListenerRoutes own, String hostname) {
    String name = other.listener.hostname();
    return name.length() > own.listener.hostname().length()
        && Hostnames.intersection(name, hostname).equals(Optional.of(hostname));
  }

  private Map<String, Object> route(Candidate candidate, Listener listener) {
    Match match = candidate.match();
    Map<String, Object> taken = EnvoyMatch.of(match);
    HttpRule rule = candidate.rule();
    if (rule.redirect().isPresent()) {
      return EnvoyRoutes.redirect(
          taken, EnvoyChange.redirect(rule.redirect().get(), match, listener.port()));
    }
    String name = names.computeIfAbsent(match.at(), at -> "r" + names.size() + "/");
    List<EnvoyRoutes.Share> shares =
        rule.targets().stream()
            .filter(target -> target.weight() > 0)
            .map(
                target ->
                    new EnvoyRoutes.Share(
                        name + target.backend().display(), target.weight(), kind(target)))
            .toList();
    boolean fails = shares.stream().allMatch(s -> s.kind() == EnvoyRoutes.Share.Kind.FAILING);
    return fails
        ? EnvoyRoutes.answer(taken, 500)
        : EnvoyRoutes.shared(
            shares, taken, rule.rewrite().map(r -> EnvoyChange.rewrite(r, match)).orElse(Map.of()));
  }

  private static EnvoyRoutes.Share.Kind kind(HttpRule.Target target) {
    return target.problem().isPresent()
        ? EnvoyRoutes.Share.Kind.FAILING
        : target.ready()
            ? EnvoyRoutes.Share.Kind.FORWARDED
            : EnvoyRoutes.Share.Kind.WITHOUT_ENDPOINTS;
  }
}
