package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.Family;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Annotations that do nothing without another one. */
final class Partners implements WorkspaceCheck {
  static final LintRule ALONE =
      LintRule.design(
          "annotation-without-partner",
          Severity.WARNING,
          "An annotation does nothing by itself",
          "It only shapes what another annotation switches on, and that one is not there.",
          "annotations");

  /**
   * @param keys which names
   * @param partners one of them has to be there
   * @param value what to write for the first of them; empty where that is for a person to say
   */
  private record Need(Pattern keys, List<String> partners, String value) {
    Need(String keys, String partners, String value) {
      this(Pattern.compile(keys), List.of(partners.split(" ")), value);
    }
  }

  private static final List<Need> NGINX =
      List.of(
          new Need("cors-.*", "enable-cors", "true"),
          new Need("session-cookie-.*|affinity-(mode|canary-behavior)", "affinity", "cookie"),
          new Need("auth-(secret|secret-type|realm)", "auth-type", "basic"),
          new Need(
              "auth-(signin|signin-redirect-param|method|response-headers|request-redirect"
                  + "|cache-.*|keepalive.*|always-set-cookie|proxy-set-headers|snippet)",
              "auth-url",
              ""),
          new Need("auth-tls-(verify.*|error-page|pass.*|match-cn)", "auth-tls-secret", ""),
          new Need("permanent-redirect-code", "permanent-redirect", ""),
          new Need("temporal-redirect-code", "temporal-redirect", ""),
          new Need("mirror-(host|request-body)", "mirror-target", ""),
          new Need(
              "limit-(burst-multiplier|allowlist|whitelist)",
              "limit-rps limit-rpm limit-connections",
              ""),
          new Need("limit-rate-after", "limit-rate", ""),
          new Need("upstream-hash-by-subset.*", "upstream-hash-by", ""),
          new Need("(modsecurity-.*|enable-owasp-core-rules)", "enable-modsecurity", "true"),
          new Need("proxy-redirect-to", "proxy-redirect-from", ""),
          new Need("proxy-redirect-from", "proxy-redirect-to", ""),
          new Need("fastcgi-.*", "backend-protocol", "FCGI"));

  private static final List<Need> HAPROXY =
      List.of(
          new Need("cors-.*", "cors-enable", "true"),
          new Need("auth-(secret|realm)", "auth-type", "basic-auth"),
          new Need("rate-limit-(period|size|status-code|whitelist)", "rate-limit-requests", ""),
          new Need("request-redirect-code", "request-redirect", ""),
          new Need("request-capture-len", "request-capture", ""));

  private static final List<Need> HAPROXY_INGRESS =
      List.of(
          new Need("cors-.*", "cors-enable", "true"),
          new Need("session-cookie-.*", "affinity", "cookie"),
          new Need("auth-realm", "auth-secret", ""),
          new Need("auth-(signin|method|headers-.*|external-placement)", "auth-url", ""),
          new Need("waf-mode", "waf", "modsecurity"),
          new Need("oauth-.*", "oauth", "oauth2_proxy"),
          new Need("ssl-passthrough-http-port", "ssl-passthrough", "true"));

  private static final List<Need> F5 =
      List.of(
          new Need("limit-req-.*", "limit-req-rate", ""),
          new Need("add-header-inherit", "add-header", ""),
          new Need("proxy-redirect-to", "proxy-redirect-from", ""));

  private static final List<Need> CONTOUR =
      List.of(new Need("num-retries|per-try-timeout", "retry-on", "5xx"));

  private static final List<Need> KONG = List.of(new Need("headers-separator", "headers.", ""));

  private static final Map<String, List<Need>> BY_FAMILY =
      Map.of(
          "ingress-nginx", NGINX,
          "haproxy", HAPROXY,
          "haproxy-ingress", HAPROXY_INGRESS,
          "f5-nginx", F5,
          "contour", CONTOUR,
          "kong", KONG);

  @Override
  public List<LintRule> rules() {
    return List.of(ALONE);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Optional<Family> family = Audience.family(context.dialect());
    List<Need> needs = family.map(f -> BY_FAMILY.getOrDefault(f.id(), List.of())).orElse(List.of());
    if (needs.isEmpty()) {
      return;
    }
    for (Located located : Audience.of(context).ingresses(context)) {
      check(located, family.get(), needs, out);
    }
  }

  private static void check(
      Located located, Family family, List<Need> needs, Consumer<Report> out) {
    Map<String, String> all = ((Ingress) located.resource()).meta().annotations();
    Set<Need> told = new HashSet<>();
    for (String key : all.keySet()) {
      if (!family.owns(key) || family.find(key).isEmpty()) {
        continue;
      }
      String prefix = key.substring(0, key.indexOf('/') + 1);
      String name = key.substring(prefix.length());
      needs.stream()
          .filter(need -> need.keys().matcher(name).matches() && !told.contains(need))
          .filter(
              need ->
                  all.keySet().stream()
                      .filter(family::owns)
                      .map(k -> k.substring(k.indexOf('/') + 1))
                      .noneMatch(
                          k ->
                              need.partners().stream()
                                  .anyMatch(p -> p.endsWith(".") ? k.startsWith(p) : k.equals(p))))
          .findFirst()
          .ifPresent(
              need -> {
                told.add(need);
                out.accept(alone(located, key, prefix, need));
              });
    }
  }

  private static Report alone(Located located, String key, String prefix, Need need) {
    String partner = prefix + need.partners().getFirst();
    Report report =
        Report.of(
                ALONE,
                new Location(located.id(), FieldPath.of("metadata", "annotations", key)),
                "%s does nothing without %s."
                    .formatted(key, prefix + String.join(" or " + prefix, need.partners())))
            .onKey();
    return need.value().isEmpty()
        ? report
        : report.withFix(
            Fix.intent(
                "Add %s: %s".formatted(partner, need.value()),
                new Intent.SetAnnotation(located.id(), partner, need.value())));
  }
}
