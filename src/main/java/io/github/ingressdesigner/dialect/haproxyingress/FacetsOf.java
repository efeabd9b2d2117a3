package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the maps look at. */
final class FacetsOf {
  private FacetsOf() {}

  static Facets table(Map<String, Host> hosts, Host any) {
    List<HostFacet> all = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (Host host : hosts.values()) {
      Set<PathFacet> paths = paths(host, conditions);
      all.add(Facets.host(host.name, HostKind.ONE_LABEL, paths));
      String alias = host.annotations.get("server-alias");
      if (alias != null) {
        String name = alias.strip().toLowerCase(Locale.ROOT);
        all.add(Facets.host(name, HostKind.ONE_LABEL, paths));
      }
      strays(host, all);
      pattern(host, "server-alias-regex", paths, all);
      pattern(host, "redirect-from-regex", Set.of(), all);
      String from = host.annotations.get("redirect-from");
      if (from != null) {
        all.add(Facets.host(from.strip().toLowerCase(Locale.ROOT), HostKind.ONE_LABEL, Set.of()));
      }
    }
    strays(any, all);
    all.add(Facets.host("", HostKind.ANY, paths(any, conditions)));
    return new Facets(all, conditions);
  }

  /** Expressions that may be found in the names of other hosts. */
  private static void strays(Host host, List<HostFacet> all) {
    for (Target target : host.targets()) {
      if (new MapEntry(host.name, false, target, 0).leavesHost()) {
        all.add(new HostFacet(HostKind.PATTERN, target.path(), Set.of()));
      }
    }
  }

  private static void pattern(Host host, String key, Set<PathFacet> paths, List<HostFacet> all) {
    String expression = host.annotations.get(key);
    if (expression != null) {
      all.add(new HostFacet(HostKind.PATTERN, expression, paths));
    }
  }

  private static Set<PathFacet> paths(Host host, Set<Condition> conditions) {
    Set<PathFacet> paths = new LinkedHashSet<>();
    for (Target target : host.targets()) {
      // A blank ends the key of a map, so only what stands before it is compared.
      int blank = target.path().indexOf(' ');
      if (blank > 0) {
        String start = target.path().substring(0, blank);
        paths.add(new PathFacet.Text(start));
        paths.add(new PathFacet.Pattern("^" + MapEntry.quoted(start), true, false));
      }
      switch (target.match()) {
        case EXACT, PREFIX -> paths.add(new PathFacet.Text(target.path()));
        case BEGIN -> {
          paths.add(new PathFacet.Text(target.path()));
          String start = "^" + MapEntry.quoted(target.path());
          paths.add(new PathFacet.Pattern(start, true, false));
        }
        case REGEX -> paths.add(new PathFacet.Pattern("^(?:" + target.path() + ")", false, false));
      }
      for (HeaderTest header : target.headers()) {
        conditions.add(new Condition.Header(header.name(), Set.of(header.value())));
      }
    }
    return paths;
  }
}
