package io.github.ingressdesigner.model;

import java.util.Optional;

/** An IngressClass: which controller serves it, and whether it is the cluster's default class. */
public record IngressClass(String apiVersion, ObjectMeta meta, Optional<String> controller)
    implements Resource {
  @Override
  public String kind() {
    return "IngressClass";
  }

  public boolean isDefault() {
    return "true".equals(meta.annotations().get("ingressclass.kubernetes.io/is-default-class"));
  }
}
