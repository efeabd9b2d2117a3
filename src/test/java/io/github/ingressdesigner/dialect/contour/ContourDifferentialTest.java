package io.github.ingressdesigner.dialect.contour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.ContourDialect;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The virtual hosts that the dialect says that Contour makes, in a real Envoy. */
class ContourDifferentialTest {
  private static final long SEED = 20_261_126;
  private static final int SETS = 60;
  private static final int REQUESTS = 60;

  private final EnvoyQuestions questions = new EnvoyQuestions();
  private final Map<Location, String> names = new HashMap<>();

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void envoyChoosesTheSameRouteAndSendsTheSamePath() throws IOException {
    System.out.println("Envoy is asked for Contour with seed " + SEED);
    RandomRoutes generator = new RandomRoutes(SEED);
    for (int set = 0; set < SETS; set++) {
      String manifest = generator.manifest();
      ContourTable table =
          (ContourTable)
              new ContourDialect(DialectConfig.NONE)
                  .compile(Manifests.read(manifest), Optional.empty());
      names.clear();
      for (boolean tls : List.of(false, true)) {
        Request any = Request.of("GET", tls ? "https://x/" : "http://x/", Map.of());
        int listener = questions.listen(routes(table.hosts(any), tls));
        for (int i = 0; i < (tls ? REQUESTS / 3 : REQUESTS); i++) {
          Request request = generator.request(tls);
          List<String> ours = words(table.find(request), request);
          questions.add(listener, request, ours, manifest);
        }
      }
    }
    questions.ask(folder, ContourDifferentialTest::words).holds(2_000, 6);
    assertThat(questions.statuses().keySet()).contains("200", "301", "404", "503");
  }

  private static String words(RawHttp.Answer answer) {
    return switch (answer.status()) {
      case 200 -> answer.body();
      case 301 -> "301 " + answer.headers().get("location");
      default -> Integer.toString(answer.status());
    };
  }

  private List<String> words(Outcome outcome, Request request) {
    String port = request.port() == 80 ? "" : ":" + request.port();
    return switch (outcome) {
      case Outcome.ToBackend to ->
          List.of(
              names.get(to.at().orElseThrow())
                  + " "
                  + request.host()
                  + port
                  + " "
                  + to.upstreamPath());
      case Outcome.Redirect redirect -> List.of(redirect.status() + " " + redirect.location());
      case Outcome.Status status -> List.of(Integer.toString(status.status()));
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome(), request).stream()).toList();
      // The listeners here speak no TLS: a server name that no certificate has is an unknown host.
      case Outcome.TlsRefused _ -> List.of("404", "400");
      case Outcome.ControllerDefault _, Outcome.ConfigRejected _, Outcome.Undecided _ ->
          List.of(outcome.toString());
    };
  }

  /** As internal/envoy/v3 writes them. */
  private EnvoyRoutes routes(VirtualHosts hosts, boolean tls) {
    EnvoyRoutes all = new EnvoyRoutes();
    for (VirtualHost host : hosts.all()) {
      Set<Condition> done = new HashSet<>();
      List<Map<String, Object>> routes = new ArrayList<>();
      for (PathRoute route : host.order()) {
        String name = names.computeIfAbsent(route.at(), at -> "r" + names.size());
        Map<String, Object> match = match(route.condition(), host.host());
        if (!done.add(route.condition())) {
          continue;
        }
        if (route.redirects() && !tls) {
          routes.add(EnvoyRoutes.redirect(match, Map.of("https_redirect", true)));
        } else if (route.ready()) {
          routes.add(EnvoyRoutes.forward(name, match, Map.of()));
        } else {
          routes.add(EnvoyRoutes.forwardToNone(name, match));
        }
      }
      all.add(host.host().isEmpty() ? "*" : host.host(), routes);
    }
    return all;
  }

  private static Map<String, Object> match(Condition condition, String host) {
    Map<String, Object> match = new LinkedHashMap<>();
    switch (condition.kind()) {
      case EXACT -> match.put("path", condition.text());
      case SEGMENT -> match.put("path_separated_prefix", condition.text());
      case STRING -> match.put("prefix", condition.text());
      case REGEX -> match.put("safe_regex", EnvoyRoutes.regex(condition.text()));
    }
    if (host.startsWith("*.")) {
      String one =
          "^[a-z0-9]([-a-z0-9]*[a-z0-9])?" + Pattern.quote(host.substring(1)) + "(:[0-9]+)?";
      Map<String, Object> value = Map.of("safe_regex", EnvoyRoutes.regex(one));
      match.put("headers", List.of(Map.of("name", ":authority", "string_match", value)));
    }
    return match;
  }
}
