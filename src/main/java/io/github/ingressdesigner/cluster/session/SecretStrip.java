package io.github.ingressdesigner.cluster.session;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the values out of Secrets before anybody sees an answer. What stays: the names of the keys,
 * and certificates, which are public.
 */
final class SecretStrip {
  private static final String CERTIFICATE = "tls.crt";
  private static final String AUTHORITY = "ca.crt";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private SecretStrip() {}

  static void strip(JsonNode answer) {
    String kind = answer.path("kind").asString("");
    if (kind.equals("SecretList")) {
      answer.path("items").forEach(SecretStrip::secret);
    } else if (kind.equals("Secret")) {
      secret(answer);
    }
  }

  private static void secret(JsonNode secret) {
    for (String field : List.of("data", "stringData")) {
      if (secret.path(field) instanceof ObjectNode values) {
        for (String key : List.copyOf(values.propertyNames())) {
          if (!key.equals(CERTIFICATE) && !key.equals(AUTHORITY)) {
            values.put(key, "");
          }
        }
      }
    }
    if (secret.path("metadata").path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(LAST_APPLIED);
    }
  }
}
