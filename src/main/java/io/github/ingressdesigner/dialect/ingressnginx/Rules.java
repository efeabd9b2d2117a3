package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.route.DialectConfig;
import java.util.List;
import java.util.Optional;

/**
 * What the annotations of an Ingress say about its locations (controller.go,
 * locationApplyAnnotations).
 *
 * @param rewriteTarget empty where it is absent or not valid
 * @param cors empty where OPTIONS goes to the backend
 * @param defaultBackend the Service that stands in for one without endpoints
 * @param upstreamHost what upstream-vhost says
 */
record Rules(
    Optional<String> rewriteTarget,
    boolean useRegex,
    boolean sslRedirect,
    boolean forceSslRedirect,
    boolean preserveTrailingSlash,
    boolean portInRedirects,
    Optional<String> appRoot,
    Redirection redirection,
    Access access,
    Optional<Origins> cors,
    Optional<String> defaultBackend,
    Optional<String> upstreamHost,
    Annotations annotations) {
  /** What may change the answer and is not modelled. */
  private static final List<String> UNKNOWN =
      List.of("auth-url", "enable-modsecurity", "configuration-snippet", "auth-snippet");

  static Rules of(Annotations all, DialectConfig config, Secrets secrets) {
    boolean ssl = config.isOn("ssl-redirect", true);
    boolean force = config.isOn("force-ssl-redirect", false);
    boolean slash = config.isOn("preserve-trailing-slash", false);
    boolean port = config.isOn("use-port-in-redirects", false);
    if (all.isEmpty()) {
      return new Rules(
          Optional.empty(),
          false,
          ssl,
          force,
          slash,
          port,
          Optional.empty(),
          Redirection.NONE,
          Access.FREE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          all);
    }
    return new Rules(
        all.raw("rewrite-target").filter(Rules::isTarget),
        all.isOn("use-regex", false),
        all.isOn("ssl-redirect", ssl),
        all.isOn("force-ssl-redirect", force),
        all.isOn("preserve-trailing-slash", slash),
        all.isOn("use-port-in-redirects", port),
        all.raw("app-root").filter(v -> v.startsWith("/") && isTarget(v)),
        Redirection.read(all) instanceof Redirection.Read.Counts(Redirection redirection)
            ? redirection
            : Redirection.NONE,
        Access.of(all, secrets),
        Origins.of(all),
        all.text("default-backend"),
        all.text("upstream-vhost"),
        all);
  }

  private static boolean isTarget(String value) {
    return !value.isEmpty() && Validation.CAPTURES.matcher(value).matches();
  }

  /** Whether it may turn a server to regex mode, or has an app-root. */
  boolean changesServer() {
    return useRegex || rewriteTarget.isPresent() || appRoot.isPresent();
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
        portInRedirects,
        Optional.empty(),
        Redirection.NONE,
        access,
        cors,
        defaultBackend,
        upstreamHost,
        annotations);
  }

  /** The first annotation that may change the answer and is not modelled. */
  Optional<String> unknown() {
    return UNKNOWN.stream()
        .filter(key -> annotations.raw(key).filter(v -> !v.equals("false")).isPresent())
        .findFirst();
  }
}
