package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who else looks after an object.
 *
 * @param managers names under which fields are set, ours left out
 * @param advice what to do instead of an apply, where a tool would set the object back; a full
 *     sentence
 */
public record Owners(Set<String> managers, Optional<String> advice) {
  static final Owners NONE = new Owners(Set.of(), Optional.empty());

  public Owners {
    managers = Set.copyOf(managers);
  }

  static Owners of(KubeObject live) {
    Set<String> managers = new LinkedHashSet<>();
    for (JsonNode entry : live.get("metadata").path("managedFields")) {
      String manager = entry.path("manager").asString("");
      boolean status = entry.path("subresource").asString("").equals("status");
      if (!manager.equals(WriteGate.MANAGER) && !manager.isEmpty() && !status) {
        managers.add(manager);
      }
    }
    return new Owners(managers, advice(live, managers));
  }

  private static Optional<String> advice(KubeObject live, Set<String> managers) {
    if (has(live, "argocd.argoproj.io/tracking-id")
        || has(live, "argocd.argoproj.io/instance")
        || managers.stream().anyMatch(m -> m.startsWith("argocd"))) {
      return Optional.of(
          "Argo CD syncs this object from git and will set it back at its next sync. Commit the"
              + " change instead.");
    }
    if (has(live, "kustomize.toolkit.fluxcd.io/name")
        || has(live, "helm.toolkit.fluxcd.io/name")
        || managers.contains("kustomize-controller")
        || managers.contains("helm-controller")) {
      return Optional.of(
          "Flux syncs this object from git and will set it back at its next sync. Commit the change"
              + " instead.");
    }
    if (has(live, "meta.helm.sh/release-name") || managers.contains("helm")) {
      return Optional.of(
          "Helm installed this object; the next helm upgrade may set it back. Change the chart's"
              + " values instead.");
    }
    return Optional.empty();
  }

  private static boolean has(KubeObject live, String key) {
    JsonNode meta = live.get("metadata");
    return meta.path("annotations").has(key) || meta.path("labels").has(key);
  }
}
