package io.github.ingressdesigner.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Suite;
import io.github.ingressdesigner.suite.SuiteRead;
import io.github.ingressdesigner.suite.SuiteReader;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is suggested for the recorded cases of all controllers. */
class SuggestionsOfCasesTest {
  /** Of the paths that some recorded request reaches, so many of a hundred must get a request. */
  private static final double LEAST_FOUND = 98.5;

  static Stream<Dialect> dialects() {
    return Dialects.all().stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void whatIsToldOfASuggestionIsTrue(Dialect dialect) {
    int asked = 0;
    for (Suite suite : suites()) {
      boolean own = suite.controller().filter(dialect.id()::equals).isPresent();
      // Each controller also reads some files of each other one: it must say nothing wrong there.
      if (own || Math.floorMod(suite.name().hashCode(), 8) == 0) {
        RouteTable table = table(suite, dialect, own);
        for (Location at : places(table)) {
          asked += check(table, at, suite.name());
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
  }

  private static int check(RouteTable table, Location at, String name) {
    List<Suggestion> suggestions = Suggestions.of(table, at);
    Set<String> seen = new HashSet<>();
    for (Suggestion s : suggestions) {
      String what = name + " " + at.path() + " " + s;
      assertThat(table.explain(s.request()).outcome()).as(what).isEqualTo(s.outcome());
      assertThat(places(s.outcome()).contains(at)).as(what).isEqualTo(s.reaches());
      switch (s.kind()) {
        case HIT -> assertThat(s.reaches()).as(what).isTrue();
        case NEAR_MISS -> assertThat(s.reaches()).as(what).isFalse();
        case BOUNDARY -> {}
      }
      assertThat(seen.add(s.method() + s.url() + s.headers())).as(what).isTrue();
      assertThat(s.shows()).as(what).isNotBlank();
    }
    assertThat(suggestions).as(name + " " + at.path()).isNotEmpty();
    return suggestions.size();
  }

  @Test
  void pathsThatRequestsReachGetARequestThatReachesThem() {
    int reached = 0;
    List<String> missed = new ArrayList<>();
    for (Suite suite : suites()) {
      Optional<Dialect> dialect = suite.controller().flatMap(Dialects::find);
      if (dialect.isPresent()) {
        RouteTable table = table(suite, dialect.get(), true);
        Set<Location> places = new HashSet<>(places(table));
        places.retainAll(reached(suite, table));
        for (Location at : places) {
          reached++;
          if (Suggestions.hits(table, List.of(at), () -> false).isEmpty()) {
            missed.add(suite.name() + " " + at.path());
          }
        }
      }
    }
    double found = 100.0 * (reached - missed.size()) / reached;
    System.out.printf(
        "suggestions: %d paths that recorded requests reach, %.1f %% get a request%n",
        reached, found);
    assertThat(reached).isGreaterThan(1_000);
    assertThat(found).as("missed %s", missed).isGreaterThan(LEAST_FOUND);
  }

  private static Set<Location> reached(Suite suite, RouteTable table) {
    Set<Location> reached = new HashSet<>();
    suite.cases().forEach(c -> reached.addAll(places(table.find(c.request()))));
    return reached;
  }

  private static Set<Location> places(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.at().map(Set::of).orElse(Set.of());
      case Outcome.Status status -> status.at().map(Set::of).orElse(Set.of());
      case Outcome.Redirect redirect -> redirect.at().map(Set::of).orElse(Set.of());
      case Outcome.Split split -> {
        Set<Location> all = new HashSet<>();
        split.options().forEach(o -> all.addAll(places(o.outcome())));
        yield all;
      }
      case Outcome.ControllerDefault _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          Set.of();
    };
  }

  private static List<Location> places(RouteTable table) {
    return table.hosts().stream()
        .flatMap(host -> host.routes().stream())
        .map(RouteTable.Route::at)
        .distinct()
        .toList();
  }

  private static RouteTable table(Suite suite, Dialect dialect, boolean own) {
    Dialect configured =
        own ? dialect.withConfig(new DialectConfig(suite.controllerConfig())) : dialect;
    return configured.compile(suite.manifests().resources(), Optional.empty());
  }

  private static List<Suite> suites() {
    List<Suite> suites = new ArrayList<>();
    for (Dialect dialect : Dialects.all()) {
      for (Path file : files(dialect.id())) {
        try {
          SuiteRead read =
              SuiteReader.read(
                  dialect.id() + "/" + file.getFileName(),
                  FileBytes.decode(Files.readAllBytes(file)).text(),
                  file.getParent());
          if (read instanceof SuiteRead.Ready ready) {
            suites.add(ready.suite());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    assertThat(suites).hasSizeGreaterThan(300);
    return suites;
  }

  private static List<Path> files(String controller) {
    var folder = Suite.class.getResource(controller);
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
