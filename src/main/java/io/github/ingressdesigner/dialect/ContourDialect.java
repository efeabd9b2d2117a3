package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.contour.Compiler;
import io.github.ingressdesigner.dialect.contour.Options;
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
 * Contour (projectcontour/contour, main after 1.33.6) for Ingress, with Envoy 1.40. Follows
 * internal/dag/ingress_processor.go, internal/sorter/sorter.go, internal/ingressclass, and the
 * Envoy configuration that internal/envoy/v3 writes; Envoy's path normalisation and its choice of
 * routes were compared with Envoy itself.
 *
 * <p>Known limits: HTTPProxy objects are not read (answers for hosts that they name are unknown);
 * requests for websockets on paths without projectcontour.io/websocket-routes are routed like
 * others.
 */
public record ContourDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "contour";
  }

  @Override
  public String displayName() {
    return "Contour 1.33";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new ContourDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return Options.SETTINGS;
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("projectcontour.io/ingress-controller"),
        Set.of("contour"),
        Set.of("projectcontour.io/"),
        Set.of("projectcontour.io/HTTPProxy"));
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
