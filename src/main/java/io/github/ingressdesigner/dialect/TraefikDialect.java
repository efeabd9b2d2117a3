package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.traefik.TraefikCompiler;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;

/** Traefik 3.7, provider kubernetesIngress. */
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
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return TraefikCompiler.compile(resources, config);
  }
}
