package io.github.ingressdesigner.model;

/**
 * An Ingress of networking.k8s.io/v1, or of the removed v1beta1 and extensions/v1beta1, which are
 * bound to the same shape and never edited ({@link #isLegacy()}).
 */
public record Ingress(String apiVersion, ObjectMeta meta, IngressSpec spec) implements Resource {
  @Override
  public String kind() {
    return "Ingress";
  }

  public boolean isLegacy() {
    return apiVersion.endsWith("v1beta1");
  }
}
