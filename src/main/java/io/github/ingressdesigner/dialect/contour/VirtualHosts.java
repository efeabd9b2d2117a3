package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.HostIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Virtual hosts of one listener: an equal domain, the longest wildcard suffix, {@code *}. One of
 * them answers alone.
 */
final class VirtualHosts {
  private final boolean overTls;
  private final Map<String, HostPart> exact;
  private final Map<String, HostPart> suffixes = new HashMap<>();
  private final @Nullable HostPart any;
  private final Collection<HostPart> all;

  /**
   * @param overTls which listener it is; some hosts may not be there
   */
  VirtualHosts(Collection<HostPart> all, boolean overTls) {
    this.all = all;
    this.overTls = overTls;
    exact = HashMap.newHashMap(all.size());
    HostPart star = null;
    for (HostPart host : all) {
      String name = HostIndex.lower(host.host);
      if (name.isEmpty()) {
        star = host;
      } else if (name.startsWith("*.")) {
        put(suffixes, name.substring(1), host);
      } else {
        put(exact, name, host);
      }
    }
    any = star;
  }

  /** Of hosts that differ by case alone the last one counts. */
  private void put(Map<String, HostPart> hosts, String name, HostPart host) {
    HostPart before = hosts.put(name, host);
    if (before != null && host.virtual(overTls) == null) {
      hosts.put(name, before);
    }
  }

  private @Nullable VirtualHost virtual(@Nullable HostPart host) {
    return host == null ? null : host.virtual(overTls);
  }

  /**
   * @param name in lower case, without port
   */
  @Nullable VirtualHost find(String name) {
    VirtualHost host = virtual(exact.get(name));
    if (host != null) {
      return host;
    }
    if (!suffixes.isEmpty()) {
      for (int dot = name.indexOf('.', 1); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        host = virtual(suffixes.get(name.substring(dot)));
        if (host != null) {
          return host;
        }
      }
    }
    return virtual(any);
  }

  List<VirtualHost> all() {
    return all.stream().flatMap(part -> Stream.ofNullable(part.virtual(overTls))).toList();
  }

  /** All that take this host, whichever answers. */
  List<VirtualHost> near(String host) {
    String name = HostIndex.lower(host);
    return all.stream()
        .filter(part -> Skipped.takes(HostIndex.lower(part.host), name))
        .flatMap(part -> Stream.ofNullable(part.virtual(overTls)))
        .toList();
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
