package io.github.ingressdesigner.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.PathExamples.Example;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathExamplesTest {
  private static PathExamples examples(
      String controller, String type, String path, Map<String, String> annotations) {
    ResourceId id = new ResourceId(new FileId("/a.yaml"), new DocumentId(1), 0);
    ObjectMeta meta =
        new ObjectMeta(
            Optional.of("web"), Optional.empty(), Map.of(), annotations, Optional.empty());
    HttpPath entry =
        new HttpPath(
            Optional.of(path),
            Optional.of(type),
            Optional.of(Backend.ServiceBackend.of("api", Port.parse("80"))));
    Ingress ingress = new Ingress("networking.k8s.io/v1", meta, IngressSpec.EMPTY);
    return PathExamples.of(
        Dialects.find(controller).orElseThrow(),
        new Resources(List.of(new Resources.Located(id, ingress))),
        id,
        ingress,
        Optional.of("a.example.com"),
        entry,
        3);
  }

  private static List<String> paths(List<Example> examples) {
    return examples.stream().map(Example::path).toList();
  }

  @Test
  void aPrefixMatchesWholeElements() {
    PathExamples found = examples("kubernetes-spec", "Prefix", "/api", Map.of());
    assertThat(paths(found.matches())).containsExactly("/api", "/api/", "/api/v1/items");
    assertThat(paths(found.misses())).containsExactly("/api-old", "/API", "/v1/api");
  }

  @Test
  void exactMatchesItselfAlone() {
    PathExamples found = examples("kubernetes-spec", "Exact", "/api", Map.of());
    assertThat(paths(found.matches())).containsExactly("/api");
    assertThat(paths(found.misses())).contains("/api/", "/api/v1/items");
  }

  @Test
  void theControllerDecides() {
    assertThat(paths(examples("traefik", "Prefix", "/api", Map.of()).matches()))
        .contains("/api-old");
  }

  @Test
  void anExpressionShowsWhatItsGroupsTake() {
    PathExamples found =
        examples(
            "ingress-nginx",
            "ImplementationSpecific",
            "/grafana(/|$)(.*)",
            Map.of("nginx.ingress.kubernetes.io/use-regex", "true"));
    assertThat(paths(found.matches())).contains("/grafana", "/grafana/items/7");
    assertThat(paths(found.misses())).contains("/grafana-old");
  }

  @Test
  void everyPathIsBelowTheRoot() {
    PathExamples found = examples("kubernetes-spec", "Prefix", "/", Map.of());
    assertThat(found.misses()).isEmpty();
    assertThat(found.matches()).hasSize(3);
  }

  @Test
  void aCanaryIsShownByItsPathAlone() {
    assertThat(
            examples(
                    "ingress-nginx",
                    "Prefix",
                    "/api",
                    Map.of(
                        "nginx.ingress.kubernetes.io/canary", "true",
                        "nginx.ingress.kubernetes.io/canary-weight", "20"))
                .matches())
        .isNotEmpty();
  }

  @Test
  void everyReaderOfIngressesGivesExamplesForAPrefix() {
    for (Dialect dialect : Dialects.all()) {
      PathExamples found = examples(dialect.id(), "Prefix", "/api", Map.of());
      if (found.leftOut().isEmpty() && !dialect.id().equals("gateway-api")) {
        assertThat(paths(found.matches())).as(dialect.id()).contains("/api", "/api/");
      }
    }
  }
}
