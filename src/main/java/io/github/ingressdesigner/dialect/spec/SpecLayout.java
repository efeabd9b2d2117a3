package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.IngressOrder;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rules of which Ingresses make up which host.
 *
 * @param index places in {@code served}
 * @param served in the order shown: exact hosts as they come in the text, wildcards, every host
 * @param isServed by the number of the Ingress
 */
record SpecLayout(
    HostIndex index, List<HostEntry> served, List<LeftOut> leftOut, boolean[] isServed) {

  static SpecLayout of(
      List<IngressPart> parts, IngressClassNames classes, @Nullable SpecLayout previous) {
    List<LeftOut> leftOut = new ArrayList<>();
    boolean[] isServed = served(parts, classes, leftOut);
    List<HostEntry> served = entries(parts, isServed, previous);
    HostIndex index = HostIndex.of(served.stream().map(entry -> entry.host).toList());
    return new SpecLayout(index, served, List.copyOf(leftOut), isServed);
  }

  private static boolean[] served(
      List<IngressPart> parts, IngressClassNames classes, List<LeftOut> leftOut) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      last.put(parts.get(i).name, i);
    }
    boolean[] isServed = new boolean[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      IngressPart part = parts.get(i);
      int later = last.get(part.name);
      Optional<String> reason =
          later != i && part.ingress.meta().name().isPresent()
              ? Optional.of(
                  "Ingress "
                      + part.name
                      + " stands again in "
                      + parts.get(later).id.file().name()
                      + ", and the later one counts.")
              : part.className.flatMap(classes::unknown);
      isServed[i] = reason.isEmpty();
      reason.ifPresent(text -> leftOut.add(new LeftOut(Location.of(part.id), text)));
    }
    return isServed;
  }

  private static List<HostEntry> entries(
      List<IngressPart> parts, boolean[] isServed, @Nullable SpecLayout previous) {
    Map<String, List<HostEntry.Part>> byHost = new LinkedHashMap<>();
    Map<String, String> written = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      IngressPart part = parts.get(i);
      for (int rule = 0; isServed[i] && rule < part.ruleCount(); rule++) {
        String key = part.host(rule);
        String host = part.ingress.spec().rules().get(rule).host().orElse("");
        if (!host.equals(key)) {
          written.putIfAbsent(key, host);
        }
        byHost
            .computeIfAbsent(key, k -> new ArrayList<>(1))
            .add(new HostEntry.Part(i, part.id, rule, part.paths(rule)));
      }
    }
    List<HostEntry> result = new ArrayList<>(byHost.size());
    for (int kind = 0; kind < 3; kind++) {
      int now = kind;
      byHost.forEach(
          (key, rules) -> {
            if (kind(key) == now) {
              int slot = previous == null ? HostIndex.NONE : previous.index.findPattern(key);
              HostEntry before = slot == HostIndex.NONE ? null : previous.served.get(slot);
              rules.sort(order(parts));
              result.add(HostEntry.of(written.getOrDefault(key, key), rules, before));
            }
          });
    }
    return result;
  }

  /** The sort is stable, so what is equal stays in the order of the text. */
  private static Comparator<HostEntry.Part> order(List<IngressPart> parts) {
    return Comparator.comparing(
        part -> parts.get(part.ingress()).ingress, IngressOrder.OLDEST_FIRST);
  }

  private static int kind(String host) {
    return host.isEmpty() ? 2 : HostIndex.isWildcard(host) ? 1 : 0;
  }

  /**
   * The layout after changes inside of rules.
   *
   * @param before the Ingresses of this layout
   * @param now the same number, each {@link IngressPart#isLaidOutAs laid out as before}
   */
  SpecLayout changed(List<IngressPart> before, List<IngressPart> now) {
    List<HostEntry> entries = null;
    for (int i = 0; i < now.size(); i++) {
      IngressPart part = now.get(i);
      for (int rule = 0; isServed[i] && part != before.get(i) && rule < part.ruleCount(); rule++) {
        if (part.paths(rule) == before.get(i).paths(rule)) {
          continue;
        }
        entries = entries == null ? new ArrayList<>(served) : entries;
        int slot = index.findPattern(part.host(rule));
        entries.set(slot, with(entries.get(slot), i, rule, part.paths(rule)));
      }
    }
    return entries == null ? this : new SpecLayout(index, entries, leftOut, isServed);
  }

  private static HostEntry with(HostEntry entry, int ingress, int rule, SpecPaths paths) {
    List<HostEntry.Part> parts = new ArrayList<>(entry.parts);
    parts.replaceAll(
        part ->
            part.ingress() == ingress && part.index() == rule
                ? new HostEntry.Part(ingress, part.id(), rule, paths)
                : part);
    return HostEntry.of(entry.host, parts, entry);
  }

  @Nullable HostEntry find(String host) {
    int slot = index.find(host);
    return slot == HostIndex.NONE ? null : served.get(slot);
  }
}
