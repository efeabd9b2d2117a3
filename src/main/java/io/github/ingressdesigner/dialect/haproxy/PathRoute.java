package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;

/**
 * A path of an Ingress.
 *
 * @param host as the maps know it: {@code .x} for {@code *.x}, empty for none
 * @param backendName as HAProxy knows the backend
 * @param ready whether the Service has endpoints
 * @param service the annotations of the Service
 */
record PathRoute(
    String owner,
    String host,
    String path,
    PathType type,
    Location at,
    Backend backend,
    String backendName,
    boolean ready,
    Rules rules,
    Annotations service,
    Optional<Acl> acl) {
  /** The value of its rows in the maps; rows of one key are sorted by it. */
  String value() {
    return rules.isAny() ? backendName + "." + String.join(".", rules.ids()) : backendName;
  }
}
