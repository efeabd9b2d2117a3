package io.github.ingressdesigner.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Progress;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.AcceptedText;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.compare.Rows.Filter;
import io.github.ingressdesigner.ui.compare.Rows.Show;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Resources RESOURCES =
      Manifests.read(
          """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: {name: a}
          spec:
            rules:
            - host: a.example
              http:
                paths:
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
                - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          """);
  private static final Dialect TRAEFIK = Dialects.find("traefik").orElseThrow();
  private static final Filter ALL = new Filter("", Show.ALL, Set.of());

  private final Found.Differences found =
      (Found.Differences)
          new Finder()
              .find(new Question.Controllers(RESOURCES, Dialects.SPEC, TRAEFIK), Progress.NONE);
  private final Comparison comparison = found.comparison();

  private List<Row> rows(AcceptedDifferences accepted, Filter filter) {
    return Rows.of(found, accepted, filter);
  }

  private static List<Integer> numbers(List<Row> rows) {
    return rows.stream().flatMap(row -> Marks.number(row).stream()).toList();
  }

  private AcceptedDifferences accepted(Difference difference) {
    String text = new AcceptedText("").with(List.of(difference), "");
    return AcceptedDifferences.read("f", SourceText.of(text));
  }

  @Test
  void eachDifferenceStandsBelowTheHeadingOfItsCause() {
    List<Row> rows = rows(AcceptedDifferences.NONE, ALL);
    assertThat(comparison.differences()).isNotEmpty();
    assertThat(numbers(rows))
        .containsExactlyElementsOf(
            comparison.differences().stream().map(Difference::number).toList());
    String cause = "";
    for (Row row : rows) {
      switch (row) {
        case Row.Heading h -> cause = h.key();
        case Row.Differing d -> assertThat(d.difference().cause().name()).isEqualTo(cause);
        case Row.Hidden h -> assertThat(h).isNull();
      }
    }
  }

  @Test
  void openAndAcceptedOnesPartTheList() {
    Difference first = comparison.differences().getFirst();
    List<Row> open = rows(accepted(first), new Filter("", Show.OPEN, Set.of()));
    List<Row> done = rows(accepted(first), new Filter("", Show.ACCEPTED, Set.of()));
    assertThat(numbers(open)).doesNotContain(first.number());
    assertThat(numbers(done)).containsExactly(first.number());
  }

  @Test
  void everyWordOfTheFilterMustStandInTheRow() {
    assertThat(numbers(rows(AcceptedDifferences.NONE, new Filter("A.EXAMPLE", Show.ALL, Set.of()))))
        .isNotEmpty();
    assertThat(rows(AcceptedDifferences.NONE, new Filter("a.example no", Show.ALL, Set.of())))
        .isEmpty();
  }

  @Test
  void aFoldedHeadingHidesItsRowsAndKeepsTheirCount() {
    List<Row> all = rows(AcceptedDifferences.NONE, ALL);
    Row.Heading heading = (Row.Heading) all.getFirst();
    List<Row> folded =
        Rows.folded(
            rows(AcceptedDifferences.NONE, new Filter("", Show.ALL, Set.of(heading.key()))));
    assertThat(folded).hasSize(all.size() - heading.count());
    assertThat(((Row.Heading) folded.getFirst()).count()).isEqualTo(heading.count());
  }

  @Test
  void theGraphGetsAMarkForEachRowWithBothPlaces() {
    List<Row> rows = rows(AcceptedDifferences.NONE, ALL);
    Compared marks = Marks.of(found, Mode.CONTROLLERS, rows).orElseThrow();
    assertThat(marks.marks()).extracting(Compared.Mark::number).isEqualTo(numbers(rows));
    Difference first = comparison.differences().getFirst();
    List<Location> places = first.from().places();
    assertThat(marks.marks().getFirst().row()).isEqualTo(places.stream().findFirst());
  }
}
