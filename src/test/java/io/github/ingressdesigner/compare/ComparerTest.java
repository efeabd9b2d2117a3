package io.github.ingressdesigner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final List<String> HOSTS = List.of("a.x", "b.x", "*.x", "");
  private static final List<String> NAMES = List.of("a.x", "b.x", "c.x", "d.c.x", "q");

  @Test
  void classesHoldExactlyTheRequestsThatDiffer() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      RouteTable from = table(Dialects.SPEC, random);
      RouteTable to = table(Dialects.SPEC, random);
      Comparison comparison = Comparer.compare(from, to, () -> false);
      assertThat(comparison.isComplete()).isTrue();
      for (Request request : requests()) {
        boolean differs = Answers.difference(from.find(request), to.find(request)).isPresent();
        assertThat(comparison.find(request).isPresent())
            .as("seed %d, %s%s", seed, request.host(), request.path())
            .isEqualTo(differs);
      }
      assertWitnessesDiffer(comparison, from, to);
    }
  }

  private static void assertWitnessesDiffer(Comparison comparison, RouteTable from, RouteTable to) {
    for (Difference difference : comparison.differences()) {
      assertThat(from.find(difference.witness())).isEqualTo(difference.from());
      assertThat(to.find(difference.witness())).isEqualTo(difference.to());
      assertThat(Answers.difference(difference.from(), difference.to()))
          .contains(difference.cause());
    }
  }

  @Test
  void equalTablesDoNotDiffer() {
    RouteTable table = table(Dialects.SPEC, new Random(1));
    Comparison comparison = Comparer.compare(table, table, () -> false);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.same()).isPositive();
  }

  @Test
  void noRequestReachesAPathThatIsToldUnreachable() {
    int told = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Resources resources = Manifests.read(yaml(random));
      RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
      List<Location> hidden =
          Unreachable.of(table, resources, Progress.NONE).hidden().stream()
              .map(Unreachable.Hidden::at)
              .toList();
      told += hidden.size();
      for (Request request : requests()) {
        if (table.find(request) instanceof Outcome.ToBackend to) {
          assertThat(hidden)
              .as("seed %d, %s%s", seed, request.host(), request.path())
              .doesNotContainAnyElementsOf(to.at().stream().toList());
        }
      }
    }
    assertThat(told).isPositive();
  }

  private static List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    List<String> paths = new ArrayList<>(List.of(""));
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (path.length() < 5) {
        List.of("/", "a", "b").forEach(c -> paths.add(path + c));
      }
    }
    paths.removeIf(path -> !CleanPaths.isClean(path));
    for (String name : NAMES) {
      for (String path : paths) {
        requests.add(Request.of("GET", "http://" + name + path, Map.of()));
      }
    }
    return requests;
  }

  private static RouteTable table(Dialect dialect, Random random) {
    return dialect.compile(Manifests.read(yaml(random)), Optional.empty());
  }

  private static String yaml(Random random) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i <= random.nextInt(2); i++) {
      yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i")
          .append(i)
          .append("}\nspec:\n");
      if (random.nextInt(4) == 0) {
        yaml.append("  defaultBackend: {service: {name: d, port: {number: 80}}}\n");
      }
      yaml.append("  rules:\n");
      for (int j = 0; j <= random.nextInt(3); j++) {
        String host = HOSTS.get(random.nextInt(HOSTS.size()));
        yaml.append("  - http:\n      paths:\n");
        for (int k = 0; k <= random.nextInt(3); k++) {
          yaml.append("      - path: ")
              .append(path(random))
              .append("\n        pathType: ")
              .append(random.nextBoolean() ? "Exact" : "Prefix")
              .append("\n        backend: {service: {name: s")
              .append(random.nextInt(3))
              .append(", port: {number: 80}}}\n");
        }
        if (!host.isEmpty()) {
          yaml.append("    host: \"").append(host).append("\"\n");
        }
      }
    }
    return yaml.toString();
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder("/");
    int length = random.nextInt(4);
    while (path.length() <= length) {
      char last = path.charAt(path.length() - 1);
      char next = "ab/".charAt(random.nextInt(last == '/' ? 2 : 3));
      path.append(next);
    }
    return path.toString();
  }
}
