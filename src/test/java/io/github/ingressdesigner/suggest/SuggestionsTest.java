package io.github.ingressdesigner.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suggest.Suggestion.Kind;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        defaultBackend: {service: {name: rest, port: {number: 80}}}
        rules:
        - host: shop.example
          http:
            paths:
            - path: /api
              pathType: Prefix
              backend: {service: {name: api, port: {number: 80}}}
            - path: /pay
              pathType: Exact
              backend: {service: {name: pay, port: {number: 80}}}
            - path: /
              pathType: Prefix
              backend: {service: {name: web, port: {number: 80}}}
        - host: '*.shop.example'
          http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: tenant, port: {number: 80}}}
      """;

  @Test
  void hitIsThePathItselfAndOneBelowIt() {
    assertThat(of("kubernetes-spec", SHOP, FieldPath.path(0, 0), Kind.HIT))
        .containsExactly(
            "https://shop.example/api: The path itself",
            "https://shop.example/api/x: Below the path");
  }

  @Test
  void nearMissOfAPrefixIsOneCharacterMore() {
    assertThat(of("kubernetes-spec", SHOP, FieldPath.path(0, 0), Kind.NEAR_MISS))
        .containsExactly("https://shop.example/apix: One character behind the path");
  }

  @Test
  void nearMissIsAnotherOneWhereTheControllerComparesText() {
    assertThat(of("traefik", SHOP, FieldPath.path(0, 0), Kind.NEAR_MISS))
        .containsExactly("http://shop.example/ap: One character short of it");
  }

  @Test
  void exactPathIsMissedWithASlashAtItsEnd() {
    assertThat(of("kubernetes-spec", SHOP, FieldPath.path(0, 1), Kind.BOUNDARY))
        .contains("https://shop.example/pay/: With a slash at its end");
  }

  @Test
  void wildcardHostGetsANameAndTheNamesItDoesNotTake() {
    assertThat(of("kubernetes-spec", SHOP, FieldPath.path(1, 0), Kind.HIT))
        .first()
        .isEqualTo("https://any.shop.example/: The path itself");
    assertThat(all("kubernetes-spec", SHOP, FieldPath.path(1, 0)))
        .extracting(Suggestion::url)
        .contains("https://one.any.shop.example/", "https://shop.example/");
  }

  @Test
  void defaultBackendIsReachedByAHostThatNobodyNames() {
    assertThat(of("kubernetes-spec", SHOP, FieldPath.defaultBackend(), Kind.HIT))
        .first()
        .isEqualTo("https://another.test/: Nothing names it");
    assertThat(of("kubernetes-spec", SHOP, FieldPath.defaultBackend(), Kind.NEAR_MISS))
        .containsExactly("https://shop.example/: A host that a rule names");
  }

  @Test
  void expressionGetsAPathThatItTakes() {
    String regex =
        SHOP.replace("path: /api\n", "path: /v[0-9]+/(users|items)$\n")
            .replaceFirst("pathType: Prefix", "pathType: ImplementationSpecific")
            .replace(
                "  name: shop\n",
                "  name: shop\n  annotations:\n"
                    + "    nginx.ingress.kubernetes.io/use-regex: \"true\"\n");
    Suggestion hit = all("ingress-nginx", regex, FieldPath.path(0, 0)).getFirst();
    assertThat(hit.kind()).isEqualTo(Kind.HIT);
    assertThat(hit.request().path()).matches("/v[0-9]+/(users|items)");
  }

  @Test
  void unknownPlaceGivesNothing() {
    assertThat(all("kubernetes-spec", SHOP, FieldPath.path(7, 0))).isEmpty();
  }

  private static List<String> of(String dialect, String manifest, FieldPath at, Kind kind) {
    return all(dialect, manifest, at).stream()
        .filter(s -> s.kind() == kind)
        .map(s -> s.url() + ": " + s.shows())
        .toList();
  }

  private static List<Suggestion> all(String dialect, String manifest, FieldPath at) {
    Resources resources =
        Manifests.read(List.of(Manifests.Source.of("shop.yaml", SourceText.of(manifest))))
            .resources();
    RouteTable table = Dialects.find(dialect).orElseThrow().compile(resources, Optional.empty());
    return Suggestions.of(
        table, new Location(resources.ingresses().findFirst().orElseThrow().id(), at));
  }
}
