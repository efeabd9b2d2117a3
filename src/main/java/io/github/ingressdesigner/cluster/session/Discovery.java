package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Which kinds a server serves; what was asked once is remembered. Not thread-safe. */
public final class Discovery {
  private final KubeSession session;
  private final Map<String, List<KubeKind>> known = new HashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();

  public Discovery(KubeSession session) {
    this.session = session;
  }

  /** Empty where the server does not serve it. */
  public Optional<KubeKind> find(String apiVersion, String kind, BooleanSupplier cancelled)
      throws ClusterException {
    return kinds(apiVersion, cancelled).stream().filter(k -> k.kind().equals(kind)).findFirst();
  }

  /** All versions that the server serves, core group left out: {@code networking.k8s.io/v1}. */
  public Set<String> versions(BooleanSupplier cancelled) throws ClusterException {
    if (groups.isEmpty()) {
      for (JsonNode group : session.read(Request.get("/apis"), cancelled).get("groups")) {
        for (JsonNode version : group.path("versions")) {
          groups.add(version.path("groupVersion").asString(""));
        }
      }
    }
    return groups;
  }

  /** The kinds of a group and version; none where it is not served. */
  public List<KubeKind> kinds(String apiVersion, BooleanSupplier cancelled)
      throws ClusterException {
    List<KubeKind> before = known.get(apiVersion);
    if (before != null) {
      return before;
    }
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    if (!apiVersion.matches("([a-z0-9.-]+/)?[a-z0-9]+")) {
      return List.of();
    }
    Request request = Request.get((slash < 0 ? "/api/" : "/apis/") + apiVersion);
    Optional<KubeObject> list = session.find(request, cancelled);
    List<KubeKind> kinds = new ArrayList<>();
    if (list.isPresent()) {
      for (JsonNode resource : list.get().get("resources")) {
        String plural = resource.path("name").asString("");
        if (!plural.contains("/")) {
          kinds.add(
              new KubeKind(
                  group,
                  version,
                  resource.path("kind").asString(""),
                  plural,
                  resource.path("namespaced").asBoolean(false)));
        }
      }
    }
    known.put(apiVersion, List.copyOf(kinds));
    return kinds;
  }
}
