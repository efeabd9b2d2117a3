package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Host names, cut into classes by the patterns of both tables. */
final class HostClasses {
  /**
   * One class of names.
   *
   * @param label for people: the name, {@code *.x}, {@code *.*.x}, or empty for all other names
   * @param name one name of the class
   * @param paths all that is compared with the path of a request for it
   */
  record HostClass(String label, String name, Set<PathFacet> paths) {}

  /** Which kind of pattern takes a name; its place says which of them. */
  private record Key(String pattern, int labels) {}

  private final Map<Key, HostClass> classes = new LinkedHashMap<>();
  private final Map<String, Set<PathFacet>> exact = new LinkedHashMap<>();
  private final Map<String, Set<PathFacet>> suffixes = new LinkedHashMap<>();
  private final Set<PathFacet> any = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();

  private HostClasses(List<Facets> tables) {
    for (Facets facets : tables) {
      for (HostFacet host : facets.hosts()) {
        add(host);
      }
    }
    String fresh = fresh();
    exact.forEach(
        (name, paths) -> {
          Set<PathFacet> all = new HashSet<>(paths);
          all.addAll(any);
          wild(name).ifPresent(suffix -> all.addAll(suffixes.get(suffix)));
          classes.put(new Key(name, 0), new HostClass(name, name, Set.copyOf(all)));
        });
    suffixes.forEach(
        (suffix, paths) -> {
          Set<PathFacet> all = new HashSet<>(paths);
          all.addAll(any);
          wild(suffix).ifPresent(outer -> all.addAll(suffixes.get(outer)));
          String one = fresh + "." + suffix;
          Set<PathFacet> copy = Set.copyOf(all);
          classes.put(new Key(suffix, 1), new HostClass("*." + suffix, one, copy));
          classes.put(new Key(suffix, 2), new HostClass("*.*." + suffix, fresh + "." + one, copy));
        });
    classes.put(new Key("", 0), new HostClass("", fresh + ".invalid", Set.copyOf(any)));
  }

  static HostClasses of(Facets... tables) {
    return new HostClasses(List.of(tables));
  }

  private void add(HostFacet host) {
    String pattern = host.pattern().toLowerCase(Locale.ROOT);
    switch (host.kind()) {
      case EXACT -> exact.computeIfAbsent(pattern, p -> new LinkedHashSet<>()).addAll(host.paths());
      case ONE_LABEL, LABELS ->
          suffixes.computeIfAbsent(pattern, p -> new LinkedHashSet<>()).addAll(host.paths());
      case PATTERN -> {
        patterns.add(pattern);
        any.addAll(host.paths());
      }
      case ANY -> any.addAll(host.paths());
    }
  }

  /** Words for people, as far as they go. */
  static String freshWord(int i) {
    return i == 0 ? "other" : "zq" + i;
  }

  /** A label that stands in none of the names. */
  private String fresh() {
    Set<String> all = new HashSet<>(exact.keySet());
    all.addAll(suffixes.keySet());
    for (int i = 0; ; i++) {
      String word = freshWord(i);
      if (all.stream().noneMatch(name -> name.contains(word))) {
        return word;
      }
    }
  }

  /** The longest wildcard suffix above a name. */
  private Optional<String> wild(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      String suffix = name.substring(dot + 1);
      if (suffixes.containsKey(suffix)) {
        return Optional.of(suffix);
      }
    }
    return Optional.empty();
  }

  List<HostClass> all() {
    return new ArrayList<>(classes.values());
  }

  /** The class of a name. */
  HostClass classOf(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    HostClass known = classes.get(new Key(name, 0));
    if (known != null) {
      return known;
    }
    Optional<String> suffix = wild(name);
    if (suffix.isEmpty()) {
      return classes.get(new Key("", 0));
    }
    String labels = name.substring(0, name.length() - suffix.get().length() - 1);
    return classes.get(new Key(suffix.get(), labels.indexOf('.') < 0 ? 1 : 2));
  }

  /** Expressions for hosts, whose names are not cut into classes. */
  Set<String> patterns() {
    return patterns;
  }
}
