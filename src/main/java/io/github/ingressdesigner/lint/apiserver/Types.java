package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from apiVersion and kind which object it is, as kubectl and the API server do. */
final class Types {
  private static final String NETWORKING = "networking.k8s.io/v1";
  private static final String GROUP = "networking.k8s.io";
  private static final Set<String> NETWORKING_KINDS =
      Set.of("Ingress", "IngressClass", "NetworkPolicy", "IPAddress", "ServiceCIDR");
  private static final Set<String> CORE_KINDS =
      Set.of(
          "Binding",
          "ComponentStatus",
          "ConfigMap",
          "Endpoints",
          "Event",
          "LimitRange",
          "List",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Pod",
          "PodTemplate",
          "ReplicationController",
          "ResourceQuota",
          "Secret",
          "Service",
          "ServiceAccount",
          "Status");

  /** Groups of Kubernetes itself, in which nobody else defines kinds. */
  private static final Set<String> BUILT_IN =
      Set.of("", "apps", "batch", "extensions", "policy", "autoscaling", GROUP);

  private final Features features;
  private final Problems problems;

  @FunctionalInterface
  interface Problems {
    void report(LintRule rule, String field, String message);
  }

  Types(Features features, Problems problems) {
    this.features = features;
    this.problems = problems;
  }

  /** Whether a value was meant for Kubernetes, by the fields that all its objects have. */
  static boolean isOurs(Json object) {
    return List.of("apiVersion", "kind", "metadata", "spec").stream()
        .anyMatch(object.entries()::containsKey);
  }

  /** The kind that is judged; what is wrong with apiVersion and kind is reported. */
  Optional<ServedKind> of(Json object) {
    if (!isText(object, "apiVersion") || !isText(object, "kind")) {
      return Optional.empty();
    }
    String api = object.text("apiVersion");
    String kind = object.text("kind");
    Optional<ServedKind> served = ServedKind.of(api, kind);
    if (served.isPresent()) {
      return served;
    }
    if (api.isEmpty() && kind.isEmpty()) {
      problems.report(
          ServerRules.NOT_AN_OBJECT,
          "apiVersion",
          "This mapping has neither apiVersion nor kind, so kubectl refuses it.");
    } else if (api.isEmpty()) {
      problems.report(
          ServerRules.API_VERSION,
          "apiVersion",
          "apiVersion not set, so kubectl refuses the object."
              + ServedKind.named(kind).map(k -> " Write " + k.apiVersion() + ".").orElse(""));
    } else if (kind.isEmpty()) {
      problems.report(
          ServerRules.KIND,
          "kind",
          "kind not set, so kubectl refuses the object. Write Ingress, for example.");
    } else {
      unserved(api, kind);
    }
    return Optional.empty();
  }

  private boolean isText(Json object, String field) {
    if (object.has(field) && !(object.get(field) instanceof Json.Str)) {
      problems.report(
          ServerRules.TYPE,
          field,
          Wording.wrongType(Field.of(field), new Schema.Text(), object.get(field), false));
      return false;
    }
    return true;
  }

  private void unserved(String api, String kind) {
    int slash = api.indexOf('/');
    String group = slash < 0 ? "" : api.substring(0, slash);
    Optional<ServedKind> meant = ServedKind.named(kind);
    if (meant.isPresent()) {
      boolean beta = group.equals(GROUP) || group.equals("extensions");
      boolean misspelt = Similar.isNear(group, GROUP);
      if (beta && api.endsWith("/v1beta1") && features.servesBetaIngress()) {
        return;
      }
      if (BUILT_IN.contains(group) || misspelt) {
        problems.report(
            ServerRules.API_VERSION,
            "apiVersion",
            "no kind %s is served for version %s. Write %s."
                .formatted(GoText.quote(kind), GoText.quote(api), meant.get().apiVersion()));
      }
      return;
    }
    Set<String> kinds =
        switch (api) {
          case NETWORKING -> NETWORKING_KINDS;
          case "v1" -> CORE_KINDS;
          default -> Set.of();
        };
    boolean list = kind.endsWith("List") && kinds.contains(kind.substring(0, kind.length() - 4));
    if (!kinds.isEmpty() && !kinds.contains(kind) && !list) {
      problems.report(
          ServerRules.KIND,
          "kind",
          "no kind %s is registered for version %s.%s"
              .formatted(
                  GoText.quote(kind),
                  GoText.quote(api),
                  Similar.to(kind, kinds).map(k -> " Did you mean " + k + "?").orElse("")));
    }
  }
}
