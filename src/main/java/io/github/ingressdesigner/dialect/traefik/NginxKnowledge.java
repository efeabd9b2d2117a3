package io.github.ingressdesigner.dialect.traefik;

import java.util.Set;

/** Which annotations of ingress-nginx change routing here, and are not modelled. */
final class NginxKnowledge {
  private static final Set<String> UNKNOWN =
      Set.of(
          "auth-url",
          "auth-signin",
          "auth-snippet",
          "configuration-snippet",
          "server-snippet",
          "ssl-passthrough",
          "custom-headers",
          "auth-tls-secret",
          "auth-tls-verify-client",
          "proxy-ssl-secret");

  private static final Set<String> ANSWERS =
      Set.of(
          "auth-type",
          "allowlist-source-range",
          "whitelist-source-range",
          "limit-rps",
          "limit-rpm",
          "limit-connections",
          "proxy-body-size",
          "custom-http-errors");

  private static final Set<String> MODELLED =
      Set.of("upstream-vhost", "service-upstream", "canary-weight-total");

  private NginxKnowledge() {}

  /**
   * @param key without its prefix
   */
  static Doubts doubt(String key) {
    if (UNKNOWN.contains(key)) {
      return Doubts.unknown(
          "The annotation " + key + " may change the answer; it is not modelled.");
    }
    if (ANSWERS.contains(key)) {
      return Doubts.modelled(
          "The annotation " + key + " may refuse requests; the answer is for one that passes.");
    }
    return MODELLED.contains(key)
        ? Doubts.modelled("The annotation " + key + " was read from source.")
        : Doubts.NONE;
  }
}
