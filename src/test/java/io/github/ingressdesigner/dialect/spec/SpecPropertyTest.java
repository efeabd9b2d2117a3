package io.github.ingressdesigner.dialect.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecPropertyTest {
  @Test
  void findAgreesWithALinearReading() {
    int ties = 0;
    int nothing = 0;
    for (long seed = 0; seed < 2000; seed++) {
      RandomIngresses random = new RandomIngresses(seed);
      Resources resources = random.resources();
      RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
      LinearReference reference = new LinearReference(resources);
      for (int i = 0; i < 20; i++) {
        Request request = random.request();
        Set<String> expected = reference.services(request);
        assertThat(services(table.find(request)))
            .as("seed %d, %s, %s", seed, request, resources)
            .isEqualTo(expected);
        ties += expected.size() > 1 ? 1 : 0;
        nothing += expected.isEmpty() ? 1 : 0;
      }
    }
    assertThat(ties).isGreaterThan(100);
    assertThat(nothing).isBetween(1000, 30_000);
  }

  @Test
  void explanationAgreesWithTheAnswer() {
    for (long seed = 0; seed < 1000; seed++) {
      RandomIngresses random = new RandomIngresses(seed);
      RouteTable table = Dialects.SPEC.compile(random.resources(), Optional.empty());
      for (int i = 0; i < 10; i++) {
        Request request = random.request();
        Decision decision = table.explain(request);
        assertThat(decision.outcome()).isEqualTo(table.find(request));
        Set<String> winners = winners(decision);
        Set<String> expected = services(decision.outcome());
        assertThat(winners)
            .as("seed %d, %s", seed, request)
            .isEqualTo(expected.isEmpty() ? Set.of("404") : expected);
      }
    }
  }

  @Test
  void tableOfAnEditedTextEqualsAFreshOne() {
    for (long seed = 0; seed < 300; seed++) {
      RandomIngresses random = new RandomIngresses(seed);
      Resources resources = random.resources();
      RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
      for (int edit = 0; edit < 12; edit++) {
        resources = random.edited(resources);
        table = Dialects.SPEC.compile(resources, Optional.of(table));
        RouteTable fresh = Dialects.SPEC.compile(resources, Optional.empty());
        assertThat(table.hosts()).as("seed %d, edit %d", seed, edit).isEqualTo(fresh.hosts());
        assertThat(table.leftOut()).isEqualTo(fresh.leftOut());
        for (int i = 0; i < 10; i++) {
          Request request = random.request();
          assertThat(table.explain(request)).isEqualTo(fresh.explain(request));
        }
      }
    }
  }

  @Test
  void hostsThatDidNotChangeAreTheSameObjects() {
    RandomIngresses random = new RandomIngresses(3);
    Resources resources = random.resources();
    RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
    RouteTable again = Dialects.SPEC.compile(resources, Optional.of(table));
    assertThat(table.hosts()).isNotEmpty();
    for (int i = 0; i < table.hosts().size(); i++) {
      assertThat(again.hosts().get(i)).isSameAs(table.hosts().get(i));
    }
  }

  private static Set<String> winners(Decision decision) {
    Set<String> names = new LinkedHashSet<>();
    decision
        .trace()
        .steps()
        .forEach(
            step -> {
              if (step instanceof PathStep path && path.verdict() == Verdict.WINS) {
                names.add(path.backend().equals("(no backend)") ? "none" : path.backend());
              } else if (step instanceof DefaultStep last && last.verdict() == Verdict.WINS) {
                names.add(last.backend());
              }
            });
    return names;
  }

  private static Set<String> services(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend answer -> Set.of(answer.backend().display());
      case Outcome.Status _ -> Set.of("none");
      case Outcome.ControllerDefault _ -> Set.of();
      case Outcome.Split(List<Outcome.Split.Option> options) -> {
        Set<String> all = new LinkedHashSet<>();
        options.forEach(option -> all.addAll(services(option.outcome())));
        yield all;
      }
      case Outcome.Redirect _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          throw new AssertionError(outcome);
    };
  }
}
