package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.bind;
import static io.github.ingressdesigner.bind.Bindings.ingress;
import static io.github.ingressdesigner.bind.Bindings.path;
import static io.github.ingressdesigner.bind.Bindings.places;
import static io.github.ingressdesigner.bind.Bindings.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyIngressTest {
  private static final String OLD =
      """
      apiVersion: extensions/v1beta1
      kind: Ingress
      metadata: {name: old}
      spec:
        backend: {serviceName: rest, servicePort: http}
        rules:
        - http:
            paths:
            - path: /a
              backend:
                serviceName: a
                servicePort: 80
      """;

  @ParameterizedTest
  @ValueSource(strings = {"extensions/v1beta1", "networking.k8s.io/v1beta1"})
  void oldShapeIsBoundToTheNewOne(String version) {
    String yaml = OLD.replace("extensions/v1beta1", version);
    assertThat(path(yaml).backend()).contains(ServiceBackend.of("a", new Port.Number(80)));
    assertThat(ingress(yaml).isLegacy()).isTrue();
  }

  @Test
  void oldDefaultBackendIsBound() {
    assertThat(ingress(OLD).spec().defaultBackend())
        .contains(ServiceBackend.of("rest", new Port.Name("http")));
  }

  @Test
  void onlyTheVersionIsReported() {
    assertThat(bind(OLD).problems())
        .extracting(BindProblem::path, BindProblem::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(FieldPath.of("apiVersion"), Severity.WARNING));
  }

  @Test
  void missingServicePortIsReported() {
    assertThat(places(OLD.replaceAll(" +servicePort: 80\n", "")))
        .contains("spec.rules[0].http.paths[0].backend.servicePort");
  }

  @Test
  void digitsInQuotesNameAPort() {
    assertThat(path(OLD.replace("servicePort: 80", "servicePort: '80'")).backend())
        .contains(ServiceBackend.of("a", new Port.Name("80")));
  }

  @Test
  void oldShapeInTheNewVersionIsShownAndReported() {
    String yaml = OLD.replace("extensions/v1beta1", "networking.k8s.io/v1");
    assertThat(path(yaml).backend()).contains(ServiceBackend.of("a", new Port.Number(80)));
    assertThat(places(yaml)).contains("spec.rules[0].http.paths[0].backend");
  }

  @ParameterizedTest
  @CsvSource({
    "spec.defaultBackend.service.name, rest",
    "spec.defaultBackend.service.port.name, http",
    "spec.rules.0.http.paths.0.backend.service.name, a",
    "spec.rules.0.http.paths.0.backend.service.port.number, 80",
    "spec.rules.0.http.paths.0.backend.service.port, 80",
  })
  void oldFieldsAreFoundByTheirNewNames(String path, String value) {
    FieldPath field =
        FieldPath.of(
            java.util.Arrays.stream(path.split("\\."))
                .map(s -> s.matches("[0-9]+") ? (Object) Integer.valueOf(s) : s)
                .toArray());
    assertThat(SourceMap.find(tree(OLD), -1, field).orElseThrow().definition().node())
        .isInstanceOfSatisfying(
            Scalar.class, scalar -> assertThat(scalar.value()).isEqualTo(value));
  }
}
