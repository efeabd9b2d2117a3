package io.github.ingressdesigner.lint.common;

import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A backend of an Ingress that names a Service.
 *
 * @param owner the path entry or default backend that an intent names
 * @param at the backend itself
 */
public record BackendAt(Ingress ingress, Location owner, Location at, ServiceBackend service) {
  /** All of an Ingress, the default backend first. */
  public static List<BackendAt> of(Located located) {
    if (!(located.resource() instanceof Ingress ingress)) {
      return List.of();
    }
    List<BackendAt> all = new ArrayList<>();
    if (ingress.spec().defaultBackend().orElse(null) instanceof ServiceBackend service) {
      Location at = new Location(located.id(), FieldPath.defaultBackend());
      all.add(new BackendAt(ingress, at, at, service));
    }
    for (PathAt path : PathAt.of(located)) {
      if (path.value().backend().orElse(null) instanceof ServiceBackend service) {
        all.add(new BackendAt(ingress, path.at(), path.at().key("backend"), service));
      }
    }
    return all;
  }

  public Location nameAt() {
    return at.key("service").key("name");
  }

  public Location portAt() {
    return at.key("service").key("port");
  }
}
