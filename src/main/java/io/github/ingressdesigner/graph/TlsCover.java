package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.TlsEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which entries of {@code spec.tls} cover a host: those that list it, that list a wildcard for its
 * last labels but one, or that list nothing at all (which then hold for the whole Ingress, as the
 * API reference says). Looked up, not searched, for Ingresses of many hosts.
 */
final class TlsCover {
  private final List<TlsEntry> entries;
  private final List<Integer> forAll = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();

  TlsCover(List<TlsEntry> entries) {
    this.entries = entries;
    for (int i = 0; i < entries.size(); i++) {
      List<String> names = entries.get(i).hosts();
      if (names.isEmpty()) {
        forAll.add(i);
      }
      for (String name : names) {
        byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Indices of the entries that cover the host, in their order. */
  List<Integer> entriesFor(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    TreeSet<Integer> found = new TreeSet<>(forAll);
    found.addAll(byName.getOrDefault(name, List.of()));
    if (dot > 0) {
      found.addAll(byName.getOrDefault("*" + name.substring(dot), List.of()));
    }
    return List.copyOf(found);
  }

  /** Secret names that cover the host, "" for an entry without one; each once. */
  List<String> secretsFor(String host) {
    return entriesFor(host).stream()
        .map(index -> entries.get(index).secretName().orElse(""))
        .distinct()
        .toList();
  }
}
