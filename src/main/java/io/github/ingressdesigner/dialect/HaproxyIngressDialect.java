package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.haproxyingress.Compiler;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Claims;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HAProxy Ingress 0.17 (jcmoraisjr/haproxy-ingress, v0.17.0-alpha.2) with HAProxy 3.0. Follows
 * pkg/converters/ingress/ingress.go (readPathType, addDefaultHostBackend), annotations/backend.go
 * (buildBackendRewriteURL, buildBackendSSLRedirect), annotations/host.go (buildHostRedirect),
 * pkg/haproxy/types/maps.go, pkg/haproxy/config.go, rootfs/etc/templates/haproxy/haproxy.tmpl, and
 * docs/content/en/docs/configuration/keys.md.
 *
 * <p>Known limits: blue-green, OAuth, client certificates, method and cookie matches, TLS
 * passthrough, and configuration snippets are not modelled; where one is on the deciding Ingress,
 * the confidence says so.
 */
public record HaproxyIngressDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "haproxy-ingress";
  }

  @Override
  public String displayName() {
    return "HAProxy Ingress 0.17";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new HaproxyIngressDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.flag(
            "strict-host",
            false,
            "A known host without a matching path goes to the default backend, not to wildcard"
                + " hosts or rules without host."),
        Setting.flag("ssl-redirect", true, "Hosts in spec.tls redirect plain requests to https."),
        Setting.number("ssl-redirect-code", 302, "Status of the redirect to https."),
        Setting.text(
            "no-tls-redirect-locations",
            "/.well-known/acme-challenge",
            "Paths of rules that are not redirected to https, separated by commas."),
        Setting.number("redirect-to-code", 302, "Status of redirect-to."),
        Setting.number("redirect-from-code", 302, "Status of redirect-from."),
        Setting.text(
            "default-backend-service",
            "",
            "namespace/name of the Service for what nothing matches; without it, 404."),
        Setting.text("ingress-class", "haproxy", "The class annotation that is served."),
        Setting.flag(
            "watch-ingress-without-class", true, "Ingresses without any class are served."));
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("haproxy-ingress.github.io/controller"),
        Set.of("haproxy-ingress", "haproxy"),
        Set.of("haproxy-ingress.github.io/"),
        Set.of());
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
