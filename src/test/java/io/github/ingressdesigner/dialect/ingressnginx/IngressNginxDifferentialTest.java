package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.differential.Comparison;
import io.github.ingressdesigner.differential.NginxConfig;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
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

/** The server blocks that the dialect says that ingress-nginx writes, in a real NGINX. */
class IngressNginxDifferentialTest {
  private static final long SEED = 20_261_129;
  private static final int SETS = 60;
  private static final int REQUESTS = 60;

  @TempDir private Path folder;

  @Test
  void nginxChoosesTheSameLocationAndSendsTheSamePath() throws IOException {
    Path program = RealProgram.require("nginx");
    System.out.println("NGINX is asked for ingress-nginx with seed " + SEED);
    RandomSets generator = new RandomSets(SEED);
    Comparison comparison = new Comparison("NGINX");
    int refused = 0;
    while (comparison.asked() < SETS * REQUESTS) {
      Ask ask = generator.next();
      IngressNginxTable table = (IngressNginxTable) ask.table();
      int port = RealProgram.freePort();
      NginxConfig config = new NginxConfig(port, RealProgram.freePort());
      table.configuration().forEach(server -> add(config, server));
      Outcome first = table.find(Request.of("GET", "http://unknown.test/", Map.of()));
      if (first instanceof Outcome.ConfigRejected(String reason, var at)) {
        refused++;
        assertThat(config.isAccepted(program, folder)).as("%s %s%n%s", reason, at, ask).isFalse();
        continue;
      }
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real = cut(words(http.get(host, target)));
          Request request = Request.literal("GET", "http://" + host + target, Map.of());
          String ours = words(table.find(request));
          comparison.add(host + target, real, List.of(ours), real.startsWith("s"), ask);
        }
      } catch (IOException e) {
        throw new IOException(ask.toString(), e);
      }
    }
    System.out.println(
        "NGINX was asked %d times, a backend answered %d times; %d sets were refused by both."
            .formatted(comparison.asked(), comparison.reached(), refused));
    comparison.holds(SETS * REQUESTS, 5);
    assertThat(refused).as("configurations that NGINX refuses").isPositive();
  }

  private static void add(NginxConfig config, ServerBlock server) {
    List<String> directives = new ArrayList<>();
    // The test's port would stand in the redirect to another name.
    server.before().forEach(d -> directives.add(d.replace("$server_port", "80")));
    for (ServerBlock.LocationBlock location : server.locations()) {
      String before = String.join(" ", location.directives());
      directives.add(
          location
              .backend()
              .map(name -> config.sends(location.opening(), name, before, ""))
              .orElse(location.opening() + " { " + before + " }"));
    }
    boolean any = server.names().getFirst().equals("_");
    config.add(String.join(" ", server.names()), any, directives);
  }

  /** The controller's Lua cuts a slash at the end of the redirect to another name. */
  private static String cut(String words) {
    return words.startsWith("308 ") && words.endsWith("/")
        ? words.substring(0, words.length() - 1)
        : words;
  }

  private static String words(RawHttp.Answer answer) {
    Optional<String> location = Optional.ofNullable(answer.headers().get("location"));
    return location
        .map(url -> answer.status() + " " + url)
        .orElseGet(
            () ->
                answer.status() != 200 || answer.body().isEmpty()
                    ? Integer.toString(answer.status())
                    : answer.body().startsWith("default ") ? "default" : answer.body());
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      // What answers in the test refuses a request line without a slash.
      case Outcome.ToBackend to ->
          to.upstreamPath().startsWith("/")
              ? to.backend().display() + " " + to.upstreamPath()
              : "400";
      case Outcome.ControllerDefault _ -> "default";
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.TlsRefused _, Outcome.Split _ -> outcome.toString();
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> outcome.toString();
    };
  }
}
