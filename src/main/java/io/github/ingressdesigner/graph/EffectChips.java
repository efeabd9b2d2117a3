package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes the routing of one Ingress.
 *
 * @param whole what affects all of it
 * @param parts what affects a rule or a path, by its place
 */
record EffectChips(List<Chip> whole, Map<Location, List<Chip>> parts) {
  static final EffectChips NONE = new EffectChips(List.of(), Map.of());

  private static final int LONGEST = 40;

  static Map<ResourceId, EffectChips> of(List<Effect> effects) {
    Map<ResourceId, EffectChips> all = new HashMap<>();
    for (Effect effect : effects) {
      Location at = effect.affects();
      EffectChips chips =
          all.computeIfAbsent(
              at.resource(), id -> new EffectChips(new ArrayList<>(), new HashMap<>()));
      List<Chip> into =
          at.path().isRoot()
              ? chips.whole()
              : chips.parts().computeIfAbsent(at, place -> new ArrayList<>());
      String label = shorten(effect.label());
      if (into.stream().noneMatch(chip -> chip.label().equals(label))) {
        into.add(new Chip(label, effect.sentence(), effect.annotation()));
      }
    }
    return all;
  }

  private static String shorten(String label) {
    String line = label.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** All that affects a path or a default backend. */
  List<Chip> at(Location place) {
    if (parts.isEmpty()) {
      return whole;
    }
    List<Chip> all = new ArrayList<>(whole);
    for (Location at = place; !at.path().isRoot(); at = at.parent()) {
      all.addAll(parts.getOrDefault(at, List.of()));
    }
    return all;
  }
}
