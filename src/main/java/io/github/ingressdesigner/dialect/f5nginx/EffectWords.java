package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.AnnotationWords;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What annotations change, in words, and what a table looks at. */
final class EffectWords {
  private static final List<AnnotationWords> WORDS =
      List.of(
          new AnnotationWords(
              "path-regex", "regex %s", "The paths of this Ingress are expressions: %s."),
          new AnnotationWords("rewrites", "rewrites", "The beginning of the path is replaced: %s."),
          new AnnotationWords("rewrite-target", "rewrite %s", "The whole path becomes %s."),
          new AnnotationWords("app-root", "app-root %s", "A request for / is redirected to %s."),
          new AnnotationWords(
              "ssl-redirect", "ssl-redirect %s", "TLS hosts redirect plain requests: %s."),
          new AnnotationWords(
              "http-redirect-code", "code %s", "Redirects to https have the status %s."),
          new AnnotationWords(
              "redirect-to-https",
              "to https %s",
              "X-Forwarded-Proto http is redirected to https: %s."),
          new AnnotationWords(
              "mergeable-ingress-type", "%s", "The host is shared by a master and minions: %s."));

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
      AnnotationWords.add(WORDS, annotations::find, annotations::at, effects);
    }
    return effects;
  }

  static Facets facets(Collection<List<HostServer>> servers) {
    List<HostFacet> hosts = new ArrayList<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    // Where no location matches, NGINX looks for a file, which other methods may not ask for.
    conditions.add(new Condition.Method("HEAD"));
    conditions.add(new Condition.Method("POST"));
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
