package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.DialectConfig;

/** The options of Traefik that change routing. */
public final class TraefikSettings {
  private TraefikSettings() {}

  public static DialectConfig withNginxProvider(DialectConfig config) {
    return config.with(TraefikOptions.PROVIDER, TraefikOptions.NGINX);
  }
}
