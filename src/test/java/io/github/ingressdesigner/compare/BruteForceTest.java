package io.github.ingressdesigner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compare against asking everything: for generated pairs of small tables, every request over a
 * small alphabet up to a length is asked of both sides. Where Compare says that it is complete, its
 * classes hold exactly the requests that differ.
 */
class BruteForceTest {
  private static final int PAIRS = 400;
  private static final int LONGEST = 4;

  private static final List<Dialect> DIALECTS =
      Dialects.all().stream().filter(d -> !d.id().equals("gateway-api")).toList();

  private static RouteTable table(Dialect dialect, Resources resources) {
    return dialect.compile(OwnFiles.of(resources, dialect), Optional.empty());
  }

  @Test
  void classesHoldExactlyTheRequestsThatDifferBetweenControllersAndVersions() {
    List<Request> requests = SmallTables.requests(LONGEST);
    List<String> wrong = new ArrayList<>();
    int complete = 0;
    int differing = 0;
    int asked = 0;
    for (int seed = 0; seed < PAIRS; seed++) {
      SmallTables tables = new SmallTables(seed);
      Dialect first = DIALECTS.get(seed % DIALECTS.size());
      boolean versions = seed % 4 == 0;
      Dialect second =
          versions ? first : DIALECTS.get((seed / 3 + seed % DIALECTS.size()) % DIALECTS.size());
      Resources before = tables.resources();
      RouteTable from = table(first, before);
      RouteTable to = table(second, versions ? tables.resources() : before);
      Comparison comparison = Comparer.compare(from, to, Progress.NONE);
      complete += comparison.isComplete() ? 1 : 0;
      boolean plain = from.facets().conditions().isEmpty() && to.facets().conditions().isEmpty();
      for (Request request : requests) {
        if (plain && !(request.method().equals("GET") && request.headers().isEmpty())) {
          continue;
        }
        asked++;
        boolean differs = Answers.difference(from.find(request), to.find(request)).isPresent();
        boolean found = comparison.find(request).isPresent();
        differing += differs ? 1 : 0;
        if (found && !differs || differs && !found && comparison.isComplete()) {
          wrong.add(
              "%d %s to %s: %s %s://%s%s %s %s"
                  .formatted(
                      seed,
                      first.id(),
                      second.id(),
                      request.method(),
                      request.scheme(),
                      request.host(),
                      request.path(),
                      request.headers(),
                      found ? "is told and does not differ" : "differs and is not told"));
        }
      }
      assertWitnessesDiffer(comparison, from, to);
    }
    System.out.printf(
        "{\"pairs\":%d,\"complete\":%d,\"requests\":%d,\"differing\":%d,\"wrong\":%d}%n",
        PAIRS, complete, asked, differing, wrong.size());
    assertThat(wrong.stream().limit(20).toList()).isEmpty();
    assertThat(complete).isGreaterThan(300);
    assertThat(differing).isGreaterThan(50_000);
  }

  private static void assertWitnessesDiffer(Comparison comparison, RouteTable from, RouteTable to) {
    for (Difference difference : comparison.differences()) {
      assertThat(Answers.difference(from.find(difference.witness()), to.find(difference.witness())))
          .as(difference.url())
          .contains(difference.cause());
    }
  }
}
