package io.github.ingressdesigner.dialect.f5nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.F5NginxDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.dialect.nginx.ConfigWord;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.differential.NginxConfig;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rewrites, expressions, redirects and refused configurations of F5's controller in a real NGINX.
 * Lines of the configuration are written as its template does (version1/nginx.ingress.tmpl), not as
 * the table reads them.
 */
class F5NginxAnnotationsDifferentialTest {
  private static final long SEED = Long.getLong("differential.seed", 20_261_129);
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final int CONFIGURATIONS = 60;

  @TempDir private Path folder;

  @Test
  void nginxRewritesAndRedirectsAsTheTableSays() throws IOException {
    Path program = RealProgram.require("nginx");
    System.out.println("NGINX is asked about annotations of F5's controller with seed " + SEED);
    AnnotatedSets sets = new AnnotatedSets(SEED);
    List<String> differences = new ArrayList<>();
    int reached = 0;
    for (int set = 0; set < SETS; ) {
      String manifest = sets.manifest(false);
      F5NginxTable table = table(manifest);
      if (isRejected(table)) {
        continue;
      }
      set++;
      int port = RealProgram.freePort();
      NginxConfig config = new NginxConfig(port, RealProgram.freePort());
      fill(config, table);
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          Request request =
              Request.literal(
                  sets.method(), "http://" + sets.host() + sets.target(), sets.headers());
          String real = words(http.send(request));
          String expected = words(table.find(request));
          reached += real.startsWith("200 ") ? 1 : 0;
          if (!expected.equals(real)) {
            differences.add("%s: NGINX %s, we %s%n%s".formatted(request, real, expected, manifest));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(reached).as("answers of backends").isGreaterThan(SETS * REQUESTS / 5);
  }

  @Test
  void nginxRefusesTheConfigurationsThatTheTableSaysItRefuses() throws IOException {
    Path program = RealProgram.require("nginx");
    AnnotatedSets sets = new AnnotatedSets(SEED);
    List<String> differences = new ArrayList<>();
    int refused = 0;
    for (int set = 0; set < CONFIGURATIONS; set++) {
      String manifest = sets.manifest(true);
      F5NginxTable table = table(manifest);
      NginxConfig config = new NginxConfig(RealProgram.freePort(), RealProgram.freePort());
      fill(config, table);
      String real = "";
      try (RealProgram running = config.start(program, folder)) {
        assertThat(running).isNotNull();
      } catch (IOException e) {
        real = e.getMessage();
        assertThat(real).contains("[emerg]").doesNotContain("bind()");
        refused++;
      }
      if (real.isEmpty() == isRejected(table)) {
        differences.add(
            "NGINX says “%s”, we %s%n%s".formatted(real, table.find(unknown()), manifest));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refused).as("refused").isBetween(CONFIGURATIONS / 6, CONFIGURATIONS * 5 / 6);
  }

  private static F5NginxTable table(String manifest) {
    F5NginxDialect dialect = new F5NginxDialect(DialectConfig.NONE);
    return (F5NginxTable)
        dialect.compile(OwnFiles.of(Manifests.read(manifest), dialect), Optional.empty());
  }

  private static Request unknown() {
    return Request.of("GET", "http://unknown.org/", Map.of());
  }

  private static boolean isRejected(F5NginxTable table) {
    return table.find(unknown()) instanceof Outcome.ConfigRejected;
  }

  private static String received(String text) {
    return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String words(RawHttp.Answer answer) {
    return switch (answer.status()) {
      case 200 -> "200 " + received(answer.body());
      case 301, 302, 307, 308 ->
          answer.status() + " " + received(answer.headers().getOrDefault("location", ""));
      default -> Integer.toString(answer.status());
    };
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> "200 " + to.backend().display() + " " + to.upstreamPath();
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Split _, Outcome.ControllerDefault _, Outcome.TlsRefused _ -> outcome.toString();
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> outcome.toString();
    };
  }

  private static void fill(NginxConfig config, F5NginxTable table) {
    table.servers().forEach((host, owners) -> config.add(host, server(config, owners.getFirst())));
    config.add("", List.of("return 404;"));
  }

  private static List<String> server(NginxConfig config, HostServer server) {
    List<String> lines = new ArrayList<>();
    if (server.tls() && server.sslRedirect()) {
      lines.add(
          "if ($scheme = http) { return %d https://$host:443$request_uri; }"
              .formatted(server.redirectCode()));
    }
    if (server.redirectToHttps()) {
      lines.add(
          "if ($http_x_forwarded_proto = 'http') { return %d https://$host$request_uri; }"
              .formatted(server.redirectCode()));
    }
    server
        .annotations()
        .find("app-root")
        .ifPresent(
            root -> lines.add("if ($uri = /) { return 302 $scheme://$http_host" + root + "; }"));
    for (Location<PathRoute> location : server.locations().all()) {
      lines.add(location(config, server, location.route()));
    }
    return lines;
  }

  /** As makeLocationPath, makeRewritePattern and the template write it. */
  private static String location(NginxConfig config, HostServer server, PathRoute route) {
    boolean exact = route.type() == PathType.EXACT;
    String path = exact ? "= " + route.path() : route.path();
    Optional<String> own = route.annotations().find("path-regex");
    String opening =
        switch (own.orElse("")) {
          case "case_sensitive" -> "~ \"^" + path + "\"";
          case "case_insensitive" -> "~* \"^" + path + "\"";
          case "exact" -> "= \"" + path + "\"";
          default -> path;
        };
    String pattern =
        switch (own.or(() -> server.annotations().find("path-regex")).orElse("")) {
          case "case_sensitive" -> "^" + path;
          case "case_insensitive" -> "(?i)^" + path;
          default -> path;
        };
    Map<String, String> rewrites = route.annotations().rewrites().orElseThrow();
    Optional<String> target = route.annotations().find("rewrite-target");
    String before =
        target.isPresent() && route.annotations().find("rewrites").isEmpty()
            ? "rewrite " + pattern + " " + target.get() + " break;"
            : "";
    String display = route.backend().display();
    return config.sends(
        "location " + ConfigWord.printed(opening),
        display,
        before,
        rewrites.getOrDefault(display.substring(0, display.indexOf(':')), ""));
  }
}
