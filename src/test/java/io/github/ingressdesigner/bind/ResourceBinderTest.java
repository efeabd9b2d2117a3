package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.bind;
import static io.github.ingressdesigner.bind.Bindings.ingress;
import static io.github.ingressdesigner.bind.Bindings.messages;
import static io.github.ingressdesigner.bind.Bindings.path;
import static io.github.ingressdesigner.bind.Bindings.places;
import static io.github.ingressdesigner.bind.Bindings.resource;
import static io.github.ingressdesigner.bind.Bindings.withPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceBinderTest {
  private static final String FULL =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
        namespace: prod
        labels: {team: web}
        annotations:
          example.com/note: "yes"
        creationTimestamp: 2024-01-01T00:00:00Z
      spec:
        ingressClassName: nginx
        defaultBackend:
          resource: {apiGroup: k8s.example.com, kind: Bucket, name: static}
        tls:
        - hosts: [shop.example.com]
          secretName: cert
        rules:
        - host: shop.example.com
          http:
            paths:
            - path: /api
              pathType: Prefix
              backend:
                service:
                  name: api
                  port:
                    number: 8080
        - host: other.example.com
      """;

  @Test
  void everyFieldOfAnIngressIsBound() {
    Ingress expected =
        new Ingress(
            "networking.k8s.io/v1",
            new ObjectMeta(
                Optional.of("shop"),
                Optional.of("prod"),
                Map.of("team", "web"),
                Map.of("example.com/note", "yes"),
                Optional.of("2024-01-01T00:00:00Z")),
            new IngressSpec(
                Optional.of("nginx"),
                Optional.of(
                    new ResourceBackend(
                        Optional.of("k8s.example.com"),
                        Optional.of("Bucket"),
                        Optional.of("static"))),
                List.of(new TlsEntry(List.of("shop.example.com"), Optional.of("cert"))),
                List.of(
                    new Rule(
                        Optional.of("shop.example.com"),
                        true,
                        List.of(
                            new HttpPath(
                                Optional.of("/api"),
                                Optional.of("Prefix"),
                                Optional.of(ServiceBackend.of("api", new Port.Number(8080)))))),
                    new Rule(Optional.of("other.example.com"), false, List.of()))));
    assertThat(ingress(FULL)).isEqualTo(expected);
  }

  @Test
  void goodIngressHasNoProblems() {
    assertThat(bind(FULL).problems()).isEmpty();
  }

  @Test
  void emptyHostCountsAsAbsent() {
    String yaml = FULL.replace("host: other.example.com", "host: ''");
    assertThat(ingress(yaml).spec().rules().get(1).host()).isEmpty();
  }

  @Test
  void missingPathTypeIsReportedAtItsField() {
    assertThat(places(FULL.replace("pathType: Prefix", "extra: 1")))
        .containsExactly("spec.rules[0].http.paths[0].pathType");
  }

  @Test
  void pathTypeInWrongCaseIsNamedRight() {
    assertThat(messages(FULL.replace("pathType: Prefix", "pathType: prefix")))
        .containsExactly("The pathType is written Prefix, not \"prefix\".");
  }

  @Test
  void misspeltNameOfPathTypeIsNamedRight() {
    assertThat(messages(FULL.replace("pathType: Prefix", "pathtype: Prefix")))
        .containsExactly("The field is called pathType, not pathtype.");
  }

  @Test
  void unknownPathTypeIsKept() {
    HttpPath path =
        ingress(FULL.replace("pathType: Prefix", "pathType: Regex"))
            .spec()
            .rules()
            .getFirst()
            .paths()
            .getFirst();
    assertThat(path.type()).isEqualTo(PathType.UNKNOWN);
    assertThat(path.pathType()).contains("Regex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exact", "Prefix"})
  void missingPathIsReported(String type) {
    String yaml = withPath("pathType: " + type, "backend: {service: {name: a, port: {number: 1}}}");
    assertThat(places(yaml)).containsExactly("spec.rules[0].http.paths[0].path");
  }

  @Test
  void implementationSpecificNeedsNoPath() {
    String yaml =
        withPath(
            "pathType: ImplementationSpecific", "backend: {service: {name: a, port: {number: 1}}}");
    assertThat(places(yaml)).isEmpty();
  }

  @Test
  void pathWithoutSlashIsKeptAndReported() {
    String yaml = FULL.replace("path: /api", "path: api");
    assertThat(places(yaml)).containsExactly("spec.rules[0].http.paths[0].path");
    assertThat(path(yaml).path()).contains("api");
  }

  @Test
  void pathThatIsANumberIsKeptAsWritten() {
    String yaml = FULL.replace("path: /api", "path: 0x10");
    assertThat(path(yaml).path()).contains("0x10");
  }

  @ParameterizedTest
  @CsvSource({
    "'host: shop.example.com', 'host: yes', 'spec.rules[0].host'",
    "'host: shop.example.com', 'host: 12345', 'spec.rules[0].host'",
    "'host: shop.example.com', 'host: [a]', 'spec.rules[0].host'",
    "'name: shop', 'name: 2026', 'metadata.name'",
    "'namespace: prod', 'namespace: on', 'metadata.namespace'",
    "'{team: web}', '{team: 1e3}', 'metadata.labels.team'",
    "'\"yes\"', 'yes', 'metadata.annotations[example.com/note]'",
    "'\"yes\"', '60', 'metadata.annotations[example.com/note]'",
    "'\"yes\"', '.NaN', 'metadata.annotations[example.com/note]'",
    "'\"yes\"', '{a: b}', 'metadata.annotations[example.com/note]'",
    "'\"yes\"', '!!int abc', 'metadata.annotations[example.com/note]'",
    "'secretName: cert', 'secretName: 42', 'spec.tls[0].secretName'",
    "'[shop.example.com]', 'shop.example.com', 'spec.tls[0].hosts'",
    "'[shop.example.com]', '[1]', 'spec.tls[0].hosts[0]'",
    "'ingressClassName: nginx', 'ingressClassName: 1', 'spec.ingressClassName'",
    "'name: api', 'name: 8080', 'spec.rules[0].http.paths[0].backend.service.name'",
  })
  void whatTheApiCannotDecodeIsReportedAtItsField(String good, String bad, String place) {
    assertThat(places(FULL.replace(good, bad))).contains(place);
  }

  @Test
  void annotationThatIsABooleanIsKeptAsWritten() {
    assertThat(ingress(FULL.replace("\"yes\"", "yes")).meta().annotations())
        .containsEntry("example.com/note", "yes");
  }

  @Test
  void nullAnnotationIsEmptyText() {
    assertThat(ingress(FULL.replace("\"yes\"", "~")).meta().annotations())
        .containsEntry("example.com/note", "");
  }

  @Test
  void pathsThatAreANumberBlankOnlyThemselves() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
          - host: a.example.com
            http:
              paths: 5
          - host: b.example.com
        """;
    assertThat(ingress(yaml).spec().rules())
        .extracting(Rule::host)
        .containsExactly(Optional.of("a.example.com"), Optional.of("b.example.com"));
    assertThat(places(yaml)).containsExactly("spec.rules[0].http.paths");
  }

  @Test
  void oddEntriesKeepTheirPlaces() {
    String yaml = FULL.replace("  rules:\n", "  rules:\n  - 5\n  -\n");
    assertThat(ingress(yaml).spec().rules()).hasSize(4);
    assertThat(places(yaml)).containsExactly("spec.rules[0]");
  }

  @Test
  void ruleWithoutPathsIsReported() {
    String yaml = FULL.replace("- host: other.example.com", "- http: {paths: []}");
    assertThat(places(yaml)).containsExactly("spec.rules[1].http.paths");
  }

  @Test
  void ingressThatRoutesNothingIsReported() {
    assertThat(
            places(
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {}"))
        .containsExactly("spec");
  }

  @Test
  void missingNameIsReported() {
    assertThat(places(FULL.replace("  name: shop\n", ""))).containsExactly("metadata.name");
  }

  @Test
  void generatedNameIsAName() {
    assertThat(places(FULL.replace("  name: shop\n", "  generateName: shop-\n"))).isEmpty();
  }

  @Test
  void unknownFieldsAreLeftAlone() {
    assertThat(places(FULL.replace("spec:\n", "spec:\n  colour: {a: [1, 2]}\n"))).isEmpty();
  }

  @Test
  void lastOfTwoEqualKeysCounts() {
    String yaml =
        FULL.replace("host: other.example.com", "host: a.example\n    \"host\": b.example");
    assertThat(ingress(yaml).spec().rules().get(1).host()).contains("b.example");
    assertThat(places(yaml)).containsExactly("spec.rules[1].host");
  }

  @Test
  void serviceAndResourceTogetherAreReported() {
    String yaml =
        FULL.replace("    resource:", "    service: {name: a, port: {number: 1}}\n    resource:");
    assertThat(places(yaml)).containsExactly("spec.defaultBackend");
  }

  @Test
  void missingBackendIsReported() {
    String yaml = withPath("path: /", "pathType: Prefix");
    assertThat(places(yaml)).containsExactly("spec.rules[0].http.paths[0].backend");
    assertThat(path(yaml).backend()).isEmpty();
  }

  @Test
  void oldNameOfTheDefaultBackendIsReported() {
    String yaml =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a}
        spec: {backend: {service: {name: a, port: {number: 1}}}}
        """;
    assertThat(places(yaml)).containsExactly("spec.backend");
  }

  @Test
  void secondReadOfTheSameTreeGivesTheSameObject() {
    ResourceBinder binder = new ResourceBinder();
    var tree = Bindings.tree(FULL);
    assertThat(binder.bind(tree)).isSameAs(binder.bind(tree));
  }

  @Test
  void ingressClassIsBound() {
    IngressClass bound =
        (IngressClass)
            resource(
                """
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata:
                  name: nginx
                  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
                spec: {controller: k8s.io/ingress-nginx}
                """);
    assertThat(bound.controller()).contains("k8s.io/ingress-nginx");
    assertThat(bound.isDefault()).isTrue();
  }

  @Test
  void serviceIsBoundWithItsPorts() {
    Service bound =
        (Service)
            resource(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  type: ExternalName
                  externalName: web.example.com
                  ports:
                  - {name: http, port: 80, targetPort: 8080, appProtocol: h2c}
                  - {port: "443", targetPort: https}
                """);
    assertThat(bound.type()).contains("ExternalName");
    assertThat(bound.externalName()).contains("web.example.com");
    assertThat(bound.ports().getFirst())
        .isEqualTo(
            new Service.ServicePort(
                Optional.of("http"), Optional.of(80), Optional.of("8080"), Optional.of("h2c")));
    assertThat(bound.ports().get(1).port()).isEmpty();
    assertThat(bound.ports().get(1).targetPort()).contains("https");
  }

  @Test
  void portOfAServiceThatIsTextIsReported() {
    assertThat(
            places(
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"
                    + "spec: {ports: [{port: '80'}]}"))
        .containsExactly("spec.ports[0].port");
  }

  @Test
  void otherKindsAreListedAndLeftAlone() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, annotations: {a: 1}}
        spec: 5
        """;
    assertThat(resource(yaml)).isInstanceOf(OtherResource.class);
    assertThat(bind(yaml).problems()).isEmpty();
  }

  @Test
  void ingressOfAnotherGroupIsAnotherKind() {
    assertThat(resource("apiVersion: config.openshift.io/v1\nkind: Ingress\nmetadata: {name: a}"))
        .isInstanceOf(OtherResource.class);
  }

  @Test
  void misspeltGroupIsShownAndReported() {
    String yaml = FULL.replace("networking.k8s.io/v1", "networking.k8s.oi/v1");
    assertThat(ingress(yaml).spec().rules()).hasSize(2);
    assertThat(places(yaml)).containsExactly("apiVersion");
  }

  @Test
  void kindInWrongCaseIsReported() {
    assertThat(places(FULL.replace("kind: Ingress", "kind: ingress"))).containsExactly("kind");
  }

  @Test
  void yamlThatIsNoKubernetesObjectGivesNothing() {
    assertThat(bind("replicas: 3\nimage: nginx").resources()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "hello",
        "- 1",
        "[]",
        "{}",
        "kind: 5",
        "kind: [Ingress]",
        "kind: Ingress",
        "apiVersion: {}",
        "kind: List",
        "kind: List\nitems: 5",
        "kind: List\nitems: [5, ~, {}]",
        "*x",
        "a: *x",
        "kind: Ingress\nspec: *x",
        "kind: Ingress\nspec: {rules: [*x]}",
        "kind: Ingress\n<<: 5",
        "kind: Ingress\n<<: [5, *x]",
        "kind: Ingress\n<<: *x",
        "? [a]\n: b\nkind: Ingress",
        "kind: Ingress\n~: 1",
        "&a [*a]",
        "&a {<<: *a, kind: Ingress}",
        "kind: Secret\napiVersion: v1\ndata: 5",
        "kind: Service\napiVersion: v1\nspec: []"
      })
  void nothingMakesItThrow(String yaml) {
    assertThat(bind(yaml)).isNotNull();
  }
}
