package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import java.util.List;

/**
 * An HTTPRoute.
 *
 * @param hostnames in lower case; none for every host
 * @param later the rules; read at the first question for them
 */
record HttpRoute(
    ObjectMeta meta,
    String name,
    Location at,
    List<FieldValue> parents,
    List<String> hostnames,
    Later<List<HttpRule>> later) {
  HttpRoute {
    parents = List.copyOf(parents);
    hostnames = List.copyOf(hostnames);
  }

  List<HttpRule> rules() {
    return later.get();
  }
}
