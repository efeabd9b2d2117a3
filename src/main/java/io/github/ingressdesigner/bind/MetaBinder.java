package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.ObjectMeta;

/** Binds {@code metadata}. */
final class MetaBinder {
  private MetaBinder() {}

  static ObjectMeta bind(Reading reading, Fields resource) {
    Fields meta = reading.fields(resource, "metadata");
    ObjectMeta bound =
        new ObjectMeta(
            reading.text(meta, "name"),
            reading.text(meta, "namespace"),
            reading.texts(meta, "labels"),
            reading.texts(meta, "annotations"),
            reading.text(meta, "creationTimestamp"),
            reading.text(meta, "uid"));
    if (bound.name().filter(name -> !name.isEmpty()).isEmpty() && !meta.has("generateName")) {
      reading.error(meta.at("name"), "The resource has no name. Add name below metadata.");
    }
    return bound;
  }
}
