package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a first contact tells.
 *
 * @param version of the server
 * @param person who the server takes us for; empty where it does not tell
 * @param mayRead whether the Ingresses of the context's namespace can be read
 * @param mayChange whether they can be changed
 */
public record ConnectionTest(
    Identity identity,
    String version,
    Optional<String> person,
    boolean mayRead,
    boolean mayChange) {
  private static final String INGRESSES = "networking.k8s.io/v1";

  /**
   * @throws ClusterException with the cause and the remedy where it does not work, also where the
   *     server is too old for us
   */
  public static ConnectionTest of(KubeSession session, BooleanSupplier cancelled)
      throws ClusterException {
    KubeObject version = session.read(Request.get("/version"), cancelled);
    Rights rights = new Rights(session);
    Optional<String> person = rights.person(cancelled);
    requireIngresses(session, new Discovery(session).versions(cancelled));
    Optional<String> namespace = Optional.of(session.context().namespaceOrDefault());
    return new ConnectionTest(
        session.identity(cancelled),
        version.get("gitVersion").asString("unknown"),
        person,
        rights.allows("list", KubeKind.INGRESS, namespace, Optional.empty(), cancelled),
        rights.allows("patch", KubeKind.INGRESS, namespace, Optional.empty(), cancelled));
  }

  /** Refuses a server that has Ingresses of old versions only. */
  public static void requireIngresses(KubeSession session, Set<String> versions)
      throws ClusterException {
    if (versions.contains(INGRESSES)) {
      return;
    }
    boolean old =
        versions.contains("networking.k8s.io/v1beta1") || versions.contains("extensions/v1beta1");
    throw new ClusterException(
        Kind.NOT_FOUND,
        "The server %s (context \"%s\") has no Ingresses of %s%s."
            .formatted(
                session.context().cluster().server(),
                session.context().name(),
                INGRESSES,
                old
                    ? ": it is older than Kubernetes 1.19 and has v1beta1 only. Read them with"
                        + " kubectl get -o yaml and open the file, which shows them read-only"
                    : ". Check that the address leads to the right server"));
  }
}
