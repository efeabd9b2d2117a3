package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener of a Gateway.
 *
 * @param hostname in lower case; empty for every host
 * @param allowed allowedRoutes
 * @param assumed whether it stands for a Gateway that is not among the files
 */
record Listener(
    String gateway,
    String namespace,
    String name,
    int port,
    boolean tls,
    String hostname,
    FieldValue allowed,
    Location at,
    boolean assumed) {
  /** The listeners of a Gateway that speak HTTP. */
  static List<Listener> of(String name, String namespace, FieldValue spec, Location gateway) {
    List<Listener> listeners = new ArrayList<>();
    List<FieldValue> items = spec.get("listeners").items();
    for (int i = 0; i < items.size(); i++) {
      FieldValue item = items.get(i);
      String protocol = item.get("protocol").text().orElse("HTTP");
      boolean passes = "Passthrough".equals(item.get("tls").get("mode").text().orElse(""));
      if (!protocol.equals("HTTP") && !protocol.equals("HTTPS") || passes) {
        continue;
      }
      boolean tls = protocol.equals("HTTPS");
      listeners.add(
          new Listener(
              name,
              namespace,
              item.get("name").text().orElse(""),
              item.get("port").number().orElse(tls ? 443 : 80),
              tls,
              HostIndex.lower(item.get("hostname").text().orElse("")),
              item.get("allowedRoutes"),
              gateway.key("spec").key("listeners").index(i),
              false));
    }
    return listeners;
  }

  /** {@code namespace/name} of its Gateway. */
  String gatewayName() {
    return namespace + "/" + gateway;
  }

  boolean takes(String host) {
    return Hostnames.takes(hostname, host);
  }
}
