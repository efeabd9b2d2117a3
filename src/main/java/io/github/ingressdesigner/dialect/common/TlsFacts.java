package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.List;
import java.util.Optional;

/** What {@code spec.tls} says of a server name. */
public final class TlsFacts {
  private TlsFacts() {}

  /**
   * The place of the entry that lists this server name, an equal host before a wildcard; empty
   * where none does.
   */
  public static Optional<Integer> entryFor(Ingress ingress, String serverName) {
    List<TlsEntry> entries = ingress.spec().tls();
    String name = HostIndex.lower(serverName);
    Optional<Integer> wildcard = Optional.empty();
    for (int i = 0; i < entries.size(); i++) {
      for (String host : entries.get(i).hosts()) {
        if (HostIndex.lower(host).equals(name)) {
          return Optional.of(i);
        }
        if (wildcard.isEmpty() && takes(HostIndex.lower(host), name)) {
          wildcard = Optional.of(i);
        }
      }
    }
    return wildcard;
  }

  private static boolean takes(String pattern, String name) {
    int dot = name.indexOf('.');
    return HostIndex.isWildcard(pattern)
        && dot > 0
        && name.length() - dot == pattern.length() - 1
        && name.startsWith(pattern.substring(1), dot);
  }
}
