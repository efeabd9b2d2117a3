package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import java.util.Optional;

/** A step between a router and its backend (pkg/middlewares). */
sealed interface Middleware permits PathMiddleware, RedirectMiddleware, Middleware.Passing {
  /** Changes the request, or answers it. */
  Optional<Outcome> apply(Pass pass);

  /** What it does, for people. */
  String sentence();

  /** Where it is written. */
  Optional<Location> at();

  /** How sure the answer is where it takes part. */
  default Confidence confidence() {
    return Confidence.EXACT;
  }

  /** What the confidence rests on, where it is not exact. */
  default String basis() {
    return "";
  }

  /** A few words on it. */
  String label();

  /**
   * It lets requests pass, or is not modelled.
   *
   * @param kind as Traefik calls it
   */
  record Passing(
      String kind, String sentence, Confidence confidence, String basis, Optional<Location> at)
      implements Middleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      return Optional.empty();
    }

    @Override
    public String label() {
      return kind;
    }
  }
}
