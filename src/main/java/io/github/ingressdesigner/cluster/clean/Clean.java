package io.github.ingressdesigner.cluster.clean;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes away what a server adds: bookkeeping, status, and values that it would fill in again. */
public final class Clean {
  private static final List<String> BOOKKEEPING =
      List.of(
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "managedFields",
          "selfLink",
          "ownerReferences",
          "finalizers",
          "generateName");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** Defaults of the Service API: without them the server fills them in. */
  private static final Map<String, String> SERVICE =
      Map.of(
          "type", "ClusterIP",
          "sessionAffinity", "None",
          "ipFamilyPolicy", "SingleStack",
          "internalTrafficPolicy", "Cluster",
          "externalTrafficPolicy", "Cluster",
          "allocateLoadBalancerNodePorts", "true");

  private Clean() {}

  public static KubeObject of(KubeObject object) {
    ObjectNode copy = object.copy();
    copy.remove("status");
    if (copy.path("metadata") instanceof ObjectNode meta) {
      metadata(meta);
    }
    if (copy.path("spec") instanceof ObjectNode spec) {
      switch (object.kind()) {
        case "Service" -> service(spec);
        case "IngressClass" -> dropIf(spec.path("parameters"), "scope", "Cluster");
        case "HTTPRoute", "GRPCRoute" -> route(spec);
        default -> {}
      }
    }
    if (object.kind().equals("Secret")) {
      secret(copy);
    }
    if (object.kind().equals("Ingress") && copy.path("spec") instanceof ObjectNode spec) {
      rules(spec);
    }
    return new KubeObject((ObjectNode) KeyOrder.sorted(copy));
  }

  private static void metadata(ObjectNode meta) {
    BOOKKEEPING.forEach(meta::remove);
    if (meta.path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(LAST_APPLIED);
    }
    for (String field : List.of("annotations", "labels")) {
      if (meta.path(field).isEmpty()) {
        meta.remove(field);
      }
    }
  }

  private static void service(ObjectNode spec) {
    if (!spec.path("clusterIP").asString("").equals("None")) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    } else {
      spec.remove("clusterIPs");
    }
    spec.remove(List.of("ipFamilies", "healthCheckNodePort"));
    SERVICE.forEach((field, value) -> dropIf(spec, field, value));
    for (JsonNode port : spec.path("ports")) {
      dropIf(port, "protocol", "TCP");
      if (port instanceof ObjectNode node && port.path("targetPort").equals(port.path("port"))) {
        node.remove("targetPort");
      }
    }
  }

  private static void route(ObjectNode spec) {
    for (JsonNode parent : spec.path("parentRefs")) {
      dropIf(parent, "group", "gateway.networking.k8s.io");
      dropIf(parent, "kind", "Gateway");
    }
    for (JsonNode rule : spec.path("rules")) {
      for (JsonNode backend : rule.path("backendRefs")) {
        dropIf(backend, "group", "");
        dropIf(backend, "kind", "Service");
        dropIf(backend, "weight", "1");
      }
    }
  }

  /** Of a Secret there are the names of its keys, and certificates. */
  private static void secret(ObjectNode secret) {
    if (secret.path("data") instanceof ObjectNode data) {
      for (String key : new ArrayList<>(data.propertyNames())) {
        dropIf(data, key, "");
      }
      if (data.isEmpty()) {
        secret.remove("data");
      }
    }
  }

  /** An empty list is what a client wrote for nothing. */
  private static void rules(ObjectNode spec) {
    for (String field : List.of("tls", "rules")) {
      if (spec.path(field) instanceof ArrayNode list && list.isEmpty()) {
        spec.remove(field);
      }
    }
  }

  private static void dropIf(JsonNode node, String field, String value) {
    if (node instanceof ObjectNode object
        && object.has(field)
        && object.path(field).isValueNode()
        && object.path(field).asString("").equals(value)) {
      object.remove(field);
    }
  }
}
