package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.model.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code app-root} of hosts (RedirFromRootMap, RedirRootSSLMap of pkg/haproxy/config.go). */
final class RootRedirects {
  /**
   * @param first whether plain requests are sent to https before
   */
  record Root(String value, boolean first, Location at) {}

  private final Map<String, Root> exact = new HashMap<>();
  private final Map<String, Root> wildcards = new HashMap<>();

  /**
   * @param ssl the global ssl-redirect, which decides where a host has no path /
   */
  RootRedirects(Collection<Host> hosts, boolean ssl) {
    for (Host host : hosts) {
      String value = host.annotations.get("app-root");
      if (value == null || host.targets().isEmpty() || host.name.isEmpty()) {
        continue;
      }
      Root root = new Root(value, isFirst(host, ssl), host.places.get("app-root"));
      if (host.name.startsWith("*.")) {
        wildcards.put(host.name.substring(2), root);
      } else {
        exact.put(host.name, root);
      }
    }
  }

  private static boolean isFirst(Host host, boolean ssl) {
    boolean first = ssl;
    for (Target target : host.targets()) {
      if (target.path().equals("/")) {
        first = target.sslRedirect();
        if (target.headers().isEmpty()) {
          return first;
        }
      }
    }
    return first;
  }

  @Nullable Root find(String host) {
    Root root = exact.get(host);
    int dot = host.indexOf('.');
    return root != null || dot <= 0 ? root : wildcards.get(host.substring(dot + 1));
  }

  boolean isEmpty() {
    return exact.isEmpty() && wildcards.isEmpty();
  }
}
