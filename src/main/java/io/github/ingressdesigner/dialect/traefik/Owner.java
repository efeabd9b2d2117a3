package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.util.Optional;

/** An Ingress that takes part; one object for each, so that it is told apart by identity. */
final class Owner {
  private final ResourceId id;
  private final Ingress ingress;
  private final String name;
  private final Optional<String> shown;

  Owner(ResourceId id, Ingress ingress) {
    this.id = id;
    this.ingress = ingress;
    name = ingress.meta().qualifiedName();
    shown = Optional.of(name);
  }

  ResourceId id() {
    return id;
  }

  Ingress ingress() {
    return ingress;
  }

  /** {@code namespace/name}. */
  String name() {
    return name;
  }

  /** The same, as outcomes carry it. */
  Optional<String> shown() {
    return shown;
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
