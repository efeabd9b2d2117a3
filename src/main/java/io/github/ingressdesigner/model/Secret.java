package io.github.ingressdesigner.model;

import java.util.Optional;
import java.util.Set;

/** The metadata of a Secret and the names of its keys; the values are never bound. */
public record Secret(String apiVersion, ObjectMeta meta, Optional<String> type, Set<String> keys)
    implements Resource {
  public Secret {
    keys = Set.copyOf(keys);
  }

  @Override
  public String kind() {
    return "Secret";
  }
}
