package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.apply.Applier.Decision;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.session.Identity;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes to a real API server; kubectl reads what came of them. */
@Tag("cluster")
class ApplyTest {
  @TempDir Path state;
  private KubeSession admin;
  private String namespace;
  private ApplyJournal journal;

  @BeforeEach
  void makeNamespace() throws Exception {
    admin = Sessions.open(ApiServer.shared(), "admin");
    namespace = Sessions.newNamespace(admin);
    journal = new ApplyJournal(state);
  }

  @AfterEach
  void close() {
    if (admin != null) {
      admin.close();
    }
  }

  private String ingress(String name, String path) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: %s
      namespace: %s
    spec:
      rules:
      - host: shop.example
        http:
          paths:
          - path: %s
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
    """
        .formatted(name, namespace, path);
  }

  private ApplyPreview preview(String... texts) throws ClusterException {
    return preview(Optional.empty(), texts);
  }

  private ApplyPreview preview(Optional<String> chosen, String... texts) throws ClusterException {
    List<Wanted> wanted = new ArrayList<>();
    for (String text : texts) {
      Wanted.Text read = Wanted.read("file.yaml", text);
      assertThat(read.problems()).isEmpty();
      wanted.addAll(read.objects());
    }
    return ApplyPreview.of(admin, wanted, chosen, () -> false);
  }

  private Applier applier(ApplyPreview preview) {
    return new Applier(admin, preview, journal, Clock.systemUTC());
  }

  private ApplyResult apply(ApplyPreview preview) {
    return applier(preview).apply(preview.steps(), Map.of(), step -> {}, () -> false);
  }

  private ApplyResult apply(String... texts) throws ClusterException {
    ApplyResult result = apply(preview(texts));
    assertThat(result.in(Done.FAILED)).isEmpty();
    return result;
  }

  private String kubectl(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(arguments));
    return new Kubectl(ApiServer.shared().kubeconfig())
        .run("", all.toArray(String[]::new))
        .text()
        .strip();
  }

  private String kubectlApply(String manager, String text) throws Exception {
    Kubectl.Result result =
        new Kubectl(ApiServer.shared().kubeconfig())
            .run(text, "apply", "--server-side", "--field-manager=" + manager, "-f", "-");
    assertThat(result.code()).as(result.text()).isZero();
    return result.text();
  }

  private static final String PATHS = "jsonpath={.spec.rules[*].http.paths[*].path}";

  private Optional<KubeObject> live(String name) throws ClusterException {
    return admin.find(
        Request.get(KubeKind.INGRESS.path(Optional.of(namespace), name)), () -> false);
  }

  @Test
  void newObjectIsThereForKubectlAsItStandsInTheFile() throws Exception {
    apply(ingress("web", "/api"));
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/api");
  }

  @Test
  void scalarsMeanWhatTheyMeanToKubectl() throws Exception {
    String text = ingress("web", "/").replace("number: 80", "number: 0x1F90");
    apply(text);
    assertThat(
            kubectl(
                "get",
                "ingress",
                "web",
                "-o",
                "jsonpath={.spec.rules[0].http.paths[0].backend.service.port.number}"))
        .isEqualTo("8080");
  }

  @Test
  void quotedPortIsLeftForTheServerToRefuse() throws Exception {
    ApplyStep step =
        preview(ingress("web", "/").replace("number: 80", "number: \"80\"")).steps().getFirst();
    assertThat(step.state()).isEqualTo(State.REFUSED);
    assertThat(live("web")).isEmpty();
  }

  @Test
  void previewStoresNothing() throws Exception {
    ApplyPreview preview = preview(ingress("web", "/api"));
    assertThat(preview.steps()).extracting(ApplyStep::state).containsExactly(State.CREATE);
    assertThat(kubectl("get", "ingress", "-o", "name")).isEmpty();
  }

  @Test
  void f8NoLabelOrAnnotationOfOurOwnIsAdded() throws Exception {
    apply(ingress("web", "/api"));
    assertThat(
            kubectl(
                "get",
                "ingress",
                "web",
                "-o",
                "jsonpath={.metadata.labels}{.metadata.annotations}"))
        .isEmpty();
  }

  @Test
  void f11FieldsAreKeptUnderOneStableName() throws Exception {
    apply(ingress("web", "/api"));
    assertThat(
            kubectl(
                "get",
                "ingress",
                "web",
                "--show-managed-fields",
                "-o",
                "jsonpath={.metadata.managedFields[*].manager}"
                    + " {.metadata.managedFields[*].operation}"))
        .isEqualTo("ingress-designer Apply");
  }

  @Test
  void secondApplyOfTheSameWritesNothing() throws Exception {
    apply(ingress("web", "/api"));
    String version = live("web").orElseThrow().resourceVersion().orElseThrow();
    ApplyResult result = apply(ingress("web", "/api"));
    assertThat(result.objects()).extracting(ApplyResult.One::done).containsExactly(Done.UNCHANGED);
    assertThat(live("web").orElseThrow().resourceVersion()).contains(version);
  }

  @Test
  void f11FieldsOfOthersAreNamedAndNotTakenUnasked() throws Exception {
    kubectlApply("argocd-controller", ingress("web", "/theirs"));
    ApplyStep step = preview(ingress("web", "/ours")).steps().getFirst();
    assertThat(step.state()).isEqualTo(State.CONFLICT);
    assertThat(step.conflicts())
        .containsExactly(new FieldConflict(".spec.rules", "argocd-controller"));
    assertThat(step.owners().advice().orElseThrow()).startsWith("Argo CD syncs this object");
    assertThatThrownBy(() -> apply(preview(ingress("web", "/ours"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected a choice for it");
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/theirs");
  }

  private ApplyResult decide(ApplyPreview preview, Map<String, Choice> byField) {
    Map<Decision, Choice> choices = new HashMap<>();
    for (ApplyStep step : preview.steps()) {
      for (FieldConflict conflict : step.conflicts()) {
        choices.put(new Decision(step, conflict), byField.get(conflict.field()));
      }
    }
    return applier(preview).apply(preview.steps(), choices, step -> {}, () -> false);
  }

  private String annotated(String value, String path) {
    return ingress("web", path)
        .replace(
            "  namespace: " + namespace,
            "  namespace: " + namespace + "\n  annotations:\n    a.b/c: \"" + value + "\"");
  }

  @Test
  void f11TakenFieldIsOursAndLeftOneStaysTheirs() throws Exception {
    kubectlApply("argocd-controller", annotated("theirs", "/theirs"));
    ApplyResult result =
        decide(
            preview(annotated("ours", "/ours")),
            Map.of(".spec.rules", Choice.TAKE, ".metadata.annotations.a.b/c", Choice.LEAVE));
    assertThat(result.isComplete()).isTrue();
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/ours");
    assertThat(kubectl("get", "ingress", "web", "-o", "jsonpath={.metadata.annotations.a\\.b/c}"))
        .isEqualTo("theirs");
  }

  @Test
  void allConflictsLeftChangesNothingOfTheirs() throws Exception {
    kubectlApply("helm", ingress("web", "/theirs"));
    decide(preview(ingress("web", "/ours")), Map.of(".spec.rules", Choice.LEAVE));
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/theirs");
  }

  @Test
  void f10ChangeBetweenPreviewAndApplyIsNotOverwritten() throws Exception {
    apply(ingress("web", "/one"));
    ApplyPreview preview = preview(ingress("web", "/two"));
    kubectl("annotate", "ingress", "web", "x=y");
    ApplyResult result = apply(preview);
    assertThat(result.in(Done.FAILED))
        .singleElement()
        .satisfies(one -> assertThat(one.failure().orElseThrow().kind()).isEqualTo(Kind.STALE));
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/one");
  }

  @Test
  void f6OtherClusterBehindTheSameAddressIsNotWrittenTo() throws Exception {
    ApplyPreview preview = preview(ingress("web", "/api"));
    ApplyPreview other =
        new ApplyPreview(
            new Identity(preview.identity().server(), Optional.of("another-uid")), preview.steps());
    ApplyResult result = apply(other);
    assertThat(result.in(Done.FAILED).getFirst().failure().orElseThrow())
        .hasMessageContaining("is not the cluster that was shown")
        .hasMessageContaining("was another-uid. Nothing was written.");
    assertThat(live("web")).isEmpty();
  }

  @Test
  void f9NamespaceOfAManifestIsNeverRewritten() throws Exception {
    ApplyStep step = preview(Optional.of("default"), ingress("web", "/")).steps().getFirst();
    assertThat(step.state()).isEqualTo(State.REFUSED);
    assertThat(step.refusal().orElseThrow())
        .hasMessage(
            "Its namespace is "
                + namespace
                + ", but default was chosen. It is never rewritten: choose the same.");
  }

  @Test
  void f9ManifestWithoutNamespaceNeedsOneChosen() throws Exception {
    String text = ingress("web", "/").replace("  namespace: " + namespace + "\n", "");
    assertThat(preview(text).steps().getFirst().refusal().orElseThrow())
        .hasMessageStartingWith("It names no namespace.");
    ApplyPreview chosen = preview(Optional.of(namespace), text);
    apply(chosen);
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/");
  }

  @Test
  void f9NamespaceIsNotMadeByTheWay() throws Exception {
    String missing = ApiServer.newName();
    String text = ingress("web", "/").replace(namespace, missing);
    ApplyStep step = preview(text).steps().getFirst();
    assertThat(step.state()).isEqualTo(State.REFUSED);
    assertThat(step.refusal().orElseThrow())
        .hasMessageContaining("namespaces \"" + missing + "\" not found")
        .hasMessageContaining("make it with kubectl create namespace");
    assertThat(kubectl("get", "namespace", missing)).contains("NotFound");
  }

  @Test
  void refusedFieldsKeepTheirPaths() throws Exception {
    ApplyStep step = preview(ingress("web", "foo")).steps().getFirst();
    assertThat(step.refusal().orElseThrow().causes())
        .extracting(ClusterException.Cause::field)
        .containsExactly("spec.rules[0].http.paths[0].path");
  }

  @Test
  void unknownFieldIsRefusedByItsPath() throws Exception {
    ApplyStep step =
        preview(ingress("web", "/").replace("spec:\n", "spec:\n  rulez: 1\n")).steps().getFirst();
    assertThat(step.refusal().orElseThrow().causes())
        .as(step.refusal().orElseThrow().getMessage())
        .extracting(ClusterException.Cause::field)
        .containsExactly("spec.rulez");
  }

  @Test
  void warningsOfTheServerAreShown() throws Exception {
    String text =
        ingress("web", "/")
            .replace(
                "  namespace: " + namespace,
                "  namespace: "
                    + namespace
                    + "\n  annotations: {kubernetes.io/ingress.class: nginx}");
    assertThat(preview(text).steps().getFirst().warnings())
        .containsExactly(
            "annotation \"kubernetes.io/ingress.class\" is deprecated, please use"
                + " 'spec.ingressClassName' instead");
  }

  @Test
  void f24WhatStaysInTheClusterIsTold() throws Exception {
    apply(ingress("web", "/"));
    kubectl("annotate", "ingress", "web", "by.hand/x=1");
    ApplyStep step = preview(ingress("web", "/two")).steps().getFirst();
    assertThat(step.stays()).containsExactly(".metadata.annotations");
  }

  @Test
  void f24AfterTheApplyTheObjectIsReadAgain() throws Exception {
    ApplyResult result = apply(ingress("web", "/"));
    assertThat(result.objects().getFirst().after().orElseThrow().json())
        .isEqualTo(live("web").orElseThrow().json());
  }

  @Test
  void failureHalfWayTellsWhatWasAppliedAndWhatWasNot() throws Exception {
    apply(ingress("b", "/"));
    ApplyPreview preview = preview(ingress("a", "/a"), ingress("b", "/b"), ingress("c", "/c"));
    kubectl("annotate", "ingress", "b", "x=y");
    ApplyResult result = apply(preview);
    assertThat(result.objects())
        .extracting(ApplyResult.One::done)
        .containsExactly(Done.APPLIED, Done.FAILED, Done.NOT_TRIED);
    assertThat(live("a")).isPresent();
    assertThat(live("c")).isEmpty();
  }

  @Test
  void rollBackPutsBackWhatWasChangedWithItsOwners() throws Exception {
    kubectlApply("helm", ingress("a", "/before"));
    ApplyPreview preview = preview(ingress("a", "/after"));
    ApplyResult result = decide(preview, Map.of(".spec.rules", Choice.TAKE));
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/after");
    assertThat(applier(preview).rollBack(result, false, () -> false)).isEmpty();
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/before");
    assertThat(
            kubectl(
                "get",
                "ingress",
                "a",
                "--show-managed-fields",
                "-o",
                "jsonpath={.metadata.managedFields[*].manager}"))
        .isEqualTo("helm");
  }

  @Test
  void rollBackDeletesWhatWasCreatedOnlyWhenAsked() throws Exception {
    ApplyPreview preview = preview(ingress("a", "/"));
    ApplyResult result = apply(preview);
    assertThat(applier(preview).rollBack(result, false, () -> false))
        .containsExactly(
            "Ingress "
                + namespace
                + "/a: It was created and stays. Delete it with kubectl if it is not wanted.");
    assertThat(live("a")).isPresent();
    assertThat(applier(preview).rollBack(result, true, () -> false)).isEmpty();
    assertThat(live("a")).isEmpty();
  }

  @Test
  void rollBackLeavesAloneWhatSomebodyChangedSince() throws Exception {
    apply(ingress("a", "/one"));
    ApplyPreview preview = preview(ingress("a", "/two"));
    ApplyResult result = apply(preview);
    kubectl("annotate", "ingress", "a", "x=y");
    assertThat(applier(preview).rollBack(result, false, () -> false))
        .singleElement()
        .asString()
        .contains("was changed by somebody since, so it is left as it is");
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/two");
  }

  @Test
  void writeIsTakenBackFromTheJournal() throws Exception {
    apply(ingress("a", "/one"));
    apply(ingress("a", "/two"));
    ApplyJournal.Entry last = journal.entries().getLast();
    Undo.fromJournal(admin, journal, last, Clock.systemUTC(), () -> false);
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/one");
    assertThat(journal.entries())
        .extracting(ApplyJournal.Entry::action)
        .containsExactly("apply", "apply", "undo of 2");
  }

  @Test
  void undoOfAnotherClustersWriteIsRefused() throws Exception {
    apply(ingress("a", "/one"));
    ApplyJournal.Entry e = journal.entries().getLast();
    ApplyJournal.Entry other =
        new ApplyJournal.Entry(
            e.id(),
            e.at(),
            e.context(),
            e.file(),
            e.server(),
            Optional.of("another"),
            e.action(),
            e.key(),
            e.plural(),
            e.before(),
            e.after(),
            e.outcome());
    assertThatThrownBy(
            () -> Undo.fromJournal(admin, journal, other, Clock.systemUTC(), () -> false))
        .isInstanceOfSatisfying(
            ClusterException.class, x -> assertThat(x.kind()).isEqualTo(Kind.WRONG_SERVER));
    assertThat(live("a")).isPresent();
  }

  @Test
  void journalIsReadableByItsOwnerOnly() throws Exception {
    apply(ingress("a", "/one"));
    assertThat(Files.getPosixFilePermissions(state.resolve("cluster-writes.jsonl")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void journalTellsWhenWhereAndWhat() throws Exception {
    apply(ingress("a", "/one"));
    ApplyJournal.Entry entry = journal.entries().getFirst();
    assertThat(entry.context()).isEqualTo("admin");
    assertThat(entry.cluster()).isPresent();
    assertThat(entry.key().shown()).isEqualTo("Ingress " + namespace + "/a");
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after()).isPresent();
    assertThat(entry.outcome()).isEqualTo(ApplyJournal.Outcome.DONE);
  }

  @Test
  void secretsAndNamespacesAreLeftAlone() throws Exception {
    ApplyPreview preview =
        preview(
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: %s}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n-%s}\n"
                .formatted(namespace, namespace));
    assertThat(preview.steps())
        .extracting(ApplyStep::state)
        .containsExactly(State.SKIPPED, State.SKIPPED);
  }

  @Test
  void serviceComesBeforeTheIngressThatNamesIt() throws Exception {
    ApplyPreview preview =
        preview(
            ingress("a", "/"),
            "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: %s}\nspec: {ports: [{port: 80}]}\n"
                .formatted(namespace));
    assertThat(preview.steps())
        .extracting(step -> step.wanted().object().kind())
        .containsExactly("Service", "Ingress");
  }

  @Test
  void kindThatTheServerDoesNotServeIsRefused() throws Exception {
    ApplyStep step =
        preview(ingress("a", "/").replace("networking.k8s.io/v1", "networking.k8s.io/v1beta1"))
            .steps()
            .getFirst();
    assertThat(step.refusal().orElseThrow())
        .hasMessage(
            "The server does not serve Ingress of networking.k8s.io/v1beta1. Change the apiVersion,"
                + " or install its definition.");
  }

  @Test
  void readerWithoutTheRightIsToldSo() throws Exception {
    try (KubeSession reader = Sessions.open(ApiServer.shared(), "reader")) {
      ApplyPreview preview =
          ApplyPreview.of(
              reader, Wanted.read("f", ingress("a", "/")).objects(), Optional.empty(), () -> false);
      assertThat(preview.steps().getFirst().refusal().orElseThrow().kind())
          .isEqualTo(Kind.FORBIDDEN);
    }
  }
}
