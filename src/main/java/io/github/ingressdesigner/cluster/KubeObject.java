package io.github.ingressdesigner.cluster;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as the API has it: JSON, with all that we do not know. Its tree is never changed.
 *
 * @param json a mapping
 */
public record KubeObject(ObjectNode json) {
  /** What tells objects of one server apart. */
  public record Key(String apiVersion, String kind, Optional<String> namespace, String name) {
    /** {@code Ingress shop/web}, for people. */
    public String shown() {
      return kind + " " + namespace.map(n -> n + "/").orElse("") + name;
    }

    /** The group of the apiVersion; empty for the core group. */
    public String group() {
      int slash = apiVersion.indexOf('/');
      return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
  }

  /** Empty where the text is no JSON, or no mapping. */
  public static Optional<KubeObject> parse(String json) {
    try {
      return JsonMapper.shared().readTree(json) instanceof ObjectNode node
          ? Optional.of(new KubeObject(node))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public Key key() {
    return new Key(apiVersion(), kind(), namespace(), name());
  }

  public String apiVersion() {
    return text("apiVersion");
  }

  public String kind() {
    return text("kind");
  }

  public String name() {
    return meta("name").orElse("");
  }

  public Optional<String> namespace() {
    return meta("namespace");
  }

  public Optional<String> uid() {
    return meta("uid");
  }

  public Optional<String> resourceVersion() {
    return meta("resourceVersion");
  }

  /** A text field of the metadata; empty where it is absent or empty. */
  public Optional<String> meta(String field) {
    return Optional.of(json.path("metadata").path(field).asString(""))
        .filter(value -> !value.isEmpty());
  }

  /** A field; a missing node where it is absent. */
  public JsonNode get(String field) {
    return json.path(field);
  }

  /**
   * A copy that names this namespace; only for looking at, an object to be sent is never changed.
   */
  public KubeObject inNamespace(String namespace) {
    ObjectNode copy = json.deepCopy();
    copy.withObject("/metadata").put("namespace", namespace);
    return new KubeObject(copy);
  }

  /** A copy to change. */
  public ObjectNode copy() {
    return json.deepCopy();
  }

  private String text(String field) {
    return json.path(field).asString("");
  }

  /** It may be a Secret. */
  @Override
  public String toString() {
    return "KubeObject[" + key().shown() + "]";
  }
}
