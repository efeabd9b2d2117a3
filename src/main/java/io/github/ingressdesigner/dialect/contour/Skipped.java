package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.Set;

/**
 * What takes no part, and for which hosts it would.
 *
 * @param hosts as written; empty text for every host
 */
record Skipped(Set<String> hosts, LeftOut leftOut) {
  Skipped {
    hosts = Set.copyOf(hosts);
  }

  /** Whether it would take part in requests of this host. */
  boolean concerns(String host) {
    String name = HostIndex.lower(host);
    return hosts.stream().anyMatch(pattern -> takes(HostIndex.lower(pattern), name));
  }

  static boolean takes(String pattern, String name) {
    return pattern.isEmpty()
        || (HostIndex.isWildcard(pattern)
            ? name.endsWith(pattern.substring(1)) && name.length() >= pattern.length()
            : pattern.equals(name));
  }
}
