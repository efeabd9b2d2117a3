package io.github.ingressdesigner.dialect.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.differential.EnvoyRoutes;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealEnvoy;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyPathTest {
  private static final long SEED = 20_261_125;
  private static final int REQUESTS = 5_000;
  private static final List<String> PIECES =
      List.of(
          "/", "/", "/", "/", "a", "B", "7", ".", "..", "/.", "/..", "%2e", "%2E", "%2f", "%2F",
          "%5c", "\\", "%66", "%7E", "~", "-", "_", "%20", "%25", "%zz", "%", "%4", "%c3%a4", "%00",
          "%%34", "#", "|", "%7c", "\"", "<", ">", "^", "`", "{", "}", "[", "]", "@", ":", ";", "=",
          "+", ",", "!", "$", "&", "'", "(", ")", "*", "%3b", "%3F", "%23", "%7f", "%ff", "%2e%2e",
          "%2E.", "/..;", "/.;", "\u00e4");
  private static final List<String> HOSTS =
      List.of(
          "a.example",
          "A.Example.",
          "",
          "a_b",
          "a|b",
          "a{b",
          "a@b",
          "a^b",
          "a~b",
          "\u00e4",
          "[::1]");
  private static final List<String> QUERIES =
      List.of("", "?q=%2e%2e/..//", "?%00", "?q=#", "?\u00e4");

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Request request(Random random) {
    StringBuilder path = new StringBuilder("/");
    for (int i = random.nextInt(8); i > 0; i--) {
      path.append(any(random, PIECES));
    }
    String host = random.nextInt(4) > 0 ? "a.example" : any(random, HOSTS);
    String query = random.nextInt(4) > 0 ? "" : any(random, QUERIES);
    return new Request(
        "GET",
        "http",
        host,
        Optional.empty(),
        80,
        path.toString(),
        query.isEmpty() ? Optional.empty() : Optional.of(query.substring(1)),
        Map.of());
  }

  @Test
  @Timeout(120)
  void isWhatTheRealEnvoyForwards(@TempDir Path folder) throws IOException {
    System.out.println("Envoy is asked for normalised paths with seed " + SEED);
    EnvoyRoutes routes = new EnvoyRoutes();
    routes.add("*", List.of(EnvoyRoutes.forward("r", Map.of("prefix", "/"), Map.of())));
    Random random = new Random(SEED);
    List<String> differences = new ArrayList<>();
    for (boolean merges : List.of(true, false)) {
      Map<String, Object> options = Map.of("normalize_path", true, "merge_slashes", merges);
      Path own = Files.createDirectory(folder.resolve(merges ? "m" : "n"));
      try (RealEnvoy envoy = RealEnvoy.start(own, List.of(routes), options);
          RawHttp client = envoy.client(0)) {
        for (int i = 0; i < REQUESTS / 2; i++) {
          Request request = request(random);
          RawHttp.Answer answer = client.send(request);
          String real = answer.status() == 200 ? answer.body() : "status " + answer.status();
          String path = EnvoyPath.of(request, merges);
          String query = request.query().map(q -> "?" + q).orElse("");
          String ours = path == null ? "status 400" : "r " + request.host() + " " + path + query;
          if (!real.equals(ours)) {
            differences.add(request + " is " + real + ", not " + ours);
          }
        }
      }
    }
    assertThat(differences).as("seed " + SEED).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "//foo///bar, /foo/bar",
    "/%66oo, /foo",
    "/a%2Fb%2e, /a%2Fb.",
    "/a/%2e%2e/b, /b",
    "/a\\b, /a/b",
    "/a|b, /a%7Cb",
    "/.., /",
    "///, //",
    "/a/..;p=1/b, /b",
    "/a/%2e%2e;p/b, /a/..;p/b",
    "/%4%66, /%254f",
  })
  void isAsEnvoyWritesIt(String sent, String normal) {
    assertThat(EnvoyPath.normalised(sent, true)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a#b", "/a%00", "/\u00e4", "/a b"})
  void isNoneWhereEnvoyRefusesTheRequest(String sent) {
    assertThat(EnvoyPath.normalised(sent, true)).isNull();
  }
}
