package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What annotations change, in words, and what the maps look at. */
final class EffectWords {
  private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("path-rewrite", List.of("rewrite %s", "The path that arrives is made by %s."));
    WORDS.put("ssl-redirect", List.of("ssl-redirect %s", "Plain requests are sent to https: %s."));
    WORDS.put("ssl-redirect-port", List.of("port %s", "The redirect to https names the port %s."));
    WORDS.put(
        "request-redirect",
        List.of("redirect %s", "Every request is redirected to %s, with its path and query."));
    WORDS.put("set-host", List.of("host %s", "The backend sees the host %s."));
  }

  private EffectWords() {}

  static List<Effect> of(List<Annotations> all) {
    List<Effect> effects = new ArrayList<>();
    for (Annotations annotations : all) {
      WORDS.forEach(
          (key, words) ->
              annotations
                  .find(key)
                  .ifPresent(
                      value ->
                          effects.add(
                              new Effect(
                                  annotations.at(key),
                                  Location.of(annotations.id()),
                                  words.get(0).formatted(value),
                                  words.get(1).formatted(value)))));
    }
    return effects;
  }

  static Facets facets(Map<String, HostRows> hosts, List<PathRoute> acls) {
    List<HostFacet> all = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (HostRows rows : hosts.values()) {
      Set<PathFacet> paths = new LinkedHashSet<>();
      rows.tries().forEach(row -> paths.add(new PathFacet.Text(row.path())));
      all.add(Facets.host(written(rows.host()), HostKind.ONE_LABEL, paths));
    }
    for (PathRoute acl : acls) {
      PathFacet path =
          acl.type() == PathType.EXACT
              ? new PathFacet.Text(acl.path())
              : new PathFacet.Pattern("^" + acl.path() + "($|/)", false, false);
      all.add(Facets.host(written(acl.host()), HostKind.LABELS, Set.of(path)));
      condition(acl.acl().orElseThrow().text(), conditions);
    }
    return new Facets(all, conditions);
  }

  /** The usual conditions; others are not varied. */
  private static void condition(String text, Set<Condition> conditions) {
    String name = text.replaceFirst("^[^(]*\\(([^),]*).*$", "$1");
    String value = text.replaceFirst("^.*\\s", "");
    if (text.contains("hdr(")) {
      conditions.add(new Condition.Header(name, Set.of(value)));
    } else if (text.contains("cook")) {
      conditions.add(new Condition.Cookie(name, Set.of(value)));
    } else if (text.startsWith("method")) {
      conditions.add(new Condition.Method(value));
    }
  }

  static String written(String host) {
    return host.startsWith(".") ? "*" + host : host;
  }
}
