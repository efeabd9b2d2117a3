package io.github.ingressdesigner.dialect.contour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.ContourDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.EnvoyConfig;
import io.github.ingressdesigner.differential.RandomIngresses;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The virtual hosts that the dialect says that Contour makes, in a real Envoy. */
class ContourDifferentialTest {
  private static final long SEED = 20_261_126;
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final List<String> ANNOTATIONS =
      List.of(
          "ingress.kubernetes.io/force-ssl-redirect: 'true'",
          "kubernetes.io/ingress.allow-http: 'false'");

  @TempDir private Path folder;

  @Test
  void envoyChoosesTheSameRouteAndSendsTheSamePath() throws IOException {
    Path program = RealProgram.require("envoy");
    System.out.println("Envoy is asked for Contour with seed " + SEED);
    RandomIngresses generator = new RandomIngresses(SEED);
    List<String> differences = new ArrayList<>();
    int asked = 0;
    int reached = 0;
    for (int set = 0; set < SETS; set++) {
      String manifest = generator.manifest(ANNOTATIONS);
      ContourTable table =
          (ContourTable)
              new ContourDialect(DialectConfig.NONE)
                  .compile(Manifests.read(manifest), Optional.empty());
      int port = RealProgram.freePort();
      try (RealProgram running = config(table).start(program, port, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real = words(http.get(host, target));
          List<String> ours =
              words(table.find(Request.of("GET", "http://" + host + target, Map.of())));
          asked++;
          reached += real.contains(":80 ") ? 1 : 0;
          if (!ours.contains(real)) {
            differences.add(
                "%s%s: Envoy %s, we %s%n%s".formatted(host, target, real, ours, manifest));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(reached).as("answers of backends").isGreaterThan(asked / 6);
    assertThat(asked).isGreaterThanOrEqualTo(2_000);
  }

  private static String words(RawHttp.Answer answer) {
    return switch (answer.status()) {
      case 200 -> answer.body();
      case 301 -> "301 " + answer.headers().get("location");
      default -> Integer.toString(answer.status());
    };
  }

  private static List<String> words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> List.of(to.backend().display() + " " + to.upstreamPath());
      case Outcome.Redirect redirect -> List.of(redirect.status() + " " + redirect.location());
      case Outcome.Status status -> List.of(Integer.toString(status.status()));
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome()).stream()).toList();
      case Outcome.ControllerDefault _, Outcome.TlsRefused _ -> List.of(outcome.toString());
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> List.of(outcome.toString());
    };
  }

  /** As internal/envoy/v3 writes it: a wildcard host asks for one label by a header. */
  private static EnvoyConfig config(ContourTable table) {
    EnvoyConfig config = new EnvoyConfig();
    for (VirtualHost host : table.hosts(Request.of("GET", "http://x/", Map.of())).all()) {
      Set<Condition> done = new HashSet<>();
      List<String> routes = new ArrayList<>();
      for (PathRoute route : host.order()) {
        if (done.add(route.condition())) {
          String match = match(route.condition()) + label(host.host());
          routes.add(
              route.redirects()
                  ? EnvoyConfig.redirects(match)
                  : EnvoyConfig.answers(route.backend().display(), match));
        }
      }
      config.add(host.host().isEmpty() ? "*" : host.host(), routes);
    }
    return config;
  }

  private static String match(Condition condition) {
    String text = EnvoyConfig.quoted(condition.text());
    return switch (condition.kind()) {
      case EXACT -> "\"path\":" + text;
      case SEGMENT -> "\"path_separated_prefix\":" + text;
      case STRING -> "\"prefix\":" + text;
      case REGEX -> "\"safe_regex\":{\"regex\":%s}".formatted(text);
    };
  }

  private static String label(String host) {
    if (!host.startsWith("*.")) {
      return "";
    }
    String regex =
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?" + host.substring(1).replace(".", "\\.") + "(:[0-9]+)?";
    return ",\"headers\":[{\"name\":\":authority\",\"string_match\":{\"safe_regex\":{\"regex\":%s}}}]"
        .formatted(EnvoyConfig.quoted(regex));
  }
}
