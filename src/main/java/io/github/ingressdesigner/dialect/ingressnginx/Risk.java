package io.github.ingressdesigner.dialect.ingressnginx;

import java.util.Locale;
import java.util.Set;

/**
 * How dangerous the controller holds an annotation to be
 * (docs/user-guide/nginx-configuration/annotations-risk.md). An annotation that it does not know
 * has no risk.
 */
enum Risk {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private static final Set<String> SNIPPETS =
      Set.of(
          "configuration-snippet",
          "server-snippet",
          "stream-snippet",
          "auth-snippet",
          "modsecurity-snippet");

  private static final Set<String> HIGH_ONES =
      Set.of(
          "auth-signin",
          "auth-tls-error-page",
          "auth-tls-match-cn",
          "auth-url",
          "mirror-host",
          "mirror-target",
          "modsecurity-transaction-id",
          "proxy-ssl-name",
          "server-alias",
          "upstream-hash-by");

  private static final Set<String> MEDIUM_ONES =
      Set.of(
          "affinity-mode",
          "allowlist-source-range",
          "app-root",
          "auth-cache-duration",
          "auth-cache-key",
          "auth-proxy-set-headers",
          "auth-realm",
          "auth-request-redirect",
          "auth-response-headers",
          "auth-secret",
          "auth-signin-redirect-param",
          "auth-tls-secret",
          "auth-tls-verify-client",
          "canary-by-cookie",
          "canary-by-header",
          "canary-by-header-pattern",
          "canary-by-header-value",
          "cors-allow-headers",
          "cors-allow-methods",
          "cors-allow-origin",
          "cors-expose-headers",
          "custom-headers",
          "denylist-source-range",
          "fastcgi-index",
          "fastcgi-params-configmap",
          "force-ssl-redirect",
          "opentelemetry-operation-name",
          "permanent-redirect",
          "preserve-trailing-slash",
          "proxy-body-size",
          "proxy-cookie-domain",
          "proxy-cookie-path",
          "proxy-next-upstream",
          "proxy-redirect-from",
          "proxy-redirect-to",
          "proxy-ssl-ciphers",
          "proxy-ssl-secret",
          "rewrite-target",
          "session-cookie-domain",
          "session-cookie-expires",
          "session-cookie-max-age",
          "session-cookie-name",
          "session-cookie-path",
          "temporal-redirect",
          "x-forwarded-prefix");

  static Risk of(String key) {
    if (SNIPPETS.contains(key)) {
      return CRITICAL;
    }
    return HIGH_ONES.contains(key) ? HIGH : MEDIUM_ONES.contains(key) ? MEDIUM : LOW;
  }

  /** The level of annotations-risk-level; what it does not know counts as High. */
  static Risk level(String name) {
    for (Risk risk : values()) {
      if (risk.name().equals(name.toUpperCase(Locale.ROOT))) {
        return risk;
      }
    }
    return HIGH;
  }

  static boolean isSnippet(String key) {
    return SNIPPETS.contains(key);
  }
}
