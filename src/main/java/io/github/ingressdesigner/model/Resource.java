package io.github.ingressdesigner.model;

/**
 * A Kubernetes object read from text. Values are kept as they stand, odd ones too; positions are
 * not in here.
 */
public sealed interface Resource permits Ingress, IngressClass, Service, Secret, OtherResource {
  ObjectMeta meta();

  String apiVersion();

  String kind();
}
