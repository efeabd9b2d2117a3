package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.gatewayapi.Compiler;
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
 * Gateway API HTTPRoute (kubernetes-sigs/gateway-api, v1). Follows apis/v1/httproute_types.go,
 * apis/v1/gateway_types.go and the conformance tests; where the API leaves a choice (expressions,
 * path normalisation, repeated headers, hosts that no rule fits), implementations on Envoy.
 * Matching, rewrites and redirects were compared with Envoy itself.
 *
 * <p>Known limits: GRPCRoute, TLSRoute, ListenerSet, policies and extension filters are not
 * modelled; status conditions are not computed; of several Gateways the one answers that has a rule
 * for the request.
 */
public record GatewayApiDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "gateway-api";
  }

  @Override
  public String displayName() {
    return "Gateway API v1";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new GatewayApiDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.text("gateway-class", "", "Only Gateways of this class count; without it, all."));
  }

  @Override
  public Claims claims() {
    return new Claims(Set.of(), Set.of(), Set.of(), Set.of("gateway.networking.k8s.io/HTTPRoute"));
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
