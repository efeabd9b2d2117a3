package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.List;
import java.util.Locale;

/**
 * Which entries of {@code spec.tls} cover a host: those that list it, that list a wildcard for its
 * last labels but one, or that list nothing at all (which then hold for the whole Ingress, as the
 * API reference says).
 */
final class TlsCover {
  private TlsCover() {}

  /** Secret names that cover the host, "" for an entry without one; each once. */
  static List<String> of(Ingress ingress, String host) {
    List<TlsEntry> entries = ingress.spec().tls();
    if (entries.isEmpty()) {
      return List.of();
    }
    String wanted = host.toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(entry -> covers(entry, wanted))
        .map(entry -> entry.secretName().orElse(""))
        .distinct()
        .toList();
  }

  static boolean covers(TlsEntry entry, String lowerCaseHost) {
    return entry.hosts().isEmpty()
        || entry.hosts().stream()
            .anyMatch(name -> covers(name.toLowerCase(Locale.ROOT), lowerCaseHost));
  }

  private static boolean covers(String name, String host) {
    int dot = host.indexOf('.');
    return name.equals(host)
        || name.startsWith("*.") && dot > 0 && host.substring(dot).equals(name.substring(1));
  }
}
