package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;

/**
 * A path, or the default backend of a host.
 *
 * @param problem why its Service has no endpoints
 * @param replacement what the text of the location becomes (nginx.org/rewrites)
 * @param rewrite the rewrite directive (nginx.org/rewrite-target)
 */
record PathRoute(
    Annotations annotations,
    String owner,
    String path,
    PathType type,
    Location at,
    Backend backend,
    Optional<String> problem,
    Optional<String> replacement,
    Optional<Rewrite> rewrite) {
  boolean isDefault() {
    return at.path().indexAt(0) < 0;
  }
}
