package io.github.ingressdesigner.cluster.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternTest {
  @Test
  void fieldsAreFilledIn() {
    KubeObject.Key key =
        new KubeObject.Key("networking.k8s.io/v1", "Ingress", Optional.of("shop"), "web");
    assertThat(FilePattern.DEFAULT.path(key)).hasToString("shop/ingress-web.yaml");
  }

  @Test
  void objectWithoutNamespaceGoesToItsOwnFolder() {
    KubeObject.Key key =
        new KubeObject.Key("networking.k8s.io/v1", "IngressClass", Optional.empty(), "nginx");
    assertThat(FilePattern.DEFAULT.path(key)).hasToString("cluster/ingressclass-nginx.yaml");
  }

  @Test
  void nameOfALyingServerLeadsNowhereElse() {
    KubeObject.Key key =
        new KubeObject.Key("v1", "Service", Optional.of("../../etc"), "..\\..\\x/y");
    assertThat(FilePattern.DEFAULT.path(key).normalize())
        .hasToString("__.._etc/service-__.._x_y.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{namespace}/{name}.yaml",
        "/{namespace}/{kind}-{name}.yaml",
        "../{namespace}/{kind}-{name}.yaml",
        "{namespace}/{kind}-{name}.txt",
        "{namespace}/{kind}-{name}-{uid}.yaml"
      })
  void patternThatCannotWorkIsRefused(String text) {
    assertThat(new FilePattern(text).problem()).isPresent();
  }

  @Test
  void usualPatternHasNoProblem() {
    assertThat(FilePattern.DEFAULT.problem()).isEmpty();
  }
}
