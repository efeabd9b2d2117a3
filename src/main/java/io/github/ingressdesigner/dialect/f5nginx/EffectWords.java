package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What annotations change, in words, and what a table looks at. */
final class EffectWords {
  private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("path-regex", List.of("regex %s", "The paths of this Ingress are expressions: %s."));
    WORDS.put("rewrites", List.of("rewrites", "The beginning of the path is replaced: %s."));
    WORDS.put("rewrite-target", List.of("rewrite %s", "The whole path becomes %s."));
    WORDS.put("app-root", List.of("app-root %s", "A request for / is redirected to %s."));
    WORDS.put("ssl-redirect", List.of("ssl-redirect %s", "TLS hosts redirect plain requests: %s."));
    WORDS.put("http-redirect-code", List.of("code %s", "Redirects to https have the status %s."));
    WORDS.put(
        "redirect-to-https",
        List.of("to https %s", "X-Forwarded-Proto http is redirected to https: %s."));
    WORDS.put(
        "mergeable-ingress-type", List.of("%s", "The host is shared by a master and minions: %s."));
  }

  private EffectWords() {}

  static List<Effect> of(Collection<List<HostServer>> servers) {
    Set<Annotations> all = new LinkedHashSet<>();
    for (List<HostServer> tied : servers) {
      for (HostServer server : tied) {
        all.add(server.annotations());
        server.locations().all().forEach(l -> all.add(l.route().annotations()));
      }
    }
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
                                  io.github.ingressdesigner.model.Location.of(annotations.id()),
                                  words.get(0).formatted(value),
                                  words.get(1).formatted(value)))));
    }
    return effects;
  }

  static Facets facets(Collection<List<HostServer>> servers) {
    List<HostFacet> hosts = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    conditions.add(new Condition.Method("DELETE"));
    for (List<HostServer> tied : servers) {
      for (HostServer server : tied) {
        Set<PathFacet> paths = new LinkedHashSet<>();
        for (Location<PathRoute> location : server.locations().all()) {
          paths.add(
              location.modifier().isRegex()
                  ? new PathFacet.Pattern(
                      location.text(),
                      location.modifier() == Location.Modifier.REGEX_NO_CASE,
                      false)
                  : new PathFacet.Text(location.text()));
        }
        hosts.add(Facets.host(server.host(), HostKind.LABELS, paths));
        if (server.redirectToHttps()) {
          conditions.add(new Condition.Header("X-Forwarded-Proto", Set.of("http")));
        }
      }
    }
    return new Facets(hosts, conditions);
  }
}
