package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of Ingresses by their places; read at the first question. */
final class IngressNames {
  private final Resources resources;
  private @Nullable Map<ResourceId, String> names;

  IngressNames(Resources resources) {
    this.resources = resources;
  }

  /** The name of the Ingress that holds a place; empty for other objects and for one without. */
  Optional<String> find(Location at) {
    Map<ResourceId, String> known = names;
    if (known == null) {
      Map<ResourceId, String> read = new HashMap<>();
      resources
          .ingresses()
          .forEach(i -> i.resource().meta().name().ifPresent(name -> read.put(i.id(), name)));
      known = read;
      names = known;
    }
    return Optional.ofNullable(known.get(at.resource()));
  }
}
