package io.github.ingressdesigner.dialect.traefik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The index against looking at every router in the order of priorities. */
class RouterIndexTest {
  private static final List<String> HOSTS =
      List.of("a.test", "*.test", "x.a.test", "*.a.test", "b.test", "");
  private static final List<String> ASKED =
      List.of("a.test", "A.TEST.", "x.a.test", "y.a.test", "c.test", "test", ".a.test", "");
  private static final List<String> TYPES = List.of("Exact", "Prefix", "ImplementationSpecific");

  @RepeatedTest(20)
  void findsWhatAListFinds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Routers routers =
        NativeProvider.build(
            Manifests.read(manifests(random)),
            TraefikOptions.of(
                DialectConfig.of("strictPrefixMatching", String.valueOf(random.nextBoolean()))));
    RouterIndex index = new RouterIndex(routers.plain);
    for (int i = 0; i < 300; i++) {
      String host = ASKED.get(random.nextInt(ASKED.size()));
      String path = path(random, 6);
      assertThat(index.firsts(host, path, place -> true))
          .as("seed %d, %s%s", repetition.getCurrentRepetition(), host, path)
          .containsExactlyInAnyOrderElementsOf(slowly(routers.plain, host, path));
    }
  }

  private static List<Router> slowly(List<Router> routers, String host, String path) {
    List<Router> sorted = new ArrayList<>(routers);
    sorted.sort(Comparator.comparingInt(Router::priority).reversed());
    List<Router> found = new ArrayList<>();
    for (Router router : sorted) {
      if (!found.isEmpty() && found.getFirst().priority() != router.priority()) {
        break;
      }
      if (HostTest.takes(router.hosts(), host) && router.matcher().test().takes(path)) {
        found.add(router);
      }
    }
    return found;
  }

  private static String path(Random random, int most) {
    StringBuilder path = new StringBuilder("/");
    for (int i = random.nextInt(most); i > 0; i--) {
      path.append("ab/".charAt(random.nextInt(3)));
    }
    return path.toString().replaceAll("/+", "/");
  }

  private static String manifests(Random random) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      Asked.Ingress ingress = Asked.ingress("i" + i);
      String host = HOSTS.get(random.nextInt(HOSTS.size()));
      if (!host.isEmpty()) {
        ingress.host(host);
      }
      for (int k = 0; k <= random.nextInt(8); k++) {
        ingress.path(path(random, 9) + " " + TYPES.get(random.nextInt(3)));
      }
      if (random.nextInt(5) == 0) {
        ingress.router("priority", String.valueOf(30 + random.nextInt(3)));
      }
      if (random.nextInt(5) == 0) {
        ingress.router("pathmatcher", random.nextBoolean() ? "PathRegexp" : "Path");
      }
      all.append(ingress);
    }
    return all.toString();
  }
}
