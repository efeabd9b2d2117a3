package io.github.ingressdesigner.cluster;

import java.util.Optional;

/**
 * A kind as a server serves it.
 *
 * @param group empty for the core group
 * @param plural as in addresses: {@code ingresses}
 */
public record KubeKind(
    String group, String version, String kind, String plural, boolean namespaced) {
  public static final KubeKind INGRESS =
      new KubeKind("networking.k8s.io", "v1", "Ingress", "ingresses", true);
  public static final KubeKind INGRESS_CLASS =
      new KubeKind("networking.k8s.io", "v1", "IngressClass", "ingressclasses", false);
  public static final KubeKind SERVICE = new KubeKind("", "v1", "Service", "services", true);
  public static final KubeKind SECRET = new KubeKind("", "v1", "Secret", "secrets", true);
  public static final KubeKind NAMESPACE = new KubeKind("", "v1", "Namespace", "namespaces", false);
  public static final KubeKind ENDPOINT_SLICE =
      new KubeKind("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true);

  /** {@code networking.k8s.io/v1}, or {@code v1} for the core group. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The address of all objects, in one namespace or in all. */
  public String path(Optional<String> namespace) {
    String base = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    String in = namespaced ? namespace.map(name -> "/namespaces/" + name).orElse("") : "";
    return base + in + "/" + plural;
  }

  /** The address of one object. */
  public String path(Optional<String> namespace, String name) {
    return path(namespace) + "/" + name;
  }
}
