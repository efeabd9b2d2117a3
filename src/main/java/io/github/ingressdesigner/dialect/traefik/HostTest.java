package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.HostIndex;
import java.util.List;

/** Whether a host in a rule takes the host of a request ({@code Host} of muxer/http/matcher.go). */
final class HostTest {
  private HostTest() {}

  /** Lower case, and one dot at the end cut. */
  static String key(String host) {
    String name = HostIndex.lower(host);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * @param hosts of a rule; none for every host
   */
  static boolean takes(List<String> hosts, String requested) {
    return hosts.isEmpty() || hosts.stream().anyMatch(host -> takes(host, requested));
  }

  /**
   * @param host an empty one takes everything
   */
  static boolean takes(String host, String requested) {
    String pattern = key(host);
    String name = key(requested);
    if (host.isEmpty()) {
      return true;
    }
    if (HostIndex.isWildcard(pattern)) {
      int dot = name.indexOf('.');
      return dot >= 0 && name.substring(dot).equals(pattern.substring(1));
    }
    return !name.isEmpty() && pattern.equals(name);
  }
}
