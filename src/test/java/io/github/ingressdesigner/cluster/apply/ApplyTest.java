package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.session.Identity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes to a real API server; kubectl reads what came of them. */
@Tag("cluster")
class ApplyTest extends ApplySteps {
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
  void f9ManifestWithoutNamespaceNeedsOneChosen() throws Exception {
    String text = ingress("web", "/").replace("  namespace: " + namespace + "\n", "");
    assertThat(preview(text).steps().getFirst().refusal().orElseThrow())
        .hasMessageStartingWith("It names no namespace.");
    ApplyPreview chosen = preview(Optional.of(namespace), text);
    apply(chosen);
    assertThat(kubectl("get", "ingress", "web", "-o", PATHS)).isEqualTo("/");
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
}
