package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;

/** An Ingress that is loaded, with what its annotations say. */
record Ing(Ingress ingress, ResourceId id, String name, Rules rules, Canary canary) {
  String namespace() {
    return ingress.meta().namespaceOrDefault();
  }

  Location at() {
    return Location.of(id);
  }
}
