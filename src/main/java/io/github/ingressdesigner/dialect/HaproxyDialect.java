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
 * (setupHAProxyRules), pkg/haproxy/maps/main.go, pkg/haproxy/rules (types.go, GetID of main.go),
 * pkg/annotations, pkg/store/convert.go (pathKey, CopyAnnotations), pkg/store/store.go
 * (IsIngressClassSupported), pkg/service/service.go (GetBackendName), and
 * documentation/annotations.md.
 *
 * <p>Known limits: address lists, authentication, rate limits, snippets, TLS passthrough, and
 * use-ingress-merge are not modelled; of route-acl, one condition on a header, a cookie, a query
 * parameter, the method, the path, or chance is. Rules that several Ingresses share keep the order
 * in which the controller met them first, so a request-redirect may go before an ssl-redirect; here
 * the latter always goes first.
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
        Setting.text("request-redirect", "", "Where Ingresses without the annotation redirect to."),
        Setting.number("request-redirect-code", 302, "Status of request-redirect."),
        Setting.text(
            "path-rewrite", "", "For Ingresses without the annotation: an expression, a new path."),
        Setting.text(
            "set-host", "", "The host that backends of Ingresses without the annotation see."),
        Setting.text(
            "ssl-certificate",
            "",
            "namespace/name of the Secret of the default certificate; without it, https is served"
                + " only if some Ingress has hosts and a Secret in spec.tls."),
        Setting.text(
            "default-backend-service",
            "",
            "namespace/name of the Service for what nothing matches; without it, 404."),
        Setting.text("ingress.class", "", "The part behind the slash of its controller name."),
        Setting.flag(
            "empty-ingress-class",
            false,
            "With ingress.class, Ingresses that name no class are served too."));
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
