package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;

/** Compiles resources into a table. */
public final class TraefikCompiler {
  private TraefikCompiler() {}

  public static TraefikTable compile(
      Resources resources, DialectConfig config, Optional<RouteTable> previous) {
    TraefikOptions options = TraefikOptions.of(config);
    Routers routers =
        options.isNginx()
            ? NginxProvider.build(resources, options)
            : NativeProvider.build(resources, options);
    routers.foreign =
        resources.all().stream()
            .map(Resources.Located::resource)
            .filter(OtherResource.class::isInstance)
            .map(OtherResource.class::cast)
            .filter(r -> r.kind().equals("IngressRoute") && r.group().equals("traefik.io"))
            .toList();
    return new TraefikTable(routers, options, previous);
  }
}
