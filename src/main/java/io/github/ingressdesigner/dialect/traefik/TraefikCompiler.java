package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;

/**
 * Compiles resources into a table: where no router depends on another host than its own, host by
 * host at the first question for each; the whole list is made when somebody looks at it.
 */
public final class TraefikCompiler {
  private TraefikCompiler() {}

  public static TraefikTable compile(
      Resources resources, DialectConfig config, Optional<RouteTable> previous) {
    TraefikOptions options = TraefikOptions.of(config);
    Optional<HostParts> hosts =
        options.isNginx()
            ? NginxProvider.hosts(resources, options)
            : NativeProvider.hosts(resources, options);
    return hosts.isPresent()
        ? new TraefikTable(hosts.get(), () -> routers(resources, options), options, previous)
        : new TraefikTable(routers(resources, options), options, previous);
  }

  private static Routers routers(Resources resources, TraefikOptions options) {
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
    return routers;
  }
}
