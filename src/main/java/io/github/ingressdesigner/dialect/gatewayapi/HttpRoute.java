package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import java.util.List;

/**
 * An HTTPRoute.
 *
 * @param hostnames in lower case; none for every host
 */
record HttpRoute(
    ObjectMeta meta,
    String name,
    Location at,
    List<FieldValue> parents,
    List<String> hostnames,
    List<HttpRule> rules) {
  HttpRoute {
    parents = List.copyOf(parents);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }
}
