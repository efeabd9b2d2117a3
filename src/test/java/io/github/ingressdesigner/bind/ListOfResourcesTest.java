package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.bind;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ListOfResourcesTest {
  private static final String LIST =
      """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: v1
        kind: Service
        metadata: {name: web}
      - 5
      - apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: 7}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
      """;

  @Test
  void entriesKnowTheirPlaces() {
    assertThat(bind(LIST).resources())
        .extracting(b -> b.item(), b -> b.resource().kind())
        .containsExactly(Tuple.tuple(0, "Service"), Tuple.tuple(2, "Ingress"));
  }

  @Test
  void problemsCountFromTheEntry() {
    assertThat(bind(LIST).problems())
        .extracting(BindProblem::item, BindProblem::path)
        .containsExactly(
            Tuple.tuple(1, FieldPath.ROOT), Tuple.tuple(2, FieldPath.of("metadata", "name")));
  }

  @Test
  void entriesOfAnIngressListNeedNoKind() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressList
        items:
        - metadata: {name: a}
          spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """;
    assertThat(bind(yaml).resources().getFirst().resource()).isInstanceOf(Ingress.class);
    assertThat(bind(yaml).problems()).isEmpty();
  }

  @Test
  void emptyListHasNothing() {
    assertThat(bind("apiVersion: v1\nkind: List\nitems: []").resources()).isEmpty();
  }

  @Test
  void unknownAliasInAnEntryIsReportedThere() {
    String yaml = LIST.replace("name: web, port", "name: *web, port").replace("- 5", "- &x 5");
    assertThat(bind(yaml).problems())
        .extracting(BindProblem::item, p -> p.path().toString())
        .contains(Tuple.tuple(2, "spec.defaultBackend.service.name"));
  }
}
