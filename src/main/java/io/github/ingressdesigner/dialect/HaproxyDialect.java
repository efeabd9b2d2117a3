package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.haproxy.Compiler;
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
 * HAProxy Technologies' HAProxy Kubernetes Ingress Controller 3.2 (haproxytech/kubernetes-ingress)
 * with HAProxy 3.2. Follows pkg/route/route.go (AddHostPathRoute), pkg/controller/controller.go
 * (setupHAProxyRules), pkg/haproxy/maps/main.go, pkg/haproxy/rules/types.go, pkg/annotations,
 * pkg/store/store.go (IsIngressClassSupported), and documentation/annotations.md.
 *
 * <p>Known limits: address lists, authentication, rate limits, snippets, TLS passthrough, and
 * use-ingress-merge are not modelled; of route-acl, conditions on headers, cookies, method, path
 * and chance are.
 */
public record HaproxyDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "haproxy";
  }

  @Override
  public String displayName() {
    return "HAProxy Technologies 3.2";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new HaproxyDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.text(
            "ssl-redirect",
            "",
            "true or false for all Ingresses; without it, those with hosts in spec.tls redirect."),
        Setting.number("ssl-redirect-port", 8443, "The port that the redirect to https names."),
        Setting.number("ssl-redirect-code", 302, "Status of the redirect to https."),
        Setting.text(
            "default-backend-service",
            "",
            "namespace/name of the Service for what nothing matches; without it, 404."),
        Setting.text("ingress.class", "", "The part behind the slash of its controller name."));
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("haproxy.org/ingress-controller"),
        Set.of("haproxy"),
        Set.of("haproxy.org/", "haproxy.com/"),
        Set.of());
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
