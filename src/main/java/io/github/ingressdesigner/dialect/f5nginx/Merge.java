package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.model.HttpPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom each path of a master's host belongs to. */
record Merge(List<Valid> minions, Map<Valid, Set<String>> held, boolean tied) {
  /**
   * Minions stand in the order of their names; the same path text in two of them belongs to the
   * older one, whatever the types, and twice in one of them to nobody (buildMinionConfigs).
   *
   * @param laterWins who has a path of two minions of one age, of which files do not tell the uid
   */
  static Merge of(List<Valid> minions, boolean laterWins) {
    List<Valid> sorted = new ArrayList<>(minions);
    sorted.sort(Comparator.comparing(Valid::name));
    Map<String, Valid> holders = new HashMap<>();
    Map<Valid, Set<String>> held = new IdentityHashMap<>();
    boolean tied = false;
    for (Valid minion : sorted) {
      held.put(minion, new HashSet<>());
      for (HttpPath path : minion.rules().getFirst().paths()) {
        String text = path.path().orElse("");
        Valid holder = holders.get(text);
        if (holder == minion) {
          held.get(minion).remove(text);
          continue;
        }
        int compared = holder == null ? 1 : Valid.compare(holder, minion);
        tied |= compared == 0;
        if (compared > 0 || compared == 0 && laterWins) {
          if (holder != null) {
            held.get(holder).remove(text);
          }
          holders.put(text, minion);
          held.get(minion).add(text);
        }
      }
    }
    return new Merge(sorted, held, tied);
  }
}
