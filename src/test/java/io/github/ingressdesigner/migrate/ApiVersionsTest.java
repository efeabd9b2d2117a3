package io.github.ingressdesigner.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BoundDocument.Bound;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.yaml.CorpusFiles;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiVersionsTest {
  private static Optional<String> converted(String text, int item) {
    YamlTree tree = ((ReadResult.Parsed) new YamlReader().read(text)).tree();
    return ApiVersions.toV1(text, tree, item)
        .map(edits -> SourceText.of(text).apply(edits).string());
  }

  @Test
  void blockStyleKeepsItsCommentsAndOrder() {
    String old =
        """
        # the shop
        apiVersion: extensions/v1beta1 # old
        kind: Ingress
        metadata:
          name: shop
        spec:
          backend:
            serviceName: rest   # all else
            servicePort: http
          rules:
          - host: shop.example
            http:
              paths:
              - path: /api  # first
                backend:
                  # why
                  serviceName: api # the name
                  # and
                  servicePort: 8080 # the port
              - backend:
                  servicePort: 80
                  serviceName: web
        """;
    assertThat(converted(old, -1))
        .contains(
            """
            # the shop
            apiVersion: networking.k8s.io/v1 # old
            kind: Ingress
            metadata:
              name: shop
            spec:
              defaultBackend:
                service:
                  name: rest   # all else
                  port:
                    name: http
              rules:
              - host: shop.example
                http:
                  paths:
                  - path: /api  # first
                    pathType: ImplementationSpecific
                    backend:
                      # why
                      service:
                        name: api # the name
                      # and
                        port:
                          number: 8080 # the port
                  - pathType: ImplementationSpecific
                    backend:
                      service:
                        port:
                          number: 80
                        name: web
            """);
  }

  @Test
  void flowStyleStaysFlow() {
    String old =
        """
        apiVersion: networking.k8s.io/v1beta1
        kind: Ingress
        metadata: {name: a}
        spec:
          rules:
            - http:
                paths:
                  - {path: /, backend: {serviceName: web, servicePort: 80}}
                  - {path: /b, pathType: Prefix, backend: {servicePort: http, serviceName: b}}
        """;
    assertThat(converted(old, -1))
        .contains(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: a}
            spec:
              rules:
                - http:
                    paths:
                      - {path: /, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
                      - {path: /b, pathType: Prefix, backend: {service: {port: {name: http}, name: b}}}
            """);
  }

  @Test
  void jsonStaysJson() {
    String old =
        """
        {"apiVersion": "extensions/v1beta1", "kind": "Ingress", "metadata": {"name": "a"},
         "spec": {"backend": {"serviceName": "web", "servicePort": 80}}}
        """;
    assertThat(converted(old, -1))
        .contains(
            """
            {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "a"},
             "spec": {"defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}}
            """);
  }

  @Test
  void wideIndentIsKept() {
    String old =
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata:
            name: a
        spec:
            backend:
                serviceName: web
                servicePort: 80
        """;
    assertThat(converted(old, -1))
        .contains(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
                name: a
            spec:
                defaultBackend:
                    service:
                        name: web
                        port:
                            number: 80
            """);
  }

  @Test
  void ingressClassChangesItsVersionOnly() {
    String old =
        """
        apiVersion: "networking.k8s.io/v1beta1"
        kind: IngressClass
        metadata:
          name: a
        spec:
          controller: k8s.io/ingress-nginx
        """;
    assertThat(converted(old, -1))
        .contains(old.replace("\"networking.k8s.io/v1beta1\"", "\"networking.k8s.io/v1\""));
  }

  @Test
  void entryOfAListIsConvertedAlone() {
    String old =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: extensions/v1beta1
          kind: Ingress
          metadata: {name: a}
          spec:
            backend: {serviceName: a, servicePort: 1}
        - apiVersion: extensions/v1beta1
          kind: Ingress
          metadata: {name: b}
          spec:
            backend: {serviceName: b, servicePort: 2}
        """;
    assertThat(converted(old, 1).orElseThrow())
        .contains("backend: {serviceName: a, servicePort: 1}")
        .contains("defaultBackend: {service: {name: b, port: {number: 2}}}");
  }

  @Test
  void portInQuotesBecomesANumber() {
    String old =
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: a}
        spec:
          backend:
            serviceName: web
            servicePort: "80"
        """;
    assertThat(converted(old, -1).orElseThrow()).contains("port:\n        number: 80\n");
  }

  @Test
  void sharedBackendIsConvertedOnce() {
    String old =
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: a}
        spec:
          rules:
          - host: a.example
            http:
              paths:
              - path: /a
                backend: &web
                  serviceName: web
                  servicePort: 80
              - path: /b
                backend: *web
        """;
    assertThat(converted(old, -1).orElseThrow())
        .contains("backend: &web\n          service:\n            name: web\n")
        .contains("backend: *web");
  }

  @Test
  void todaysVersionIsLeftAlone() {
    assertThat(
            converted(
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: a}
                """,
                -1))
        .isEmpty();
  }

  /** Every old Ingress of the corpus that is readable is converted. */
  @Test
  void oldIngressesOfTheCorpusAreConverted() {
    List<String> left = new ArrayList<>();
    int done = 0;
    for (CorpusFiles.CorpusFile file : CorpusFiles.all()) {
      if (!file.text().contains("v1beta1")) {
        continue;
      }
      for (String text : file.slices()) {
        if (new YamlReader().read(text) instanceof ReadResult.Parsed(YamlTree tree)) {
          for (Bound bound : new ResourceBinder().bind(tree).resources()) {
            String kind = bound.resource().kind();
            if (ApiVersions.isOld(bound.resource().apiVersion(), kind)) {
              if (ApiVersions.toV1(text, tree, bound.item()).isPresent()) {
                done++;
              } else {
                left.add(file.path());
              }
            }
          }
        }
      }
    }
    assertThat(left).isEmpty();
    assertThat(done).isGreaterThan(20);
  }
}
