package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.route.DialectConfig;

/** Kong's {@code router_flavor}. */
enum Flavor {
  EXPRESSIONS,
  COMPATIBLE,
  TRADITIONAL;

  static Flavor of(DialectConfig config) {
    return switch (config.get("router_flavor", "")) {
      case "expressions" -> EXPRESSIONS;
      case "traditional" -> TRADITIONAL;
      default -> COMPATIBLE;
    };
  }
}
