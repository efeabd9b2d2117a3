package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/** Where a router leads. */
sealed interface Target {
  /**
   * @param owner of the Ingress that names it, where that is not the router's
   * @param at where it is named, where that is not the router's path
   */
  record Ready(Backend backend, Optional<Owner> owner, Optional<Location> at) implements Target {}

  /**
   * No server: 503.
   *
   * @param reason a sentence for people
   */
  record Unavailable(String reason) implements Target {}

  /**
   * Two by weight.
   *
   * @param share of the canary, above 0 and below 1
   */
  record Weighted(Target primary, Target canary, double share) implements Target {}

  static Target of(Backend backend) {
    return new Ready(backend, Optional.empty(), Optional.empty());
  }
}
