package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the annotations of an Ingress say about its locations (locationApplyAnnotations).
 *
 * @param rewriteTarget empty where it is absent or not valid
 * @param redirect the value of temporal-redirect or permanent-redirect, where it counts
 * @param denied why the locations answer 503
 * @param corsOrigins empty for no CORS; {@code *} for any
 */
record Rules(
    Optional<String> rewriteTarget,
    boolean useRegex,
    boolean sslRedirect,
    boolean forceSslRedirect,
    boolean preserveTrailingSlash,
    Optional<String> appRoot,
    Optional<Redirect> redirect,
    boolean fromToWww,
    boolean relativeRedirects,
    Optional<String> denied,
    List<String> corsOrigins,
    Optional<String> defaultBackend,
    Optional<String> upstreamHost,
    Annotations annotations) {
  /**
   * @param at the annotation
   */
  record Redirect(String url, int code, Location at) {}

  private static final String TARGET = "/?[-._~A-Za-z0-9/:$]*";

  static Rules of(Annotations all, DialectConfig config, Set<String> secrets) {
    return new Rules(
        all.find("rewrite-target").filter(v -> !v.isEmpty() && v.matches(TARGET)),
        all.isOn("use-regex", false),
        all.isOn("ssl-redirect", config.isOn("ssl-redirect", true)),
        all.isOn("force-ssl-redirect", config.isOn("force-ssl-redirect", false)),
        all.isOn("preserve-trailing-slash", config.isOn("preserve-trailing-slash", false)),
        all.find("app-root").filter(v -> v.startsWith("/") && v.matches(TARGET)),
        redirect(all),
        all.isOn("from-to-www-redirect", false),
        all.isOn("relative-redirects", config.isOn("relative-redirects", false)),
        denied(all, secrets),
        cors(all),
        all.find("default-backend").filter(v -> !v.isEmpty()),
        all.find("upstream-vhost").filter(v -> !v.isEmpty()),
        all);
  }

  /** internal/ingress/annotations/redirect/redirect.go: temporal goes first. */
  private static Optional<Redirect> redirect(Annotations all) {
    Optional<String> temporal =
        all.find("temporal-redirect")
            .filter(v -> v.startsWith("http://") || v.startsWith("https://"));
    if (temporal.isPresent()) {
      int code = all.number("temporal-redirect-code", 302);
      return temporal.map(
          v ->
              new Redirect(
                  v, code >= 300 && code <= 307 ? code : 302, all.at("temporal-redirect")));
    }
    int code = all.number("permanent-redirect-code", 301);
    return all.find("permanent-redirect")
        .filter(v -> !v.isEmpty())
        .map(
            v ->
                new Redirect(
                    v, code >= 300 && code <= 308 ? code : 301, all.at("permanent-redirect")));
  }

  /** Access rules that cannot be honoured (nginx.tmpl, isLocationAllowed). */
  private static Optional<String> denied(Annotations all, Set<String> secrets) {
    Optional<String> type =
        all.find("auth-type").filter(t -> t.equals("basic") || t.equals("digest"));
    if (type.isPresent()) {
      String secret = all.get("auth-secret", "");
      String name = secret.contains("/") ? secret : all.meta().namespaceOrDefault() + "/" + secret;
      if (secret.isEmpty() || !secrets.contains(name)) {
        return Optional.of(
            "auth-secret names %s, which is not among the files."
                .formatted(secret.isEmpty() ? "nothing" : name));
      }
    }
    for (String key :
        List.of("whitelist-source-range", "allowlist-source-range", "denylist-source-range")) {
      Optional<String> bad = all.find(key).filter(v -> !Ranges.isValid(v));
      if (bad.isPresent()) {
        return Optional.of(key + " is no list of address ranges: " + bad.get() + ".");
      }
    }
    return Optional.empty();
  }

  private static List<String> cors(Annotations all) {
    if (!all.isOn("enable-cors", false)) {
      return List.of();
    }
    String origins = all.get("cors-allow-origin", "*");
    return List.of(origins.split(",")).stream().map(String::strip).toList();
  }

  /** Whether a location with this path rewrites (needsRewrite). */
  boolean rewrites(String path) {
    return rewriteTarget.isPresent() && !rewriteTarget.get().equals(path);
  }

  /** As the default server keeps of a catch-all Ingress: neither redirects nor rewrites. */
  Rules asCatchAll() {
    return new Rules(
        Optional.empty(),
        false,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        relativeRedirects,
        denied,
        corsOrigins,
        defaultBackend,
        upstreamHost,
        annotations);
  }

  /** The first annotation that may change the answer and is not modelled. */
  Optional<String> unknown() {
    return Annotations.UNKNOWN.stream()
        .filter(key -> annotations.find(key).isPresent())
        .findFirst();
  }
}
