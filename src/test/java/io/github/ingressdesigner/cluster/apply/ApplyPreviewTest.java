package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.session.KubeSession;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the server says of an apply before anything is stored. */
@Tag("cluster")
class ApplyPreviewTest extends ApplySteps {
  @Test
  void previewStoresNothing() throws Exception {
    ApplyPreview preview = preview(ingress("web", "/api"));
    assertThat(preview.steps()).extracting(ApplyStep::state).containsExactly(State.CREATE);
    assertThat(kubectl("get", "ingress", "-o", "name")).isEmpty();
  }

  @Test
  void quotedPortIsLeftForTheServerToRefuse() throws Exception {
    ApplyStep step =
        preview(ingress("web", "/").replace("number: 80", "number: \"80\"")).steps().getFirst();
    assertThat(step.state()).isEqualTo(State.REFUSED);
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
