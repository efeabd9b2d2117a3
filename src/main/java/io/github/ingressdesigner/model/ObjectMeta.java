package io.github.ingressdesigner.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What we need of {@code metadata}. Absent namespace means {@code default}; maps keep the order of
 * the text.
 */
public record ObjectMeta(
    Optional<String> name,
    Optional<String> namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<String> creationTimestamp,
    Optional<String> uid) {
  /** For objects of files, which have no uid before the API server gives them one. */
  public ObjectMeta(
      Optional<String> name,
      Optional<String> namespace,
      Map<String, String> labels,
      Map<String, String> annotations,
      Optional<String> creationTimestamp) {
    this(name, namespace, labels, annotations, creationTimestamp, Optional.empty());
  }

  public static final ObjectMeta EMPTY =
      new ObjectMeta(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty());

  public ObjectMeta {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  public static ObjectMeta named(String name) {
    return new ObjectMeta(
        Optional.of(name),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  public String namespaceOrDefault() {
    return namespace.filter(n -> !n.isEmpty()).orElse("default");
  }

  /** {@code namespace/name}; a missing name shows as {@code (no name)}. */
  public String qualifiedName() {
    return namespaceOrDefault() + "/" + name.orElse("(no name)");
  }
}
