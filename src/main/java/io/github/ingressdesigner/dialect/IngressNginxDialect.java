package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.ingressnginx.Compiler;
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
 * ingress-nginx 1.15 (kubernetes/ingress-nginx, controller 1.15.1) with NGINX 1.27. Follows
 * internal/ingress/controller/controller.go (createUpstreams, createServers, getBackendServers,
 * mergeAlternativeBackends), controller/location.go, controller/store/store.go,
 * controller/template/template.go, internal/ingress/annotations, internal/ingress/inspector,
 * rootfs/etc/nginx/template/nginx.tmpl, and rootfs/etc/nginx/lua (balancer.lua, lua_ingress.lua,
 * certificate.lua, nginx/ngx_srv_redirect.lua).
 *
 * <p>Known limits: what snippets, external authentication, credentials, client certificates,
 * ModSecurity and session cookies beside canaries decide is not modelled, nor is TLS passthrough;
 * where one takes part, the confidence says so. The client's address, which allow and deny lists
 * ask for, is a setting. Earlier versions of an Ingress, which stay in force when a newer one is
 * not loaded, are not known here.
 */
public record IngressNginxDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "ingress-nginx";
  }

  @Override
  public String displayName() {
    return "ingress-nginx 1.15";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new IngressNginxDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.flag("ssl-redirect", true, "Hosts with a certificate redirect plain requests."),
        Setting.flag("force-ssl-redirect", false, "All hosts redirect plain requests to https."),
        Setting.text(
            "no-tls-redirect-locations",
            "/.well-known/acme-challenge",
            "Beginnings of location paths that are never redirected, separated by commas."),
        Setting.number("http-redirect-code", 308, "Status of the redirects to https and www."),
        Setting.flag(
            "preserve-trailing-slash", false, "The redirect to https keeps a slash at the end."),
        Setting.flag("use-port-in-redirects", false, "The redirect to https names port 443."),
        Setting.flag(
            "relative-redirects", false, "NGINX's own redirects name neither scheme nor host."),
        Setting.flag(
            "use-forwarded-headers",
            false,
            "X-Forwarded-Proto, -Host and -Port of the client are believed."),
        Setting.text(
            "default-backend-service",
            "",
            "namespace/name of the Service for what nothing matches; without it, 404."),
        Setting.choice(
            "annotations-risk-level",
            List.of("High", "Critical", "Medium", "Low"),
            "An Ingress with an annotation of a higher risk is not loaded."),
        Setting.flag(
            "allow-snippet-annotations", false, "Snippets count, if their risk is allowed too."),
        Setting.text(
            "annotation-value-word-blocklist",
            "",
            "An Ingress with one of these words in an annotation is not loaded."),
        Setting.flag("disable-catch-all", false, "Ingresses with a defaultBackend are not loaded."),
        Setting.flag("deep-inspect", true, "Ingresses with dangerous paths are not loaded."),
        Setting.text("ingress-class", "nginx", "The class annotation that is served."),
        Setting.text(
            "controller-class", "k8s.io/ingress-nginx", "The controller of its IngressClasses."),
        Setting.flag(
            "ingress-class-by-name",
            false,
            "The IngressClass called as the class annotation counts, whatever its controller."),
        Setting.flag(
            "watch-ingress-without-class", false, "Ingresses without any class are served."),
        Setting.flag(
            "allow-cross-namespace-resources",
            false,
            "Annotations may name Secrets of other namespaces."),
        Setting.text(
            "health-check-path", "/healthz", "Answered with 200 by the default server itself."),
        Setting.text(
            "client-address",
            "127.0.0.1",
            "The address that requests come from, for allow and deny lists; not a setting of the"
                + " controller."),
        Setting.text(
            "annotations-prefix", "nginx.ingress.kubernetes.io", "Prefix of its annotations."));
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("k8s.io/ingress-nginx", "webapprouting.kubernetes.azure.com/nginx"),
        Set.of("nginx", "public", "webapprouting.kubernetes.azure.com"),
        Set.of("nginx.ingress.kubernetes.io/"),
        Set.of());
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
