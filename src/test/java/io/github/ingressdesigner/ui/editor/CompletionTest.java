package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.editor.Completion.Proposal;
import io.github.ingressdesigner.ui.editor.Completion.Result;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final String SERVICES =
      """
      kind: Service
      apiVersion: v1
      metadata:
        name: api
        namespace: shop
      spec:
        ports:
        - port: 8080
        - name: metrics
          port: 9090
      ---
      kind: Service
      apiVersion: v1
      metadata:
        name: elsewhere
      spec:
        ports:
        - port: 80
      ---
      kind: Secret
      apiVersion: v1
      metadata:
        name: wild
        namespace: shop
      ---
      kind: IngressClass
      apiVersion: networking.k8s.io/v1
      metadata:
        name: nginx
      spec:
        controller: k8s.io/ingress-nginx
      ---
      kind: Ingress
      apiVersion: networking.k8s.io/v1
      metadata:
        name: other
        namespace: shop
      spec:
        tls:
        - hosts: [a.example.com]
          secretName: other-tls
        rules:
        - host: '*.example.com'
      """;

  private static final String HEAD =
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: x\n  namespace: shop\n";

  @Test
  void keysOfAMappingAreThoseItDoesNotHave() {
    assertThat(labels(HEAD + "spec:\n  rules:\n  - host: a\n    ^")).containsExactly("http");
    assertThat(labels(HEAD + "spec:\n  ^\n  rules: []\n"))
        .containsExactly("ingressClassName", "defaultBackend", "tls");
  }

  @Test
  void annotationsAreThoseOfTheDecidingController() {
    String head =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n    ";
    assertThat(labels(head + "rewrite^"))
        .contains("nginx.ingress.kubernetes.io/rewrite-target")
        .noneMatch(label -> label.startsWith("haproxy"));
    assertThat(labels(head + "cluster-iss^")).containsExactly("cert-manager.io/cluster-issuer");
  }

  @Test
  void valuesOfAnnotationsAreStrings() {
    String head =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n"
            + "    nginx.ingress.kubernetes.io/use-regex: ";
    assertThat(complete(head + "^").proposals())
        .extracting(Proposal::insert)
        .containsExactly("\"true\"", "\"false\"");
    assertThat(complete(head + "\"^\"").proposals())
        .extracting(Proposal::insert)
        .containsExactly("true", "false");
  }

  @Test
  void keyBehindADashBelongsToTheItem() {
    assertThat(labels(HEAD + "spec:\n  rules:\n    - http:\n        paths:\n          - ^"))
        .containsExactly("path", "pathType", "backend");
  }

  @Test
  void listAtTheColumnOfItsKeyIsUnderstood() {
    assertThat(labels(HEAD + "spec:\n  tls:\n  - ^")).containsExactly("hosts", "secretName");
  }

  @Test
  void serviceExcludesResource() {
    assertThat(labels(HEAD + "spec:\n  defaultBackend:\n    service:\n      name: a\n    ^"))
        .isEmpty();
  }

  @Test
  void typedPartFiltersAndIsReplaced() {
    Result result = complete(HEAD + "spec:\n  ing^xx\n");
    assertThat(result.proposals())
        .extracting(Proposal::insert)
        .containsExactly("ingressClassName: ");
    assertThat(result.replace().length()).isEqualTo(5);
  }

  @Test
  void mappingKeyOpensTheNextLevel() {
    assertThat(complete(HEAD + "spec:\n  defa^").proposals())
        .extracting(Proposal::insert)
        .containsExactly("defaultBackend:\n    ");
  }

  @Test
  void listKeyOpensAnItem() {
    assertThat(complete(HEAD + "spec:\n  tl^").proposals())
        .extracting(Proposal::insert)
        .containsExactly("tls:\n    - ");
  }

  @Test
  void pathTypeHasThreeValues() {
    assertThat(labels(HEAD + "spec:\n  rules:\n  - http:\n      paths:\n      - pathType: ^"))
        .containsExactly("Prefix", "Exact", "ImplementationSpecific");
  }

  @Test
  void servicesAreThoseOfTheNamespace() {
    assertThat(labels(HEAD + "spec:\n  defaultBackend:\n    service:\n      name: ^\n"))
        .containsExactly("api");
  }

  @Test
  void portsAreThoseOfTheServiceBeside() {
    String head = HEAD + "spec:\n  defaultBackend:\n    service:\n      name: api\n      port:\n";
    assertThat(labels(head + "        number: ^")).containsExactly("8080", "9090");
    assertThat(labels(head + "        name: ^")).containsExactly("metrics");
  }

  @Test
  void secretsAreThoseOpenAndThoseNamed() {
    assertThat(labels(HEAD + "spec:\n  tls:\n  - secretName: ^"))
        .containsExactly("wild", "other-tls");
  }

  @Test
  void wildcardHostIsQuoted() {
    assertThat(complete(HEAD + "spec:\n  rules:\n  - host: *^").proposals())
        .extracting(Proposal::insert)
        .containsExactly("'*.example.com'");
  }

  @Test
  void hostsGoIntoAListInBrackets() {
    assertThat(labels(HEAD + "spec:\n  tls:\n  - hosts: [b, a.^]"))
        .containsExactly("a.example.com");
  }

  @Test
  void classesAreFound() {
    assertThat(labels(HEAD + "spec:\n  ingressClassName: ^")).containsExactly("nginx");
  }

  @Test
  void otherKindsGetNothing() {
    assertThat(labels("kind: Service\nspec:\n  ^")).isEmpty();
  }

  @Test
  void commentsAndBlockScalarsGetNothing() {
    assertThat(labels(HEAD + "spec:\n  # ^")).isEmpty();
    assertThat(labels(HEAD + "  annotations:\n    a: |\n      ^")).isEmpty();
  }

  @Test
  void everyFieldHasANote() {
    for (String path :
        List.of(
            "",
            "spec:\n  ^",
            "spec:\n  tls:\n  - ^",
            "spec:\n  rules:\n  - ^",
            "spec:\n  rules:\n  - http:\n      ^",
            "spec:\n  rules:\n  - http:\n      paths:\n      - ^",
            "spec:\n  rules:\n  - http:\n      paths:\n      - backend:\n          ^",
            "spec:\n  defaultBackend:\n    service:\n      ^",
            "spec:\n  defaultBackend:\n    service:\n      port:\n        ^",
            "spec:\n  defaultBackend:\n    resource:\n      ^")) {
      String marked = path.isEmpty() ? "^" : path;
      assertThat(complete(marked).proposals())
          .as(path)
          .isNotEmpty()
          .allSatisfy(proposal -> assertThat(proposal.note()).isNotBlank());
    }
  }

  private static List<String> labels(String marked) {
    return complete(marked).proposals().stream().map(Proposal::label).toList();
  }

  private static Result complete(String marked) {
    int caret = marked.indexOf('^');
    return Completion.at(
        SourceText.of(marked.replace("^", "")),
        caret,
        resources(),
        Dialects.find("ingress-nginx").orElseThrow());
  }

  private static Resources resources() {
    Workspace workspace = new Workspace(() -> Instant.EPOCH);
    workspace.open(new FileId("/s.yaml"), FileBytes.of(SourceText.of(SERVICES)));
    return new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run)
        .shown()
        .resources();
  }
}
