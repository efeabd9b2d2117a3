package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the routes look at. */
final class FacetsOf {
  private FacetsOf() {}

  static Facets candidates(List<Candidate> candidates) {
    Map<String, Set<PathFacet>> paths = new LinkedHashMap<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      KongRoute route = candidate.route;
      for (String host : route.hosts.isEmpty() ? List.of("") : route.hosts) {
        Set<PathFacet> of = paths.computeIfAbsent(host, h -> new LinkedHashSet<>());
        candidate.matchers.forEach(matcher -> of.add(facet(matcher)));
      }
      route.options.methods().forEach(method -> conditions.add(new Condition.Method(method)));
      for (HeaderMatch header : route.options.headers()) {
        Set<String> values = new LinkedHashSet<>();
        header.values().forEach(value -> values.add(value.text()));
        conditions.add(new Condition.Header(header.name(), values));
      }
    }
    List<HostFacet> hosts = new ArrayList<>();
    paths.forEach((host, of) -> hosts.add(host(host, of)));
    return new Facets(hosts, conditions);
  }

  private static HostFacet host(String host, Set<PathFacet> paths) {
    return host.endsWith(".*")
        ? new HostFacet(
            HostKind.PATTERN,
            "^" + Pattern.quote(host.substring(0, host.length() - 1)) + ".*",
            paths)
        : Facets.host(host, HostKind.LABELS, paths);
  }

  private static PathFacet facet(PathMatcher matcher) {
    return switch (matcher.kind()) {
      case EQUAL -> new PathFacet.Text(matcher.text());
      // A text that ends with a slash begins no more and no less than its elements.
      case START ->
          matcher.text().endsWith("/")
              ? new PathFacet.Text(matcher.text())
              : new PathFacet.Pattern("^" + quoted(matcher.text()), false, false);
      case REGEX ->
          matcher
              .literal()
              .<PathFacet>map(PathFacet.Text::new)
              .orElseGet(() -> new PathFacet.Pattern(matcher.text(), false, false));
    };
  }

  private static String quoted(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
  }
}
