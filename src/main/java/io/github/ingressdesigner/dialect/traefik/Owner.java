package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.util.Optional;

/**
 * An Ingress that takes part.
 *
 * @param name {@code namespace/name}
 * @param shown the same, as outcomes carry it
 */
record Owner(ResourceId id, Ingress ingress, String name, Optional<String> shown) {
  static Owner of(ResourceId id, Ingress ingress) {
    String name = ingress.meta().qualifiedName();
    return new Owner(id, ingress, name, Optional.of(name));
  }

  String namespace() {
    return ingress.meta().namespaceOrDefault();
  }

  Optional<String> annotation(String key) {
    return Optional.ofNullable(ingress.meta().annotations().get(key));
  }

  Location at(FieldPath path) {
    return new Location(id, path);
  }

  Location annotationAt(String key) {
    return Location.of(id).key("metadata").key("annotations").key(key);
  }
}
