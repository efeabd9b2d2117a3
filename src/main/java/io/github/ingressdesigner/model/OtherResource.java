package io.github.ingressdesigner.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of another kind: listed, never edited.
 *
 * @param content all top-level fields but apiVersion, kind and metadata, in the order of the text
 */
public record OtherResource(
    String apiVersion, String kind, ObjectMeta meta, Map<String, FieldValue> content)
    implements Resource {
  public OtherResource {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  public OtherResource(String apiVersion, String kind, ObjectMeta meta) {
    this(apiVersion, kind, meta, Map.of());
  }

  /** The group of the apiVersion; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** A top-level field; {@link FieldValue#NONE} where it is absent. */
  public FieldValue get(String field) {
    return content.getOrDefault(field, FieldValue.NONE);
  }
}
