package io.github.ingressdesigner.dialect.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.GatewayApiDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.EnvoyConfig;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The virtual hosts and routes that HTTPRoutes mean to the dialect, in a real Envoy. */
class GatewayApiDifferentialTest {
  private static final long SEED = 20_261_127;
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final List<String> HOSTNAMES =
      List.of("a.example.com", "b.example.com", "'*.example.com'", "'*.b.example.com'", "");
  private static final List<String> NAMES =
      List.of(
          "a.example.com", "c.example.com", "x.y.b.example.com", "A.EXAMPLE.com", "example.com");
  private static final List<String> PATHS =
      List.of("/", "/api", "/api/", "/api/v1", "/apiary", "/a.b", "/v1/x");

  private static final List<String> EXPRESSIONS = List.of("/api/v[0-9]+", "/a.b", "/(v1|v2)/.*");

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void envoyChoosesTheSameRoute() throws IOException {
    Path program = RealProgram.require("envoy");
    System.out.println("Envoy is asked for Gateway API with seed " + SEED);
    List<String> differences = new ArrayList<>();
    int asked = 0;
    int reached = 0;
    for (int set = 0; set < SETS; set++) {
      String manifest = manifest();
      GatewayApiTable table =
          (GatewayApiTable)
              new GatewayApiDialect(DialectConfig.NONE)
                  .compile(Manifests.read(manifest), Optional.empty());
      int port = RealProgram.freePort();
      try (RealProgram running = config(table).start(program, port, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          Request request = request();
          Map<String, String> headers = new LinkedHashMap<>();
          request.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
          String real =
              words(http.send(request.method(), request.host(), request.target(), headers));
          String ours = words(table.find(request));
          asked++;
          reached += real.contains(":80 ") ? 1 : 0;
          if (!ours.equals(real)) {
            differences.add("%s: Envoy %s, we %s%n%s".formatted(request, real, ours, manifest));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(reached).as("answers of backends").isGreaterThan(asked / 6);
    assertThat(asked).isGreaterThanOrEqualTo(2_000);
  }

  private String manifest() {
    StringBuilder yaml = new StringBuilder();
    for (int r = 0; r < 1 + random.nextInt(4); r++) {
      yaml.append("---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n");
      yaml.append("metadata: {name: r").append(r).append("}\nspec:\n");
      yaml.append("  parentRefs: [{name: g}]\n");
      String hostname = any(HOSTNAMES);
      if (!hostname.isEmpty()) {
        yaml.append("  hostnames: [").append(hostname).append("]\n");
      }
      yaml.append("  rules:\n");
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        yaml.append("  - matches:\n");
        for (int m = 0; m < 1 + random.nextInt(2); m++) {
          yaml.append("    - ").append(match()).append('\n');
        }
        yaml.append("    backendRefs: [{name: s%d-%d, port: 80}]%n".formatted(r, i));
      }
    }
    return yaml.toString();
  }

  private String match() {
    boolean expression = random.nextInt(5) == 0;
    String type = expression ? "RegularExpression" : any(List.of("Exact", "PathPrefix"));
    String path = expression ? any(EXPRESSIONS) : any(PATHS);
    StringBuilder match = new StringBuilder("{path: {type: %s, value: '%s'}".formatted(type, path));
    if (random.nextInt(4) == 0) {
      match.append(", method: ").append(any(List.of("GET", "POST")));
    }
    if (random.nextInt(4) == 0) {
      match.append(", headers: [{name: X-V, value: '%d'}]".formatted(random.nextInt(2)));
    }
    if (random.nextInt(4) == 0) {
      match.append(", queryParams: [{name: q, value: '%d'}]".formatted(random.nextInt(2)));
    }
    return match.append('}').toString();
  }

  private Request request() {
    String path = any(PATHS);
    String near =
        switch (random.nextInt(8)) {
          case 0 -> path + "/more";
          case 1 -> path + "more";
          case 2 -> "/" + path;
          case 3 -> path + "/../x";
          case 4 -> path.replace("a", "%61");
          default -> path;
        };
    String query = random.nextInt(2) == 0 ? "" : "?q=" + random.nextInt(2);
    Map<String, List<String>> headers =
        random.nextInt(2) == 0 ? Map.of() : Map.of("X-V", List.of("" + random.nextInt(2)));
    return Request.of(
        any(List.of("GET", "GET", "POST")), "http://" + any(NAMES) + near + query, headers);
  }

  private static String words(RawHttp.Answer answer) {
    return answer.status() == 200 ? answer.body() : Integer.toString(answer.status());
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.backend().display() + " " + to.upstreamPath();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect _, Outcome.Split _, Outcome.ControllerDefault _ -> outcome.toString();
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> outcome.toString();
      case Outcome.Undecided _ -> outcome.toString();
    };
  }

  private static EnvoyConfig config(GatewayApiTable table) {
    EnvoyConfig config = new EnvoyConfig();
    for (ListenerRoutes listener : table.listeners()) {
      if (listener.listener.tls()) {
        continue;
      }
      for (ListenerRoutes.Host host : listener.all()) {
        List<String> routes =
            host.order().stream()
                .map(
                    c ->
                        EnvoyConfig.answers(
                            c.rule().targets().getFirst().backend().display(), match(c.match())))
                .toList();
        config.add(host.hostname().isEmpty() ? "*" : host.hostname(), routes);
      }
    }
    return config;
  }

  private static String match(Match match) {
    List<String> headers = new ArrayList<>();
    match.method().ifPresent(method -> headers.add(equal(":method", method)));
    match.headers().forEach(header -> headers.add(equal(header.name(), header.value())));
    List<String> queries =
        match.queries().stream().map(query -> equal(query.name(), query.value())).toList();
    return path(match)
        + ",\"headers\":[%s],\"query_parameters\":[%s]"
            .formatted(String.join(",", headers), String.join(",", queries));
  }

  private static String path(Match match) {
    return switch (match.type()) {
      case EXACT -> "\"path\":" + EnvoyConfig.quoted(match.path());
      case PREFIX ->
          match.prefix().equals("/")
              ? "\"prefix\":\"/\""
              : "\"path_separated_prefix\":" + EnvoyConfig.quoted(match.prefix());
      case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
          "\"safe_regex\":{\"regex\":%s}".formatted(EnvoyConfig.quoted(match.path()));
    };
  }

  private static String equal(String name, String value) {
    return "{\"name\":%s,\"string_match\":{\"exact\":%s}}"
        .formatted(EnvoyConfig.quoted(name), EnvoyConfig.quoted(value));
  }
}
