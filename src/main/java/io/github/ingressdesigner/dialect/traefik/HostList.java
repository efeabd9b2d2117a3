package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition.Cookie;
import io.github.ingressdesigner.route.Facets.Condition.Header;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routers by the host that their rule names, in the order in which they are tried. */
final class HostList {
  private HostList() {}

  /** Routers for plain and for TLS connections, each once, the highest priority first. */
  static List<Router> ordered(Routers routers) {
    List<Router> list = new ArrayList<>(routers.plain);
    if (routers.tls != routers.plain && !routers.tls.isEmpty()) {
      Set<Router> known = Collections.newSetFromMap(new IdentityHashMap<>());
      known.addAll(routers.plain);
      routers.tls.stream().filter(known::add).forEach(list::add);
    }
    list.sort(Comparator.comparingInt(RouterIndex::rank));
    return list;
  }

  /** What is collected for one host. */
  private static final class Rows {
    private final Set<Location> rules = new LinkedHashSet<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<Owner, BitSet> known = new IdentityHashMap<>();

    void add(Router router, Rule rule) {
      BitSet rules = known.computeIfAbsent(router.owner(), o -> new BitSet());
      if (!rules.get(router.rule())) {
        rules.set(router.rule());
        this.rules.add(router.owner().at(FieldPath.rule(router.rule())));
      }
      HttpPath path = rule.paths().get(router.path());
      routes.add(new Route(path.type(), path.path().orElse(""), path.backend(), router.at()));
    }
  }

  static List<HostTable> tables(Routers routers) {
    Map<String, Rows> rows = new LinkedHashMap<>();
    for (Router router : ordered(routers)) {
      if (router.path() < 0 || !router.condition().isNone() || router.isAside()) {
        continue;
      }
      Rule rule = router.owner().ingress().spec().rules().get(router.rule());
      rows.computeIfAbsent(rule.host().orElse(""), h -> new Rows()).add(router, rule);
    }
    List<HostTable> tables = new ArrayList<>(rows.size());
    rows.forEach(
        (host, row) -> tables.add(new HostTable(host, List.copyOf(row.rules), row.routes)));
    tables.sort(Comparator.comparing(HostTable::host));
    return List.copyOf(tables);
  }

  static Facets facets(Routers routers) {
    Map<String, Set<PathFacet>> hosts = new LinkedHashMap<>();
    Set<Facets.Condition> conditions = new LinkedHashSet<>();
    for (Router router : ordered(routers)) {
      for (String host : router.hosts().isEmpty() ? List.of("") : router.hosts()) {
        Set<PathFacet> paths = hosts.computeIfAbsent(host, h -> new LinkedHashSet<>());
        paths(router, paths);
      }
      router.condition().any().forEach(header -> add(header, conditions));
    }
    List<HostFacet> all = new ArrayList<>(hosts.size());
    hosts.forEach((host, paths) -> all.add(Facets.host(host, HostKind.ONE_LABEL, paths)));
    return new Facets(all, conditions);
  }

  private static void paths(Router router, Set<PathFacet> paths) {
    PathMatcher matcher = router.matcher();
    switch (matcher.form()) {
      case NONE -> {}
      case PATH, PREFIX, ELEMENTS -> paths.add(new PathFacet.Text(matcher.text()));
      case REGEXP -> paths.add(new PathFacet.Pattern(matcher.text(), false, false));
    }
    for (Middleware step : router.way().tls()) {
      switch (step) {
        case PathMiddleware.StripPrefix strip ->
            strip.prefixes().forEach(prefix -> paths.add(new PathFacet.Text(prefix)));
        case PathMiddleware.ReplaceMatches replace ->
            paths.add(new PathFacet.Pattern(replace.regex().text(), false, false));
        case RedirectMiddleware.AppRoot _ -> paths.add(new PathFacet.Text("/"));
        case PathMiddleware _, RedirectMiddleware _, Middleware.Passing _ -> {}
      }
    }
  }

  private static void add(Condition.Header header, Set<Facets.Condition> conditions) {
    switch (header) {
      case Condition.Header.Equal(String name, String value) ->
          conditions.add(new Header(name, Set.of(value)));
      case Condition.Header.CookieIs(String name, String value, _) ->
          conditions.add(new Cookie(name, Set.of(value)));
      case Condition.Header.Found(String name, _) -> conditions.add(new Header(name, Set.of()));
      case Condition.Header.Unless(Condition.Header one, Condition.Header other) -> {
        add(one, conditions);
        add(other, conditions);
      }
      case Condition.Header.Unreadable _ -> {}
    }
  }
}
