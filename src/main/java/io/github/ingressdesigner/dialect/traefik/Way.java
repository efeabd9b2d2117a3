package io.github.ingressdesigner.dialect.traefik;

import java.util.List;

/**
 * What a request passes on its way from a router to its backend.
 *
 * @param plain over a plain connection
 * @param tls over TLS
 */
record Way(List<Middleware> plain, List<Middleware> tls) {
  static final Way STRAIGHT = new Way(List.of(), List.of());

  static Way of(List<Middleware> both) {
    return both.isEmpty() ? STRAIGHT : new Way(both, both);
  }

  List<Middleware> over(boolean isTls) {
    return isTls ? tls : plain;
  }
}
