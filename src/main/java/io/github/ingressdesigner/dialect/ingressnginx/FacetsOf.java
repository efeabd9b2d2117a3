package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.ingressnginx.Servers.Target;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the configuration looks at. */
final class FacetsOf {
  private FacetsOf() {}

  static Facets table(IngressNginxTable table, List<Ing> ingresses) {
    List<HostFacet> hosts = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (Server server : table.servers().all()) {
      Set<PathFacet> paths = paths(server);
      boolean any = server.host.equals(Server.ANY);
      hosts.add(Facets.host(any ? "" : server.host, HostKind.ONE_LABEL, paths));
      for (String alias : server.aliases) {
        hosts.add(
            alias.startsWith("~")
                ? new HostFacet(HostKind.PATTERN, alias.substring(1), paths)
                : Facets.host(alias.toLowerCase(Locale.ROOT), HostKind.LABELS, paths));
      }
      if (server.fromToWww && !any) {
        String other = Servers.otherName(server.host);
        if (table.servers().names().find(other) instanceof Target.GoesTo) {
          hosts.add(new HostFacet(HostKind.EXACT, other, Set.of()));
        }
      }
    }
    for (Ing ing : ingresses) {
      Canary canary = ing.canary();
      if (canary.enabled() && !canary.header().isEmpty()) {
        Set<String> values =
            canary.value().isEmpty() ? Set.of("always", "never") : Set.of(canary.value());
        conditions.add(new Condition.Header(canary.header(), values));
      }
      if (canary.enabled() && !canary.cookie().isEmpty()) {
        conditions.add(new Condition.Cookie(canary.cookie(), Set.of("always", "never")));
      }
      if (ing.rules().cors().isPresent()) {
        conditions.add(new Condition.Method("OPTIONS"));
        Set<String> origins = ing.rules().cors().get().examples();
        if (!origins.isEmpty()) {
          conditions.add(new Condition.Header("Origin", origins));
        }
      }
    }
    return new Facets(hosts, conditions);
  }

  private static Set<PathFacet> paths(Server server) {
    Set<PathFacet> paths = new LinkedHashSet<>();
    for (Location<Block> location : server.locations().all()) {
      paths.add(
          location.modifier().isRegex()
              ? new PathFacet.Pattern(
                  location.text(), location.modifier() == Location.Modifier.REGEX_NO_CASE, false)
              : new PathFacet.Text(location.text()));
    }
    return paths;
  }
}
