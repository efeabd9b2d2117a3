package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.bind;
import static io.github.ingressdesigner.bind.Bindings.ingress;
import static io.github.ingressdesigner.bind.Bindings.messages;
import static io.github.ingressdesigner.bind.Bindings.places;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders and refusals are those of kubectl 1.33.1. */
class AliasAndMergeTest {
  private static Map<String, String> annotations(String flow) {
    return ingress(
            "x: [&one {a: 1st}, &two {a: 2nd, b: 2nd}]\n"
                + "apiVersion: networking.k8s.io/v1\nkind: Ingress\n"
                + "metadata: {name: a, annotations: "
                + flow
                + "}")
        .meta()
        .annotations();
  }

  @Test
  void aliasesAreFollowed() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec:
          rules:
          - http:
              paths:
              - path: /a
                pathType: &type Exact
                backend: &web {service: {name: web, port: {number: 80}}}
              - path: /b
                pathType: *type
                backend: *web
        """;
    assertThat(ingress(yaml).spec().rules().getFirst().paths().get(1))
        .isEqualTo(
            new HttpPath(
                Optional.of("/b"),
                Optional.of("Exact"),
                Optional.of(ServiceBackend.of("web", new Port.Number(80)))));
    assertThat(bind(yaml).problems()).isEmpty();
  }

  @Test
  void latestDefinitionBeforeTheAliasCounts() {
    assertThat(annotations("{a: &v one, b: *v, c: &v two, d: *v}"))
        .isEqualTo(Map.of("a", "one", "b", "one", "c", "two", "d", "two"));
  }

  @Test
  void explicitKeyAfterTheMergeOverridesIt() {
    assertThat(annotations("{<<: *one, a: own}")).isEqualTo(Map.of("a", "own"));
  }

  @Test
  void mergeAfterTheExplicitKeyOverridesIt() {
    assertThat(annotations("{a: own, <<: *one}")).isEqualTo(Map.of("a", "1st"));
  }

  @Test
  void mergeThatOverridesIsReported() {
    String yaml =
        "x: &x {tier: front}\napiVersion: networking.k8s.io/v1\nkind: Ingress\n"
            + "metadata: {name: a, annotations: {tier: back, <<: *x}}\n"
            + "spec: {defaultBackend: {service: {name: a, port: {number: 1}}}}";
    assertThat(places(yaml)).containsExactly("metadata.annotations.tier");
  }

  @Test
  void firstOfAListOfMergesCounts() {
    assertThat(annotations("{<<: [*one, *two]}")).isEqualTo(Map.of("a", "1st", "b", "2nd"));
  }

  @Test
  void quotedMergeKeyIsAnOrdinaryKey() {
    assertThat(annotations("{\"<<\": text}")).isEqualTo(Map.of("<<", "text"));
  }

  @Test
  void mergesOfMergesAreFollowed() {
    assertThat(annotations("{<<: {<<: *one, b: own}}")).isEqualTo(Map.of("a", "1st", "b", "own"));
  }

  @Test
  void fieldsComeThroughMerges() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec:
          rules:
          - http:
              paths:
              - &first
                path: /a
                pathType: Prefix
                backend: {service: {name: web, port: {number: 80}}}
              - <<: *first
                path: /b
        """;
    List<HttpPath> paths = ingress(yaml).spec().rules().getFirst().paths();
    assertThat(paths.get(1).path()).contains("/b");
    assertThat(paths.get(1).backend()).isEqualTo(paths.get(0).backend());
    assertThat(bind(yaml).problems()).isEmpty();
  }

  @Test
  void mergeOfSomethingElseIsReported() {
    assertThat(messages("kind: Ingress\napiVersion: v1\nmetadata: {name: a, <<: 5}"))
        .anyMatch(m -> m.startsWith("The merge key << needs a mapping"));
  }

  @Test
  void unknownAliasIsReportedWhereNothingIsAnchored() {
    assertThat(messages("kind: Ingress\napiVersion: networking.k8s.io/v1\nmetadata: {name: *web}"))
        .anyMatch(m -> m.startsWith("This alias has no anchor"));
  }

  @Test
  void aliasInsideItsOwnAnchorIsReported() {
    assertThat(messages("x: &x [*x]\nkind: Ingress\napiVersion: v1"))
        .anyMatch(m -> m.startsWith("This alias stands inside its own anchor"));
  }

  @Test
  void aliasesThatGrowWithoutBoundAreNotFollowed() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(10))
          .append("]\n");
    }
    bomb.append("apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: kept}\n")
        .append("spec: {rules: *a8}");
    assertThat(ingress(bomb.toString()).meta().name()).contains("kept");
    assertThat(messages(bomb.toString()))
        .anyMatch(m -> m.startsWith("The aliases of this document would grow"));
  }

  @Test
  void manyAliasesOfOneSmallValueAreFollowed() {
    StringBuilder yaml =
        new StringBuilder(
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n"
                + "  defaultBackend: &b {service: {name: web, port: {number: 80}}}\n"
                + "  rules:\n  - http:\n      paths:\n");
    for (int i = 0; i < 2000; i++) {
      yaml.append("      - {path: /p%d, pathType: Exact, backend: *b}\n".formatted(i));
    }
    assertThat(bind(yaml.toString()).problems()).isEmpty();
  }
}
