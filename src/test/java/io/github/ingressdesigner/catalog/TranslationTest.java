package io.github.ingressdesigner.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTest {
  private static final List<String> CONTROLLERS =
      List.of(
          "ingress-nginx",
          "f5-nginx",
          "traefik",
          "traefik-nginx",
          "haproxy",
          "haproxy-ingress",
          "kong",
          "contour",
          "gateway-api");

  private final AnnotationCatalog catalog = AnnotationCatalog.standard();

  @Test
  void everyTopicSaysWhatEachControllerHas() {
    assertThat(catalog.topics())
        .hasSizeGreaterThan(20)
        .allSatisfy(topic -> assertThat(topic.how()).containsOnlyKeys(CONTROLLERS));
  }

  @Test
  void everyKeyOfATopicIsInTheCatalogue() {
    for (Topic topic : catalog.topics()) {
      assertThat(topic.keys())
          .filteredOn(key -> !key.endsWith("*"))
          .allSatisfy(key -> assertThat(catalog.find(key)).as(key).isNotEmpty());
    }
  }

  @Test
  void rewriteIsCalledOtherwiseByHaproxy() {
    assertThat(catalog.translate("nginx.ingress.kubernetes.io/rewrite-target", "haproxy"))
        .contains(new Translation.Known("haproxy.org/path-rewrite: \"^/api/(.*) /\\1\""));
  }

  @Test
  void appRootIsLostOnKong() {
    assertThat(catalog.translate("nginx.ingress.kubernetes.io/app-root", "kong"))
        .contains(new Translation.Lost("nothing like it"));
  }

  @Test
  void whatIsLostSaysWhereElseItExists() {
    assertThat(catalog.translate("nginx.ingress.kubernetes.io/canary-weight", "contour"))
        .contains(
            new Translation.Lost(
                "nothing on an Ingress; an HTTPProxy has header conditions and weights"));
  }

  @Test
  void annotationOfNoTopicHasNoTranslation() {
    assertThat(catalog.translate("nginx.ingress.kubernetes.io/enable-access-log", "kong"))
        .isEmpty();
  }
}
