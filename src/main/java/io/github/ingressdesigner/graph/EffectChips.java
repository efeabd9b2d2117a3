package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Annotations that change the routing of one Ingress, as short texts.
 *
 * @param whole what affects all of it
 * @param parts what affects a rule or a path, by its place
 */
record EffectChips(List<String> whole, Map<Location, List<String>> parts) {
  static final EffectChips NONE = new EffectChips(List.of(), Map.of());

  private static final int LONGEST = 40;

  static Map<ResourceId, EffectChips> of(List<Effect> effects) {
    Map<ResourceId, EffectChips> all = new HashMap<>();
    for (Effect effect : effects) {
      Location at = effect.affects();
      EffectChips chips =
          all.computeIfAbsent(
              at.resource(), id -> new EffectChips(new ArrayList<>(), new HashMap<>()));
      List<String> into =
          at.path().isRoot()
              ? chips.whole()
              : chips.parts().computeIfAbsent(at, place -> new ArrayList<>());
      String label = shorten(effect.label());
      if (!into.contains(label)) {
        into.add(label);
      }
    }
    return all;
  }

  private static String shorten(String label) {
    String line = label.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** All that affects a path or a default backend. */
  List<String> at(Location place) {
    if (parts.isEmpty()) {
      return whole;
    }
    List<String> all = new ArrayList<>(whole);
    for (Location at = place; !at.path().isRoot(); at = at.parent()) {
      all.addAll(parts.getOrDefault(at, List.of()));
    }
    return all;
  }
}
