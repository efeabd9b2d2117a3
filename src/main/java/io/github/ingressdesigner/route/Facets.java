package io.github.ingressdesigner.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a table looks at in a request whose path needs no normalising: two such requests that
 * agree on every facet are routed alike. The classes of requests that a comparison asks about are
 * built from these.
 *
 * @param hosts each pattern once, with the paths that are asked for it
 * @param conditions what else is looked at, on any host
 */
public record Facets(List<HostFacet> hosts, Set<Condition> conditions) {
  public static final Facets NONE = new Facets(List.of(), Set.of());

  public Facets {
    hosts = List.copyOf(hosts);
    conditions = Set.copyOf(conditions);
  }

  /** Which names a host pattern takes. */
  public enum HostKind {
    /** This very name. */
    EXACT,
    /** {@code *.x}: one label before it. */
    ONE_LABEL,
    /** {@code *.x}: one label or more before it. */
    LABELS,
    /** An expression. */
    PATTERN,
    /** Every name. */
    ANY
  }

  /**
   * @param pattern a name; what stands behind {@code *.}; an expression; empty for {@link
   *     HostKind#ANY}
   */
  public record HostFacet(HostKind kind, String pattern, Set<PathFacet> paths) {
    public HostFacet {
      paths = Set.copyOf(paths);
    }
  }

  /** What is compared with a path. */
  public sealed interface PathFacet {
    /** A text: whether the path is equal to it, goes on behind it, or goes on with a slash. */
    record Text(String text) implements PathFacet {}

    /**
     * An expression.
     *
     * @param whole whether it must match the whole path; else it is searched for
     */
    record Pattern(String text, boolean ignoreCase, boolean whole) implements PathFacet {}
  }

  /** Something beside host and path. */
  public sealed interface Condition {
    record Method(String method) implements Condition {}

    /**
     * @param values texts that it is compared with
     */
    record Header(String name, Set<String> values) implements Condition {
      public Header {
        values = Set.copyOf(values);
      }
    }

    record Cookie(String name, Set<String> values) implements Condition {
      public Cookie {
        values = Set.copyOf(values);
      }
    }

    record Query(String name, Set<String> values) implements Condition {
      public Query {
        values = Set.copyOf(values);
      }
    }
  }

  /** Of a table that compares nothing but plain hosts, one-label wildcards and path texts. */
  public static Facets plain(List<RouteTable.HostTable> hosts) {
    List<HostFacet> all = new ArrayList<>();
    for (RouteTable.HostTable host : hosts) {
      Set<PathFacet> paths = new LinkedHashSet<>();
      host.routes().forEach(route -> paths.add(new PathFacet.Text(route.path())));
      all.add(host(host.host(), HostKind.ONE_LABEL, paths));
    }
    return new Facets(all, Set.of());
  }

  /**
   * A host as Ingresses write it.
   *
   * @param wildcard what {@code *.} means to the controller
   */
  public static HostFacet host(String written, HostKind wildcard, Set<PathFacet> paths) {
    if (written.isEmpty()) {
      return new HostFacet(HostKind.ANY, "", paths);
    }
    return written.startsWith("*.")
        ? new HostFacet(wildcard, written.substring(2), paths)
        : new HostFacet(HostKind.EXACT, written, paths);
  }
}
