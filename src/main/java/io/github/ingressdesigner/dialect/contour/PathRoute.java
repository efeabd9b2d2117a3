package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;

/**
 * A path of an Ingress, or its default backend.
 *
 * @param condition what the path is compared with; equal conditions are one route
 * @param ready whether the Service has endpoints
 * @param redirects whether force-ssl-redirect is on
 * @param plain whether it is served without TLS
 */
record PathRoute(
    String owner,
    String path,
    PathType type,
    Location at,
    Condition condition,
    Backend backend,
    boolean ready,
    boolean redirects,
    boolean plain) {
  boolean isDefault() {
    return at.path().indexAt(0) < 0;
  }
}
