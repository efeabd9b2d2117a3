package io.github.ingressdesigner.dialect.traefik;

import java.util.List;
import java.util.stream.Stream;

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

  /** With more steps behind these. */
  Way and(List<Middleware> more) {
    return more.isEmpty() ? this : new Way(joined(plain, more), joined(tls, more));
  }

  private static List<Middleware> joined(List<Middleware> first, List<Middleware> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  List<Middleware> over(boolean isTls) {
    return isTls ? tls : plain;
  }
}
