package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.HostIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Virtual hosts of one listener: an equal domain, the longest wildcard suffix, {@code *}. One of
 * them answers alone.
 */
final class VirtualHosts {
  private final Map<String, VirtualHost> exact = new HashMap<>();
  private final Map<String, VirtualHost> suffixes = new HashMap<>();
  private final @Nullable VirtualHost any;
  private final List<VirtualHost> all = new ArrayList<>();

  /**
   * @param routes by host as written
   */
  VirtualHosts(LinkedHashMap<String, List<PathRoute>> routes) {
    VirtualHost star = null;
    for (Map.Entry<String, List<PathRoute>> entry : routes.entrySet()) {
      VirtualHost host = VirtualHost.of(entry.getKey(), entry.getValue());
      all.add(host);
      String name = HostIndex.lower(entry.getKey());
      if (name.isEmpty()) {
        star = host;
      } else if (name.startsWith("*.")) {
        suffixes.put(name.substring(1), host);
      } else {
        exact.put(name, host);
      }
    }
    any = star;
  }

  /**
   * @param name in lower case, without port
   */
  @Nullable VirtualHost find(String name) {
    VirtualHost host = exact.get(name);
    if (host != null) {
      return host;
    }
    if (!suffixes.isEmpty()) {
      for (int dot = name.indexOf('.', 1); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        host = suffixes.get(name.substring(dot));
        if (host != null) {
          return host;
        }
      }
    }
    return any;
  }

  /** All that take this host, whichever answers. */
  List<VirtualHost> near(String host) {
    String name = HostIndex.lower(host);
    return all.stream().filter(v -> Skipped.takes(HostIndex.lower(v.host()), name)).toList();
  }

  List<VirtualHost> all() {
    return all;
  }

  /**
   * What is added to the routes of a wildcard host: one label, as DNS writes it, and the host as it
   * was sent.
   */
  static boolean isOneLabel(VirtualHost host, String sent) {
    if (!host.host().startsWith("*.")) {
      return true;
    }
    String suffix = host.host().substring(1);
    int length = sent.length() - suffix.length();
    return length > 0 && sent.endsWith(suffix) && isLabel(sent, length);
  }

  private static boolean isLabel(String text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letter && (c != '-' || i == 0 || i == length - 1)) {
        return false;
      }
    }
    return true;
  }
}
