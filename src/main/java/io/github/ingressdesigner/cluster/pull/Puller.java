package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.session.ConnectionTest;
import io.github.ingressdesigner.cluster.session.Discovery;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Pages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Pulls once. */
public final class Puller {
  /** Told while it goes on, from the calling thread. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param what a kind, and the namespace where it is one
     * @param count objects of all kinds so far
     */
    void reading(String what, int count);
  }

  /** Kinds that are taken in whatever version the server prefers. */
  private static final Map<String, Part> OPTIONAL =
      Map.of("cert-manager.io", Part.CERT_MANAGER, "gateway.networking.k8s.io", Part.GATEWAY_API);

  private static final Set<String> WANTED =
      Set.of(
          "Certificate",
          "Issuer",
          "ClusterIssuer",
          "GatewayClass",
          "Gateway",
          "HTTPRoute",
          "ReferenceGrant");

  private static final String TLS = "type=kubernetes.io/tls";
  private static final String SERVICE_LABEL = "kubernetes.io/service-name";

  private final KubeSession session;
  private final Pages pages;
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final List<KubeObject> objects = new ArrayList<>();
  private final Map<String, Pulled.Readiness> readiness = new HashMap<>();
  private final List<String> refused = new ArrayList<>();

  private Puller(KubeSession session, Progress progress, BooleanSupplier cancelled) {
    this.session = session;
    this.pages = new Pages(session);
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * @throws ClusterException where nothing can be read at all, or it was cancelled
   */
  public static Pulled pull(
      KubeSession session, PullRequest request, Progress progress, BooleanSupplier cancelled)
      throws ClusterException {
    Puller puller = new Puller(session, progress, cancelled);
    puller.run(request);
    return new Pulled(puller.objects, puller.readiness, puller.refused);
  }

  private void run(PullRequest request) throws ClusterException {
    Set<String> versions = new Discovery(session).versions(cancelled);
    if (request.parts().contains(Part.INGRESSES)) {
      ConnectionTest.requireIngresses(session, versions);
      read(KubeKind.INGRESS, request.namespaces(), Map.of());
    }
    if (request.parts().contains(Part.CLASSES)) {
      read(KubeKind.INGRESS_CLASS, List.of(), Map.of());
    }
    if (request.parts().contains(Part.SERVICES)) {
      read(KubeKind.SERVICE, request.namespaces(), Map.of());
      readiness(request.namespaces());
    }
    if (request.parts().contains(Part.CERTIFICATES)) {
      read(KubeKind.SECRET, request.namespaces(), Map.of("fieldSelector", TLS));
    }
    for (Map.Entry<Part, List<KubeKind>> entry : optional(versions).entrySet()) {
      if (request.parts().contains(entry.getKey())) {
        for (KubeKind kind : entry.getValue()) {
          read(kind, kind.namespaced() ? request.namespaces() : List.of(), Map.of());
        }
      }
    }
  }

  /** Kinds of the wanted groups, the first version of each group that the server names. */
  private Map<Part, List<KubeKind>> optional(Set<String> versions) throws ClusterException {
    Map<Part, List<KubeKind>> found = new EnumMap<>(Part.class);
    Discovery discovery = new Discovery(session);
    List<String> seen = new ArrayList<>();
    for (String version : versions) {
      Part part = OPTIONAL.get(version.replaceFirst("/.*", ""));
      if (part == null) {
        continue;
      }
      for (KubeKind kind : discovery.kinds(version, cancelled)) {
        if (WANTED.contains(kind.kind()) && !seen.contains(kind.group() + kind.kind())) {
          seen.add(kind.group() + kind.kind());
          found.computeIfAbsent(part, _ -> new ArrayList<>()).add(kind);
        }
      }
    }
    return found;
  }

  private void read(KubeKind kind, List<String> namespaces, Map<String, String> query)
      throws ClusterException {
    boolean all = namespaces.isEmpty();
    for (KubeObject object : list(kind, namespaces, query)) {
      if (!(all && isSystem(object))) {
        objects.add(object);
      }
    }
  }

  /** What a cluster has of its own: of interest only to who asks for these namespaces. */
  private static boolean isSystem(KubeObject object) {
    String namespace = object.namespace().orElse("");
    return namespace.equals("kube-system")
        || namespace.equals("kube-public")
        || namespace.equals("kube-node-lease")
        || namespace.equals("default") && object.name().equals("kubernetes");
  }

  private List<KubeObject> list(KubeKind kind, List<String> namespaces, Map<String, String> query)
      throws ClusterException {
    if (!namespaces.isEmpty()) {
      List<KubeObject> all = new ArrayList<>();
      for (String namespace : namespaces) {
        all.addAll(list(kind, Optional.of(namespace), query).orElse(List.of()));
      }
      return all;
    }
    Optional<List<KubeObject>> everywhere = list(kind, Optional.empty(), query);
    if (everywhere.isPresent() || !kind.namespaced()) {
      return everywhere.orElse(List.of());
    }
    // who may not read all namespaces may often read their own
    return list(kind, Optional.of(session.context().namespaceOrDefault()), query).orElse(List.of());
  }

  private Optional<List<KubeObject>> list(
      KubeKind kind, Optional<String> namespace, Map<String, String> query)
      throws ClusterException {
    String what = kind.kind() + namespace.map(n -> " in " + n).orElse("");
    try {
      Pages.Listing listing =
          pages.list(
              kind, namespace, query, n -> progress.reading(what, objects.size() + n), cancelled);
      return Optional.of(listing.objects());
    } catch (ClusterException e) {
      if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.NOT_FOUND) {
        refused.add(
            what + (namespace.isEmpty() ? " of all namespaces" : "") + ": " + e.getMessage());
        return Optional.empty();
      }
      throw e;
    }
  }

  private void readiness(List<String> namespaces) throws ClusterException {
    for (KubeObject slice : list(KubeKind.ENDPOINT_SLICE, namespaces, Map.of())) {
      String service = slice.get("metadata").path("labels").path(SERVICE_LABEL).asString("");
      if (service.isEmpty()) {
        continue;
      }
      int ready = 0;
      int all = 0;
      for (JsonNode endpoint : slice.get("endpoints")) {
        all++;
        // an absent condition is to be read as ready
        ready += endpoint.path("conditions").path("ready").asBoolean(true) ? 1 : 0;
      }
      readiness.merge(
          slice.namespace().orElse("") + "/" + service,
          new Pulled.Readiness(ready, all),
          (a, b) -> new Pulled.Readiness(a.ready() + b.ready(), a.all() + b.all()));
    }
  }
}
