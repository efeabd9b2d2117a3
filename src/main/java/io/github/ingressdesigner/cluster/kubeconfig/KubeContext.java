package io.github.ingressdesigner.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A context: a server, a person and a namespace.
 *
 * @param notes what a person should know before using it, in full sentences
 * @param shadowed whether kubectl, given all files, takes another context of this name
 */
public record KubeContext(
    Key key,
    ClusterEntry cluster,
    UserEntry user,
    Optional<String> namespace,
    List<String> notes,
    boolean shadowed) {
  /** What tells contexts of equal names apart. */
  public record Key(Path file, String name, String server) {}

  public KubeContext {
    notes = List.copyOf(notes);
  }

  public String name() {
    return key.name();
  }

  public String namespaceOrDefault() {
    return namespace.orElse("default");
  }
}
