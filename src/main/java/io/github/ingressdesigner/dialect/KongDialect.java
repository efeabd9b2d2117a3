package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.kong.Compiler;
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
 * Kong ingress controller 3.5 with Kong 3.9. Follows
 * internal/dataplane/translator/subtranslator/{ingress_atc,ingress}.go and
 * internal/dataplane/kongstate/route.go of the controller, kong/router/{expressions, transform,
 * compat, traditional, utils}.lua, kong/tools/uri.lua and kong/runloop/handler.lua of Kong.
 *
 * <p>Known limits: plugins (but for the rewrite of the controller itself), KongIngress and
 * KongUpstreamPolicy objects, and canary plugins are not read.
 */
public record KongDialect(DialectConfig config) implements Dialect {
  @Override
  public String id() {
    return "kong";
  }

  @Override
  public String displayName() {
    return "Kong 3.9";
  }

  @Override
  public Dialect withConfig(DialectConfig other) {
    return new KongDialect(other);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.choice(
            "router_flavor",
            List.of("traditional_compatible", "traditional", "expressions"),
            "Kong's router. Kong itself starts with traditional_compatible, its Helm chart with"
                + " traditional."),
        Setting.text(
            "feature-gates",
            "",
            "Gates of the controller; RewriteURIs=true allows konghq.com/rewrite."),
        Setting.text("ingress-class", "kong", "The class that is served."));
  }

  @Override
  public Claims claims() {
    return new Claims(
        Set.of("ingress-controllers.konghq.com/kong"),
        Set.of("kong"),
        Set.of("konghq.com/"),
        Set.of("configuration.konghq.com/KongPlugin", "configuration.konghq.com/KongIngress"));
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    return Compiler.compile(resources, config);
  }
}
