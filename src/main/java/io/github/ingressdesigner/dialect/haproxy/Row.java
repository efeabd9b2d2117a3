package io.github.ingressdesigner.dialect.haproxy;

/**
 * A row of a map.
 *
 * @param path behind the host in the key
 */
record Row(Map map, String path, PathRoute route) {
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

  String generated() {
    return map.file + " " + route.host() + path + " " + route.value();
  }
}
