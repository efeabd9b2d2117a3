package io.github.ingressdesigner.dialect.f5nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.F5NginxDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.differential.Comparison;
import io.github.ingressdesigner.differential.NginxConfig;
import io.github.ingressdesigner.differential.RandomIngresses;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server blocks that the dialect says that F5's controller writes, in a real NGINX. */
class F5NginxDifferentialTest {
  private static final long SEED = 20_261_128;
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final List<String> ANNOTATIONS =
      List.of("nginx.org/path-regex: case_sensitive", "nginx.org/path-regex: exact");

  @TempDir private Path folder;

  @Test
  void nginxChoosesTheSameLocationAndSendsTheSamePath() throws IOException {
    Path program = RealProgram.require("nginx");
    System.out.println("NGINX is asked for F5's controller with seed " + SEED);
    RandomIngresses generator = new RandomIngresses(SEED);
    Comparison comparison = new Comparison("NGINX");
    while (comparison.asked() < SETS * REQUESTS) {
      String manifest = generator.manifest(ANNOTATIONS);
      F5NginxDialect dialect = new F5NginxDialect(DialectConfig.NONE);
      F5NginxTable table =
          (F5NginxTable)
              dialect.compile(OwnFiles.of(Manifests.read(manifest), dialect), Optional.empty());
      Outcome first = table.find(Request.of("GET", "http://unknown.org/", Map.of()));
      if (first instanceof Outcome.ConfigRejected) {
        continue;
      }
      int port = RealProgram.freePort();
      NginxConfig config = new NginxConfig(port, RealProgram.freePort());
      fill(config, table);
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real = words(http.get(host, target));
          List<String> ours =
              words(table.find(Request.of("GET", "http://" + host + target, Map.of())));
          comparison.add(host + target, real, ours, real.contains(":80 "), manifest);
        }
      }
    }
    comparison.holds(2_000, 6);
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

  private static void fill(NginxConfig config, F5NginxTable table) {
    table
        .servers()
        .forEach(
            (host, owners) -> {
              List<String> locations = new ArrayList<>();
              for (Location<PathRoute> location : owners.getFirst().locations().all()) {
                locations.add(
                    config.sends(
                        location.generated(), location.route().backend().display(), "", ""));
              }
              config.add(host, locations);
            });
    if (!table.servers().containsKey("")) {
      config.add("", List.of("return 404;"));
    }
  }
}
