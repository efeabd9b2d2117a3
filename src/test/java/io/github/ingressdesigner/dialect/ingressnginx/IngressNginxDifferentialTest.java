package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.IngressNginxDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.dialect.OwnFiles;
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

/** The servers that the dialect says that ingress-nginx writes, in a real NGINX. */
class IngressNginxDifferentialTest {
  private static final long SEED = 20_261_129;
  private static final int REQUESTS = 60;
  private static final int ALL = 40 * REQUESTS;
  private static final String PREFIX = "nginx.ingress.kubernetes.io/";
  private static final List<String> ANNOTATIONS =
      List.of(
          PREFIX + "use-regex: 'true'",
          PREFIX + "rewrite-target: /new",
          PREFIX + "app-root: /start",
          PREFIX + "permanent-redirect: https://else.example.org/x",
          PREFIX + "server-alias: c.example.com",
          PREFIX + "from-to-www-redirect: 'true'");

  @TempDir private Path folder;

  @Test
  void nginxChoosesTheSameLocationAndSendsTheSamePath() throws IOException {
    Path program = RealProgram.require("nginx");
    System.out.println("NGINX is asked for ingress-nginx with seed " + SEED);
    RandomIngresses generator = new RandomIngresses(SEED);
    IngressNginxDialect dialect = new IngressNginxDialect(DialectConfig.NONE);
    List<String> differences = new ArrayList<>();
    int asked = 0;
    int reached = 0;
    while (asked < ALL) {
      String manifest = generator.manifest(ANNOTATIONS);
      IngressNginxTable table =
          (IngressNginxTable)
              dialect.compile(OwnFiles.of(Manifests.read(manifest), dialect), Optional.empty());
      if (table.servers().rejection().isPresent()) {
        continue;
      }
      int port = RealProgram.freePort();
      NginxConfig config = new NginxConfig(port, RealProgram.freePort());
      table.configuration().forEach(server -> add(config, server));
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real = words(http.get(host, target)).replace(":" + port, "");
          List<String> ours =
              words(table.find(Request.of("GET", "http://" + host + target, Map.of())));
          asked++;
          reached += real.contains(":80 ") ? 1 : 0;
          if (!ours.contains(real)) {
            differences.add(
                "%s%s: NGINX %s, we %s%n%s".formatted(host, target, real, ours, manifest));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(reached).as("answers of backends").isGreaterThan(asked / 6);
  }

  private static void add(NginxConfig config, ServerBlock server) {
    List<String> directives = new ArrayList<>();
    server.before().forEach(d -> directives.add(d.endsWith("}") ? d : d + ";"));
    for (ServerBlock.LocationBlock location : server.locations()) {
      StringBuilder before = new StringBuilder();
      location.directives().forEach(d -> before.append(d.endsWith("}") ? d : d + ";").append(' '));
      directives.add(
          location.backend().isPresent()
              ? config.sends(location.opening(), location.backend().get(), before.toString(), "")
              : location.opening() + " { " + before + "}");
    }
    String names = String.join(" ", server.names());
    boolean any = server.names().contains("_") || server.names().contains("\"_\"");
    config.add(any ? "" : names, directives);
  }

  private static String words(RawHttp.Answer answer) {
    return switch (answer.status()) {
      case 200 -> answer.body().startsWith("default ") ? "default" : answer.body();
      case 301, 302, 308 -> answer.status() + " " + answer.headers().get("location");
      default -> Integer.toString(answer.status());
    };
  }

  private static List<String> words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> List.of(to.backend().display() + " " + to.upstreamPath());
      case Outcome.Redirect redirect -> List.of(redirect.status() + " " + redirect.location());
      case Outcome.Status status -> List.of(Integer.toString(status.status()));
      case Outcome.ControllerDefault _ -> List.of("default");
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome()).stream()).toList();
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> List.of(outcome.toString());
      case Outcome.Undecided _ -> List.of(outcome.toString());
    };
  }
}
