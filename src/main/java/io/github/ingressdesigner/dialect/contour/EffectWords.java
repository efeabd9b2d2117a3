package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What annotations change, in words, and what the routes look at. */
final class EffectWords {
  private EffectWords() {}

  static void add(Ingress ingress, ResourceId id, List<Effect> effects) {
    Map<String, String> annotations = ingress.meta().annotations();
    add(
        annotations,
        Compiler.REDIRECT,
        "force-ssl",
        "Plain requests are sent to https",
        id,
        effects);
    add(annotations, Compiler.ALLOW_HTTP, "allow-http", "Served without TLS", id, effects);
  }

  private static void add(
      Map<String, String> annotations,
      String key,
      String label,
      String sentence,
      ResourceId id,
      List<Effect> effects) {
    String value = annotations.get(key);
    if (value != null) {
      effects.add(
          new Effect(
              new Location(id, FieldPath.of("metadata", "annotations", key)),
              Location.of(id),
              label + " " + value,
              sentence + ": " + value + "."));
    }
  }

  static Facets facets(List<HostPart> parts) {
    List<HostFacet> hosts = new ArrayList<>();
    for (HostPart part : parts) {
      if (part.routes().isEmpty()) {
        continue;
      }
      Set<PathFacet> paths = new LinkedHashSet<>();
      for (PathRoute route : part.routes()) {
        Condition condition = route.condition();
        paths.add(
            condition.kind() == Condition.Kind.REGEX
                ? new PathFacet.Pattern(condition.text(), false, true)
                : new PathFacet.Text(condition.text()));
      }
      hosts.add(Facets.host(part.host, HostKind.LABELS, paths));
    }
    return new Facets(hosts, Set.of());
  }
}
