package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Resources;
import java.util.Optional;

/**
 * How one controller reads Ingresses: one implementation for each controller, listed in {@code
 * dialect.Dialects}.
 */
public interface Dialect {
  /** Short stable name, as in route tests: {@code kubernetes-spec}, {@code ingress-nginx}. */
  String id();

  /** Name and version for people. */
  String displayName();

  /**
   * Compiles all resources; total, bad values are left out with a reason.
   *
   * @param previous table of an earlier version of the same workspace; what did not change is taken
   *     from it
   */
  RouteTable compile(Resources resources, Optional<RouteTable> previous);
}
