package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.List;
import java.util.Optional;

/** All dialects, in the order in which they are offered. */
public final class Dialects {
  public static final Dialect SPEC = new SpecDialect();

  private static final List<Dialect> ALL =
      List.of(
          SPEC,
          new IngressNginxDialect(DialectConfig.NONE),
          new F5NginxDialect(DialectConfig.NONE),
          new TraefikDialect(DialectConfig.NONE),
          new TraefikNginxDialect(DialectConfig.NONE),
          new HaproxyDialect(DialectConfig.NONE),
          new HaproxyIngressDialect(DialectConfig.NONE),
          new ContourDialect(DialectConfig.NONE),
          new KongDialect(DialectConfig.NONE),
          new GatewayApiDialect(DialectConfig.NONE));

  private Dialects() {}

  public static List<Dialect> all() {
    return ALL;
  }

  /** The dialect with this {@link Dialect#id()}. */
  public static Optional<Dialect> find(String id) {
    return ALL.stream().filter(dialect -> dialect.id().equals(id)).findFirst();
  }
}
