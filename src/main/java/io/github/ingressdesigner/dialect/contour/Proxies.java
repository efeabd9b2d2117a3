package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** HTTPProxy objects, which are not modelled: only the hosts that they name. */
record Proxies(Map<String, Location> byHost) {
  static Proxies of(Resources resources) {
    Map<String, Location> byHost = new LinkedHashMap<>();
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof OtherResource other && other.kind().equals("HTTPProxy")) {
        other
            .get("spec")
            .get("virtualhost")
            .get("fqdn")
            .text()
            .ifPresent(h -> byHost.putIfAbsent(HostIndex.lower(h), Location.of(located.id())));
      }
    }
    return new Proxies(byHost);
  }

  /** One that names this host. */
  Optional<Location> naming(String host) {
    String name = HostIndex.lower(host);
    return byHost.entrySet().stream()
        .filter(entry -> Skipped.takes(entry.getKey(), name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
