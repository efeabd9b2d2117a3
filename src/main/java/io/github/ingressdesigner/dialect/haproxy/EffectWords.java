package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.AnnotationWords;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What annotations change, in words, and what the maps look at. */
final class EffectWords {
  private static final List<AnnotationWords> WORDS =
      List.of(
          new AnnotationWords("path-rewrite", "rewrite %s", "The path that arrives is made by %s."),
          new AnnotationWords(
              "ssl-redirect", "ssl-redirect %s", "Plain requests are sent to https: %s."),
          new AnnotationWords(
              "request-set-header",
              "header %s",
              "Headers that the backend sees are set, which may change its host: %s."),
          new AnnotationWords(
              "cors-respond-to-options",
              "answers OPTIONS",
              "With cors-enable, OPTIONS is answered with 204: %s."),
          new AnnotationWords(
              "ssl-redirect-port", "port %s", "The redirect to https names the port %s."),
          new AnnotationWords(
              "request-redirect",
              "redirect %s",
              "Every request is redirected to %s, with its path and query."),
          new AnnotationWords("set-host", "host %s", "The backend sees the host %s."));

  private EffectWords() {}

  /** Whether an annotation changes routing. */
  static boolean isKnown(String key) {
    return WORDS.stream().anyMatch(word -> word.key().equals(key))
        || key.startsWith("ssl-redirect")
        || key.endsWith("redirect-code");
  }

  static List<Effect> of(List<Annotations> all, List<PathRoute> acls) {
    List<Effect> effects = new ArrayList<>();
    for (Annotations annotations : all) {
      AnnotationWords.add(WORDS, annotations::find, annotations::at, effects);
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
      for (Row row : rows.tries()) {
        paths.add(new PathFacet.Text(row.path()));
        // Which path arrives hangs on whether these are found.
        for (Rules.Line line : row.route().rules().rewrites()) {
          paths.add(new PathFacet.Pattern(line.regex().text(), false, false));
        }
      }
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
