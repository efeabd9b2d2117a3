package io.github.ingressdesigner.dialect.gatewayapi;

import java.util.Optional;

/** Hostnames of listeners and routes: a wildcard takes one label or more (gateway_types.go). */
final class Hostnames {
  private Hostnames() {}

  static boolean isWildcard(String name) {
    return name.startsWith("*.");
  }

  /**
   * @param pattern empty for every host
   * @param host in lower case
   */
  static boolean takes(String pattern, String host) {
    return pattern.isEmpty()
        || (isWildcard(pattern)
            ? host.length() > pattern.length() - 1 && host.endsWith(pattern.substring(1))
            : pattern.equals(host));
  }

  /** What both patterns take; empty where that is nothing. */
  static Optional<String> intersection(String listener, String route) {
    if (listener.isEmpty()) {
      return Optional.of(route);
    }
    if (route.isEmpty() || route.equals(listener)) {
      return Optional.of(listener);
    }
    if (isWildcard(listener) && isWildcard(route)) {
      String longer = listener.length() >= route.length() ? listener : route;
      String shorter = longer.equals(listener) ? route : listener;
      return longer.endsWith(shorter.substring(1)) ? Optional.of(longer) : Optional.empty();
    }
    if (isWildcard(listener)) {
      return takes(listener, route) ? Optional.of(route) : Optional.empty();
    }
    return isWildcard(route) && takes(route, listener) ? Optional.of(listener) : Optional.empty();
  }
}
