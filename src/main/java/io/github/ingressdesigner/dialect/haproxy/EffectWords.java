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
    WORDS.put(
        "request-set-header",
        List.of(
            "header %s", "Headers that the backend sees are set, which may change its host: %s."));
    WORDS.put(
        "cors-respond-to-options",
        List.of("answers OPTIONS", "With cors-enable, OPTIONS is answered with 204: %s."));
    WORDS.put("ssl-redirect-port", List.of("port %s", "The redirect to https names the port %s."));
    WORDS.put(
        "request-redirect",
        List.of("redirect %s", "Every request is redirected to %s, with its path and query."));
    WORDS.put("set-host", List.of("host %s", "The backend sees the host %s."));
  }

  private EffectWords() {}

  /** Whether an annotation changes routing. */
  static boolean isKnown(String key) {
    return WORDS.containsKey(key)
        || key.startsWith("ssl-redirect")
        || key.endsWith("redirect-code");
  }

  static List<Effect> of(List<Annotations> all, List<PathRoute> acls) {
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
    for (PathRoute route : acls) {
      String condition = route.acl().map(Acl::text).orElse("");
      effects.add(
          new Effect(
              route.service().at("route-acl"),
              route.at(),
              "if " + condition,
              "This path is asked before all others, if %s.".formatted(condition)));
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
              : new PathFacet.Pattern(AclPath.expression(acl.path()), false, false);
      all.add(Facets.host(written(acl.host()), HostKind.LABELS, Set.of(path)));
      acl.acl().flatMap(Acl::condition).ifPresent(conditions::add);
    }
    return new Facets(all, conditions);
  }

  static String written(String host) {
    return host.startsWith(".") ? "*" + host : host;
  }
}
