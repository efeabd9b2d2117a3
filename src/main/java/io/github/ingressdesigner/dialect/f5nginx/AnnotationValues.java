package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Values of annotations for which the controller refuses the whole Ingress, also where they change
 * no route (internal/k8s/validation.go, annotationValidations).
 */
final class AnnotationValues {
  static final Set<String> REDIRECT_CODES = Set.of("301", "302", "307", "308");

  private static final Set<String> PLUS =
      Set.of(
          "nginx.com/health-checks",
          "nginx.com/health-checks-mandatory",
          "nginx.com/health-checks-mandatory-queue",
          "nginx.com/slow-start",
          "nginx.com/jwt-realm",
          "nginx.com/jwt-key",
          "nginx.com/jwt-token",
          "nginx.com/jwt-login-url",
          "appprotect.f5.com/app-protect-enable",
          "appprotect.f5.com/app-protect-security-log-enable",
          "appprotect.f5.com/app-protect-policy",
          "appprotect.f5.com/app-protect-security-log",
          "appprotect.f5.com/app-protect-security-log-destination",
          "appprotectdos.f5.com/app-protect-dos-resource");

  private static final Set<String> SNIPPETS =
      Set.of("nginx.org/server-snippets", "nginx.org/location-snippets");

  private static final Set<String> BEHIND_HSTS =
      Set.of(
          "nginx.org/hsts-max-age",
          "nginx.org/hsts-include-subdomains",
          "nginx.org/hsts-behind-proxy");

  private static final Pattern TIME = Pattern.compile("(\\d+(ms|[smhdwMy])?\\s*)+");
  private static final Pattern SIZE = Pattern.compile("\\d+[kKmM]?");
  private static final Pattern OFFSET = Pattern.compile("\\d+[kKmMgG]?");
  private static final Pattern BUFFERS = Pattern.compile("\\d+ \\d+[kKmM]?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern POSITIVE = Pattern.compile("\\d{1,19}");
  private static final Pattern PORTS = Pattern.compile("0*[1-9]\\d{0,4}(,0*[1-9]\\d{0,4})*");
  private static final Pattern SECRET =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern APP_ROOT = Pattern.compile("/[A-Za-z0-9\\-_.!*'():@&=+,/?%]*");

  private static final Map<String, Predicate<String>> VALID = new HashMap<>();

  static {
    for (String key :
        Set.of(
            "redirect-to-https",
            "ssl-redirect",
            "proxy-buffering",
            "hsts",
            "hsts-include-subdomains",
            "hsts-behind-proxy",
            "use-cluster-ip",
            "server-tokens")) {
      put(key, value -> GoBool.parse(value).isPresent());
    }
    VALID.put(Annotations.OLD_SSL_REDIRECT, value -> GoBool.parse(value).isPresent());
    for (String key :
        Set.of(
            "proxy-connect-timeout",
            "proxy-read-timeout",
            "proxy-send-timeout",
            "proxy-next-upstream-timeout",
            "fail-timeout")) {
      put(key, TIME.asMatchPredicate());
    }
    for (String key :
        Set.of(
            "client-body-buffer-size",
            "proxy-buffer-size",
            "proxy-max-temp-file-size",
            "upstream-zone-size")) {
      put(key, SIZE.asMatchPredicate());
    }
    put("client-max-body-size", OFFSET.asMatchPredicate());
    put("proxy-buffers", BUFFERS.asMatchPredicate());
    put("hsts-max-age", WHOLE.asMatchPredicate());
    put("keepalive", WHOLE.asMatchPredicate());
    put("max-fails", POSITIVE.asMatchPredicate());
    put("max-conns", POSITIVE.asMatchPredicate());
    put("proxy-next-upstream-tries", POSITIVE.asMatchPredicate());
    put("listen-ports", PORTS.asMatchPredicate());
    put("listen-ports-ssl", PORTS.asMatchPredicate());
    put("basic-auth-secret", SECRET.asMatchPredicate());
    put("http-redirect-code", REDIRECT_CODES::contains);
    put("path-regex", Set.of("case_sensitive", "case_insensitive", "exact")::contains);
    put("mergeable-ingress-type", Set.of("master", "minion")::contains);
    put("app-root", AnnotationValues::isAppRoot);
    put("rewrite-target", AnnotationValues::isTarget);
  }

  private AnnotationValues() {}

  private static void put(String key, Predicate<String> valid) {
    VALID.put(Annotations.PREFIX + key, valid);
  }

  private static boolean isAppRoot(String value) {
    return APP_ROOT.matcher(value).matches()
        && !value.startsWith("//")
        && !value.contains("../")
        && !value.endsWith("/");
  }

  private static boolean isTarget(String value) {
    return value.startsWith("/")
        && !value.startsWith("//")
        && !value.contains("../")
        && !value.contains("..\\")
        && value.chars().noneMatch(c -> c <= ' ' || c == 0x7f || ";{}[]|<>,^`~".indexOf(c) >= 0);
  }

  /**
   * Why the Ingress is refused, if it is.
   *
   * @param services which its rules and its default backend name
   */
  static Optional<String> refusal(
      Annotations annotations, Set<String> services, DialectConfig config) {
    Map<String, String> all = annotations.ingress().meta().annotations();
    for (Map.Entry<String, String> annotation : all.entrySet()) {
      String key = annotation.getKey();
      Predicate<String> valid = VALID.get(key);
      if (valid != null && !valid.test(annotation.getValue())) {
        return Optional.of(
            "%s is “%s”, which the controller does not allow, so the whole Ingress is refused."
                .formatted(key, annotation.getValue()));
      }
      if (PLUS.contains(key) && !config.isOn("nginx-plus", false)) {
        return Optional.of(key + " needs NGINX Plus, so the whole Ingress is refused.");
      }
      if (SNIPPETS.contains(key) && !config.isOn("enable-snippets", false)) {
        return Optional.of(
            key + " is refused with the whole Ingress, since enable-snippets is off.");
      }
      if (BEHIND_HSTS.contains(key) && !all.containsKey("nginx.org/hsts")) {
        return Optional.of(key + " needs nginx.org/hsts, so the whole Ingress is refused.");
      }
    }
    if (all.containsKey("nginx.org/basic-auth-realm")
        && !all.containsKey("nginx.org/basic-auth-secret")) {
      return Optional.of(
          "nginx.org/basic-auth-realm needs nginx.org/basic-auth-secret, so the whole Ingress is"
              + " refused.");
    }
    for (String key : List.of("websocket-services", "ssl-services", "grpc-services")) {
      for (String name : annotations.find(key).map(v -> v.split(",", -1)).orElse(new String[0])) {
        if (!services.contains(name)) {
          return Optional.of(unknown(key, name));
        }
      }
    }
    Optional<Map<String, String>> rewrites = annotations.rewrites();
    if (rewrites.isEmpty()) {
      return Optional.of("The value of nginx.org/rewrites cannot be read, so it is refused.");
    }
    return rewrites.get().keySet().stream()
        .filter(name -> !services.contains(name))
        .findFirst()
        .map(name -> unknown("rewrites", name));
  }

  private static String unknown(String key, String service) {
    return "nginx.org/%s names the Service %s, which is not in this Ingress, so it is refused."
        .formatted(key, service);
  }
}
