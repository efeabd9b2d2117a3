package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.f5nginx.Compiler;
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
 * F5's NGINX Ingress Controller (nginx/kubernetes-ingress, 5.6 in development) for Ingress, with
 * NGINX 1.22. Follows internal/k8s/configuration.go (buildHostsAndResources, buildMinionConfigs,
 * chooseObjectMetaWinner), internal/k8s/validation.go, internal/k8s/controller.go
 * (HasCorrectIngressClass), internal/configs/ingress.go (generateNginxCfg, generateIngressPath),
 * and internal/configs/version1/nginx.ingress.tmpl.
 *
 * <p>Known limits: VirtualServer and its kind, snippets, policies, JWT and basic authentication are
 * not modelled; where one is on the deciding Ingress, the confidence says so.
 */
public record F5NginxDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "f5-nginx";
  }

  @Override
  public String displayName() {
    return "F5 NGINX Ingress Controller 5";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new F5NginxDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.text("ingress-class", "nginx", "The class that is served."),
        Setting.flag("ssl-redirect", true, "TLS hosts redirect plain requests to https."),
        Setting.flag("redirect-to-https", false, "X-Forwarded-Proto http is redirected to https."),
        Setting.number("http-redirect-code", 301, "Status of the redirects to https."),
        Setting.flag(
            "allow-empty-ingress-host", false, "An Ingress without host is the default server."),
        Setting.text(
            "wildcard-tls-secret",
            "",
            "The Secret for TLS hosts without secretName; without, their TLS handshakes fail."),
        Setting.flag(
            "enable-snippets",
            false,
            "Snippets are written; without, an Ingress with a snippet is refused."),
        Setting.flag(
            "nginx-plus",
            false,
            "The controller runs NGINX Plus; without, an Ingress with its annotations is"
                + " refused."));
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("nginx.org/ingress-controller"),
        Set.of("nginx"),
        Set.of("nginx.org/", "nginx.com/"),
        Set.of("k8s.nginx.org/VirtualServer", "k8s.nginx.org/VirtualServerRoute"));
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
