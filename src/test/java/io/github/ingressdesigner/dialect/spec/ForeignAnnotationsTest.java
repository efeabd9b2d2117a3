package io.github.ingressdesigner.dialect.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignAnnotationsTest {
  private static final ResourceId ID = new ResourceId(new FileId("/w.yaml"), new DocumentId(0), -1);

  @Test
  void annotationsWithAValueStandBeforeSwitches() {
    assertThat(
            labels(
                "nginx.ingress.kubernetes.io/ssl-redirect", "false",
                "nginx.ingress.kubernetes.io/use-regex", "true",
                "nginx.ingress.kubernetes.io/rewrite-target", "/$2"))
        .containsExactly("rewrite-target: /$2", "no ssl-redirect", "regex");
  }

  @Test
  void aCanaryTellsByWhatItIsChosen() {
    assertThat(
            labels(
                "nginx.ingress.kubernetes.io/canary", "true",
                "nginx.ingress.kubernetes.io/canary-weight", "20"))
        .containsExactly("canary: 20 %");
  }

  @Test
  void annotationsOfOtherDomainsAndThoseWithoutRoutingAreNone() {
    assertThat(
            labels(
                "example.com/rewrite-target", "/",
                "nginx.ingress.kubernetes.io/proxy-read-timeout", "5"))
        .isEmpty();
  }

  private static List<String> labels(String... annotations) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < annotations.length; i += 2) {
      map.put(annotations[i], annotations[i + 1]);
    }
    ObjectMeta meta =
        new ObjectMeta(
            Optional.of("web"),
            Optional.empty(),
            Map.of(),
            map,
            Optional.empty(),
            Optional.empty());
    return ForeignAnnotations.of(meta, ID).stream().map(Effect::label).toList();
  }
}
