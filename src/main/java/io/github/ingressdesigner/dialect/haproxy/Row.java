package io.github.ingressdesigner.dialect.haproxy;

/**
 * A row of a map. A blank in the path ends the key, so that what stands behind it becomes part of
 * the value and names no backend.
 *
 * @param path behind the host in the key
 * @param rest of the path, from its first blank on; else empty
 */
record Row(Map map, String path, String rest, PathRoute route) {
  /** The maps, in the order in which they are asked (setupHAProxyRules). */
  enum Map {
    EXACT("path-exact.map"),
    PREFIX_EXACT("path-prefix-exact.map"),
    PREFIX("path-prefix.map");

    final String file;

    Map(String file) {
      this.file = file;
    }
  }

  static Row of(Map map, String path, PathRoute route) {
    int blank = path.indexOf(' ');
    int tab = path.indexOf('\t');
    int end = blank < 0 ? tab : tab < 0 ? blank : Math.min(blank, tab);
    return end < 0
        ? new Row(map, path, "", route)
        : new Row(map, path.substring(0, end), path.substring(end), route);
  }

  boolean isBroken() {
    return !rest.isEmpty();
  }

  /** Rows of one key stand in the order of their values; those with a rest are the last ones. */
  String order() {
    return rest + route.value();
  }

  String generated() {
    return map.file + " " + route.host() + path + rest + " " + route.value();
  }
}
