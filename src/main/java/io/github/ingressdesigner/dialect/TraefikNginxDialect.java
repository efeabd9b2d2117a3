package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.traefik.TraefikCompiler;
import io.github.ingressdesigner.dialect.traefik.TraefikSettings;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Traefik 3.7 with its provider kubernetesIngressNGINX, which reads the annotations of
 * ingress-nginx: {@link TraefikDialect} with that provider, as a choice of its own. Claims nothing:
 * the files cannot tell it from ingress-nginx itself.
 */
public record TraefikNginxDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "traefik-nginx";
  }

  @Override
  public String displayName() {
    return "Traefik, ingress-nginx provider";
  }

  @Override
  public Dialect withConfig(DialectConfig changed) {
    return new TraefikNginxDialect(changed);
  }

  @Override
  public List<Setting> settings() {
    return TraefikSettings.ofNginxProvider();
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return TraefikCompiler.compile(resources, TraefikSettings.withNginxProvider(config), previous);
  }
}
