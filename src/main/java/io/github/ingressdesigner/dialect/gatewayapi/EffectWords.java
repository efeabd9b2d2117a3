package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What filters and weights change, in words, and what the routes look at. */
final class EffectWords {
  private EffectWords() {}

  static List<Effect> effects(List<HttpRoute> routes) {
    List<Effect> effects = new ArrayList<>();
    for (HttpRoute route : routes) {
      for (HttpRule rule : route.rules()) {
        for (Match match : rule.matches()) {
          add(rule, match, effects);
        }
      }
    }
    return effects;
  }

  private static void add(HttpRule rule, Match match, List<Effect> effects) {
    Location filters = rule.at().key("filters");
    rule.redirect()
        .ifPresent(
            redirect ->
                effects.add(
                    new Effect(
                        filters,
                        match.at(),
                        "redirect " + redirect.get("statusCode").number().orElse(302),
                        "Requests are redirected; no backend sees them.")));
    rule.rewrite()
        .ifPresent(
            rewrite ->
                effects.add(
                    new Effect(
                        filters,
                        match.at(),
                        "rewrite " + target(rewrite),
                        "The backend sees another host or path.")));
    if (rule.targets().size() > 1) {
      effects.add(
          new Effect(
              rule.at().key("backendRefs"),
              match.at(),
              "weights",
              "Several backends share the requests by weight."));
    }
    if (!match.isPlain()) {
      effects.add(
          new Effect(
              match.at(),
              match.at(),
              "conditions",
              "Not only the path must match: %s."
                  .formatted(String.join(", ", match.conditions()))));
    }
  }

  private static String target(FieldValue rewrite) {
    FieldValue path = rewrite.get("path");
    return path.get("replaceFullPath")
        .text()
        .or(() -> path.get("replacePrefixMatch").text().map(p -> p.isEmpty() ? "/" : p))
        .or(() -> rewrite.get("hostname").text())
        .orElse("");
  }

  static Facets facets(List<ListenerRoutes> listeners) {
    List<HostFacet> hosts = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (ListenerRoutes listener : listeners) {
      hosts.add(Facets.host(listener.listener.hostname(), HostKind.LABELS, Set.of()));
      for (ListenerRoutes.Host host : listener.all()) {
        Set<PathFacet> paths = new LinkedHashSet<>();
        for (Candidate candidate : host.order()) {
          add(candidate.match(), paths, conditions);
        }
        hosts.add(Facets.host(host.hostname(), HostKind.LABELS, paths));
      }
    }
    return new Facets(hosts, conditions);
  }

  private static void add(Match match, Set<PathFacet> paths, Set<Condition> conditions) {
    switch (match.type()) {
      case EXACT -> paths.add(new PathFacet.Text(match.path()));
      case PREFIX -> paths.add(new PathFacet.Text(match.text()));
      case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
          paths.add(new PathFacet.Pattern(match.path(), false, true));
    }
    match.method().ifPresent(m -> conditions.add(new Condition.Method(m)));
    match.headers().forEach(h -> conditions.add(new Condition.Header(h.name(), Set.of(h.value()))));
    match.queries().forEach(q -> conditions.add(new Condition.Query(q.name(), Set.of(q.value()))));
  }
}
