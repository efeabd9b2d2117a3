package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.traefik.TraefikCompiler;
import io.github.ingressdesigner.dialect.traefik.TraefikSettings;
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
 * Traefik 3.7 (3.7.9) with its provider kubernetesIngress, or, with {@code provider:
 * kubernetesIngressNGINX}, the one that reads the annotations of ingress-nginx; Middleware objects
 * of traefik.io count with both ways of naming them. Follows pkg/provider/kubernetes/ingress
 * (loadConfigurationFromIngresses, loadRouter, shouldProcessIngress, parseRouterConfig),
 * pkg/provider/kubernetes/ingress-nginx (build, translate, buildRule), pkg/muxer/http (mux.go
 * GetRulePriority, withRoutingPath; matcher.go), pkg/server (server_entrypoint_tcp.go; router.go
 * buildEntryPointHandler), and pkg/middlewares (stripprefix, addprefix, replacepath, redirect,
 * ingressnginx).
 *
 * <p>Known limits: two entry points are assumed, web (port 80) and websecure (port 443). Rules of
 * IngressRoute objects, of other providers and of the old rule syntax, plugins, authentication, and
 * snippets are not modelled; where one takes part, the confidence says so.
 */
public record TraefikDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "traefik";
  }

  @Override
  public String displayName() {
    return "Traefik 3.7";
  }

  @Override
  public Dialect withConfig(DialectConfig changed) {
    return new TraefikDialect(changed);
  }

  @Override
  public List<Setting> settings() {
    return TraefikSettings.ofBothProviders();
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("traefik.io/ingress-controller"),
        Set.of("traefik"),
        Set.of("traefik.ingress.kubernetes.io/"),
        Set.of("traefik.io/Middleware", "traefik.io/IngressRoute", "traefik.io/TraefikService"));
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return TraefikCompiler.compile(resources, config, previous);
  }
}
