package io.github.ingressdesigner.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.replay.ReplayResult.Change;
import io.github.ingressdesigner.suite.replay.ReplayResult.Count;
import io.github.ingressdesigner.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String BEFORE =
      ingress("/api", "nginx.ingress.kubernetes.io/canary: \"false\"");
  private static final String AFTER = BEFORE.replace("path: /api", "path: /api/v2");

  private static String ingress(String path, String annotation) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: shop, annotations: {%s}}
    spec:
      ingressClassName: nginx
      rules:
      - host: shop.example
        http:
          paths:
          - {path: %s, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    """
        .formatted(annotation, path);
  }

  private static final String TLS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: safe}
      spec:
        tls: [{hosts: [safe.example, "*.wild.example"], secretName: s}, {secretName: t}]
        rules:
        - host: named.example
      """;

  private static final String CANARY =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: canary
        annotations:
          nginx.ingress.kubernetes.io/canary: "true"
          nginx.ingress.kubernetes.io/canary-by-header: X-Canary
          nginx.ingress.kubernetes.io/canary-by-cookie: tester
      spec:
        ingressClassName: nginx
        rules:
        - host: shop.example
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
      """;

  private static Resources resources(String yaml) {
    return Manifests.read(List.of(Manifests.Source.of("shop.yaml", SourceText.of(yaml))))
        .resources();
  }

  private static Replay.Side side(String name, String yaml) {
    return new Replay.Side(
        name,
        Dialects.find("ingress-nginx").orElseThrow().compile(resources(yaml), Optional.empty()));
  }

  private static ReplayResult replay(String before, String after, String log) {
    Defaults defaults = Defaults.of(Optional.empty(), Optional.empty(), resources(after));
    Optional<Replay.Side> from =
        before.isEmpty() ? Optional.empty() : Optional.of(side("before", before));
    Replay replay = new Replay(from, side("after", after), defaults);
    read(replay, log, Watch.NONE);
    return replay.result();
  }

  private static void read(Replay replay, String log, Watch watch) {
    try {
      replay.read(
          "access.log",
          new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
          Optional.empty(),
          watch);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(String target, String more) {
    return "{\"host\":\"shop.example\",\"request_uri\":\"%s\",\"method\":\"GET\"%s}\n"
        .formatted(target, more);
  }

  @Test
  void requestsAreCountedByBackend() {
    ReplayResult result =
        replay("", BEFORE, line("/api", "") + line("/api/x", "") + line("/other", ""));
    assertThat(result.requests()).isEqualTo(3);
    assertThat(result.backends())
        .containsExactly(new Count("default/api:80", 0, 2), new Count("default/web:80", 0, 1));
    assertThat(result.changes()).isEmpty();
  }

  @Test
  void changedRequestsOfOneClassAreOneChange() {
    String log = line("/api/users/1", "") + line("/api/users/22", "") + line("/api/v2/users/1", "");
    ReplayResult result = replay(BEFORE, AFTER, log);
    assertThat(result.changed()).isEqualTo(2);
    assertThat(result.changes()).hasSize(1);
    Change change = result.changes().getFirst();
    assertThat(change.cause()).isEqualTo(Cause.BACKEND);
    assertThat(change.paths()).isEqualTo("/api/users/{number}");
    assertThat(change.requests()).isEqualTo(2);
    assertThat(change.from()).contains("api:80").contains("/api/users/{number}");
    assertThat(change.to()).contains("web:80");
    assertThat(change.examples()).extracting(ReplayResult.Example::line).containsExactly(1L, 2L);
    assertThat(result.backends())
        .containsExactly(new Count("default/api:80", 3, 1), new Count("default/web:80", 0, 2));
  }

  @Test
  void valuesThatNoRuleNamesAreNowhereInTheResult() {
    String secret = "s3cr3t-t0ken";
    String headers =
        ",\"headers\":{\"Authorization\":\"Bearer %1$s\",\"Cookie\":\"session=%1$s; tester=%1$s\",\"X-Canary\":\"%1$s\"}"
            .formatted(secret);
    String log =
        line("/api/a?token=%1$s&%1$s&page=%1$s".formatted(secret), headers)
            + "{\"request\":\"TRACE %1$s HTTP/1.1\",\"host\":\"%1$s\"}\n".formatted(secret)
            + "{\"x\": \""
            + secret
            + "\n";
    ReplayResult result = replay(BEFORE + CANARY, AFTER + CANARY, log);
    assertThat(result.changed()).isEqualTo(1);
    assertThat(result.bad()).isEqualTo(2);
    assertThat(result.toString()).doesNotContain(secret).contains("token=***&***&page=***");
  }

  @Test
  void valuesThatARuleNamesAreShown() {
    String log = line("/a", ",\"http_x_canary\":\"always\"");
    ReplayResult result = replay(BEFORE, BEFORE + CANARY, log);
    assertThat(result.changes()).hasSize(1);
    assertThat(result.changes().getFirst().examples().getFirst().condition())
        .isEqualTo("x-canary: always");
  }

  @Test
  void schemeIsHttpsWhereTheFilesHaveTlsForTheHost() {
    Defaults defaults = Defaults.of(Optional.empty(), Optional.empty(), resources(TLS));
    assertThat(List.of("SAFE.example", "a.wild.example", "named.example"))
        .allSatisfy(name -> assertThat(defaults.schemeOf(name)).isEqualTo("https"));
    assertThat(List.of("shop.example", "wild.example", "a.b.wild.example"))
        .allSatisfy(name -> assertThat(defaults.schemeOf(name)).isEqualTo("http"));
  }

  @Test
  void linesWithoutAHostAreBadUnlessOneIsNamed() {
    String log = "1.2.3.4 - - [t] \"GET /api HTTP/1.1\" 200 1 \"-\" \"-\"\n";
    assertThat(replay("", BEFORE, log).noHost()).isEqualTo(1);
    Replay replay =
        new Replay(
            Optional.empty(),
            side("after", BEFORE),
            Defaults.of(Optional.of("shop.example"), Optional.empty(), Resources.NONE));
    read(replay, log, Watch.NONE);
    assertThat(replay.result().requests()).isEqualTo(1);
    assertThat(replay.result().bad()).isZero();
  }

  @Test
  void badLinesAreCountedAndTheFirstAreTold() {
    ReplayResult result = replay("", BEFORE, line("/", "") + "{broken\n".repeat(50));
    assertThat(result.bad()).isEqualTo(50);
    assertThat(result.firstBad()).hasSize(20);
    assertThat(result.firstBad().getFirst().line()).isEqualTo(2);
  }

  @Test
  void changesOfManyClassesAreFoldedSoThatMemoryIsBounded() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      log.append(line("/api/" + word(i) + "/x", ""));
    }
    ReplayResult result = replay(BEFORE, AFTER, log.toString());
    assertThat(result.changed()).isEqualTo(5000);
    assertThat(result.changes()).hasSizeLessThanOrEqualTo(3000);
    assertThat(result.changes().stream().mapToLong(Change::requests).sum() + result.unlisted())
        .isEqualTo(5000);
    assertThat(result.changes().getFirst().paths()).isEqualTo("/api/…");
  }

  private static String word(int number) {
    return Integer.toString(number, 36).replaceAll("[0-9]", "q") + "z".repeat(number % 17 + 1);
  }

  @Test
  void cancelEndsItWithWhatWasFoundSoFar() {
    Watch watch =
        new Watch() {
          @Override
          public boolean isCancelled() {
            return true;
          }

          @Override
          public void progress(long bytes, long lines) {
            assertThat(bytes).isPositive();
          }
        };
    Replay replay =
        new Replay(
            Optional.empty(),
            side("after", BEFORE),
            Defaults.of(Optional.empty(), Optional.empty(), Resources.NONE));
    read(replay, line("/", "").repeat(5000), watch);
    read(replay, line("/", ""), watch);
    assertThat(replay.result().cancelled()).isTrue();
    assertThat(replay.result().requests()).isEqualTo(1024);
    assertThat(replay.result().logs()).hasSize(1);
  }
}
