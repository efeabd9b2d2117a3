package io.github.ingressdesigner.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Claims;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControllerChoiceTest {
  private static final Dialect NGINX =
      new Known(
          "ingress-nginx",
          new Claims(
              Set.of("k8s.io/ingress-nginx"),
              Set.of("nginx"),
              Set.of("nginx.ingress.kubernetes.io/"),
              Set.of()));
  private static final Dialect F5 =
      new Known(
          "f5-nginx",
          new Claims(
              Set.of("nginx.org/ingress-controller"),
              Set.of("nginx"),
              Set.of("nginx.org/"),
              Set.of()));
  private static final Dialect GATEWAY =
      new Known(
          "gateway-api",
          new Claims(Set.of(), Set.of(), Set.of(), Set.of("gateway.networking.k8s.io/HTTPRoute")));

  private record Known(String id, Claims claims) implements Dialect {
    @Override
    public String displayName() {
      return id;
    }

    @Override
    public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theIngressClassDocumentDecidesOverCustom() {
    ControllerChoice choice =
        choose(
            """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: nginx.org/ingress-controller}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: a, annotations: {nginx.ingress.kubernetes.io/use-regex: "true"}}
            spec: {ingressClassName: nginx}
            """);
    assertThat(choice.dialect()).isEqualTo(F5);
    assertThat(choice.reason()).contains("nginx.org/ingress-controller");
  }

  @Test
  void annotationsTellTwoControllersOfOneClassNameApart() {
    String ingress =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a, annotations: {KEY: "x"}}
        spec: {ingressClassName: nginx}
        """;
    assertThat(choose(ingress.replace("KEY", "nginx.org/rewrites")).dialect()).isEqualTo(F5);
    assertThat(choose(ingress.replace("KEY", "example.org/x")).dialect()).isEqualTo(NGINX);
  }

  @Test
  void aSecondInstallationIsKnownByAWordOfItsName() {
    assertThat(choose(ingress("nginx-internal")).dialect()).isEqualTo(NGINX);
  }

  @Test
  void aControllerThatIsNotModelledIsNamedAndRoutedByTheSpecification() {
    ControllerChoice choice = choose(ingress("alb"));
    assertThat(choice.dialect()).isEqualTo(new ForeignDialect("AWS Load Balancer Controller"));
    assertThat(choice.foreign()).contains("AWS Load Balancer Controller");
  }

  @Test
  void mostIngressesDecide() {
    ControllerChoice choice =
        choose(String.join("---\n", ingress("alb"), ingress("nginx"), ingress("nginx")));
    assertThat(choice.dialect()).isEqualTo(NGINX);
    assertThat(choice.reason()).contains("2 of 3 Ingresses");
  }

  @Test
  void routesTellWhereNoIngressIs() {
    assertThat(
            choose(
                    """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata: {name: r}
                    """)
                .dialect())
        .isEqualTo(GATEWAY);
  }

  @Test
  void nothingTellsNothing() {
    ControllerChoice choice = choose(ingress("").replace("ingressClassName: ''", ""));
    assertThat(choice.told()).isFalse();
    assertThat(choice.dialect()).isEqualTo(Dialects.SPEC);
  }

  private static String ingress(String name) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: a}
    spec: {ingressClassName: '%s'}
    """
        .formatted(name);
  }

  private static ControllerChoice choose(String yaml) {
    return ControllerChoice.of(Manifests.read(yaml), List.of(Dialects.SPEC, NGINX, F5, GATEWAY));
  }
}
