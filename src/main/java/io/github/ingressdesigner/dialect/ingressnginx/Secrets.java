package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets of the files, by namespace/name, and whether other namespaces' may be named. */
record Secrets(Map<String, Set<String>> keys, boolean crossesNamespaces) {
  static final Secrets NONE = new Secrets(Map.of(), false);

  static Secrets of(Resources resources, DialectConfig config) {
    Map<String, Set<String>> keys = new HashMap<>();
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Secret secret) {
        keys.put(secret.meta().qualifiedName(), secret.keys());
      }
    }
    return new Secrets(keys, config.isOn("allow-cross-namespace-resources", false));
  }

  /**
   * Why a Secret cannot be used; empty where it can.
   *
   * @param name with or without its namespace
   * @param ownNamespace the Ingress's
   * @param key what has to be in it; empty for anything
   */
  Optional<String> problem(String annotation, String name, String ownNamespace, String key) {
    String[] parts = name.split("/", -1);
    String namespace = parts.length == 2 && !parts[0].isEmpty() ? parts[0] : ownNamespace;
    if (parts.length > 2 || parts[parts.length - 1].isEmpty()) {
      return Optional.of(annotation + " is no name of a Secret: " + name + ".");
    }
    if (!namespace.equals(ownNamespace) && !crossesNamespaces) {
      return Optional.of(
          annotation + " names a Secret of another namespace, which is not allowed: " + name + ".");
    }
    Set<String> found = keys.get(namespace + "/" + parts[parts.length - 1]);
    if (found == null) {
      return Optional.of(
          "%s names the Secret %s/%s, which is not among the files."
              .formatted(annotation, namespace, parts[parts.length - 1]));
    }
    return key.isEmpty() || found.isEmpty() || found.contains(key)
        ? Optional.empty()
        : Optional.of("The Secret of " + annotation + " has no key " + key + ".");
  }
}
