package io.github.ingressdesigner.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnFilesTest {
  private static final String FILES =
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: elsewhere}
      spec: {controller: example.com/unknown}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations: {kubernetes.io/ingress.class: other}
      spec:
        ingressClassName: elsewhere
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /api
                  pathType: Prefix
                  backend: {service: {name: api, port: {number: 80}}}
      """;

  static List<Dialect> controllersOfIngress() {
    return Dialects.all().stream().filter(d -> !d.id().equals("gateway-api")).toList();
  }

  @ParameterizedTest
  @MethodSource("controllersOfIngress")
  void everyControllerServesTheFilesAsItsOwn(Dialect dialect) {
    Resources own = OwnFiles.of(Manifests.read(FILES), dialect);
    assertThat(
            dialect
                .compile(own, Optional.empty())
                .find(Request.of("GET", "http://a.example.com/api/x", Map.of())))
        .isInstanceOf(Outcome.ToBackend.class);
  }

  @Test
  void anAnswerForAControllerThatIsNotModelledSaysSo() {
    assertThat(
            new ForeignDialect("Some Gateway")
                .compile(Manifests.read(FILES), Optional.empty())
                .explain(Request.of("GET", "http://a.example.com/api/x", Map.of())))
        .satisfies(
            decision -> {
              assertThat(decision.confidence()).isEqualTo(Confidence.UNKNOWN);
              assertThat(decision.basis()).startsWith("Some Gateway is not modelled");
            });
  }
}
