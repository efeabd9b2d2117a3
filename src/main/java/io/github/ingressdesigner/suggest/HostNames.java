package io.github.ingressdesigner.suggest;

import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Names for the host patterns of a table. */
final class HostNames {
  private final TreeSet<String> exact = new TreeSet<>();
  private final TreeSet<String> suffixes = new TreeSet<>();

  HostNames(RouteTable table) {
    for (RouteTable.HostTable host : table.hosts()) {
      String name = host.host().toLowerCase(Locale.ROOT);
      if (name.startsWith("*.")) {
        suffixes.add(name.substring(1));
      } else if (!name.isEmpty()) {
        exact.add(name);
      }
    }
  }

  /** A name that the pattern takes and that no other one names. */
  String of(String pattern) {
    if (pattern.isEmpty()) {
      return fresh("", ".test");
    }
    return pattern.startsWith("*.") ? fresh("", pattern.substring(1)) : pattern;
  }

  private String fresh(String before, String suffix) {
    String label = suffix.equals(".test") ? "another" : "any";
    String name = before + label + suffix;
    for (int i = 2; isTaken(name, suffix); i++) {
      name = before + label + i + suffix;
    }
    return name;
  }

  private boolean isTaken(String name, String own) {
    return exact.contains(name)
        || suffixes.stream().anyMatch(s -> s.length() > own.length() && name.endsWith(s));
  }

  /** Names that look like one of the pattern and are not, or only for some controllers. */
  List<Near> near(String pattern) {
    List<Near> near = new ArrayList<>();
    if (pattern.startsWith("*.")) {
      String suffix = pattern.substring(1);
      near.add(new Near(fresh("one.", suffix), "Two labels for the star"));
      near.add(new Near(suffix.substring(1), "The host without a label for the star"));
    } else if (!pattern.isEmpty()) {
      near.add(new Near(fresh("", "." + pattern), "A host below it"));
      near.add(new Near(pattern.toUpperCase(Locale.ROOT), "The host in capitals"));
      near.add(new Near(of(""), "A host that no rule names"));
    }
    return near;
  }

  /** The first of the named hosts. */
  Optional<String> named() {
    return exact.isEmpty() ? Optional.empty() : Optional.of(exact.first());
  }

  /**
   * @param words what is tried, for people
   */
  record Near(String host, String words) {}
}
