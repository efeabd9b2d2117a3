package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of Ingresses by their hosts, where no router depends on another host than its own. The
 * routers of a host are made at the first question for it.
 */
final class HostParts {
  /** Adds the routers of one rule. */
  interface Source {
    void addTo(List<Router> plain, List<Router> tls);
  }

  /** All that Ingresses say of one host. */
  static final class Part {
    private record Made(OrderedPaths<Router> plain, OrderedPaths<Router> tls) {}

    private final List<Source> sources = new ArrayList<>(1);
    private final Later<Made> made;

    private Part(boolean isForBoth) {
      made = new Later<>(() -> make(isForBoth));
    }

    private Made make(boolean isForBoth) {
      List<Router> plain = new ArrayList<>();
      List<Router> tls = isForBoth ? plain : new ArrayList<>();
      sources.forEach(source -> source.addTo(plain, tls));
      OrderedPaths<Router> table = RouterIndex.table(plain);
      return new Made(table, isForBoth ? table : RouterIndex.table(tls));
    }

    OrderedPaths<Router> table(boolean overTls) {
      Made tables = made.get();
      return overTls ? tables.tls : tables.plain;
    }
  }

  private final boolean isForBoth;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * @param isForBoth whether the routers for plain connections serve TLS too
   */
  HostParts(boolean isForBoth) {
    this.isForBoth = isForBoth;
  }

  /**
   * @param host as a rule names it; empty for every host
   */
  void add(String host, Source source) {
    String key = HostTest.key(host);
    Part known = parts.get(key);
    if (known == null) {
      known = new Part(isForBoth);
      parts.put(key, known);
    }
    known.sources.add(source);
  }

  Map<String, Part> all() {
    return parts;
  }
}
