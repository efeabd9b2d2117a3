package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.IngressOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Default backends in the order in which they are asked: of the Ingresses that name the host, of
 * Ingresses without rules, of the others (K5 of the plain specification; the order among Ingresses
 * is ours).
 */
final class SpecDefaults {
  private final List<IngressPart> parts;
  private final List<IngressPart> withoutRules = new ArrayList<>();
  private final List<IngressPart> withRules = new ArrayList<>();

  SpecDefaults(List<IngressPart> parts, boolean[] isServed) {
    this.parts = parts;
    for (int i = 0; i < parts.size(); i++) {
      IngressPart part = parts.get(i);
      if (isServed[i] && part.ingress.spec().defaultBackend().isPresent()) {
        (part.ruleCount() == 0 ? withoutRules : withRules).add(part);
      }
    }
    Comparator<IngressPart> order =
        Comparator.comparing(part -> part.ingress, IngressOrder.OLDEST_FIRST);
    withoutRules.sort(order);
    withRules.sort(order);
  }

  /** Those between which nothing decides: the first group that is not empty. */
  List<IngressPart> chosen(@Nullable HostEntry host) {
    List<IngressPart> own = own(host);
    return !own.isEmpty() ? own : !withoutRules.isEmpty() ? withoutRules : withRules;
  }

  /** All, in the order in which they are asked. */
  Set<IngressPart> all(@Nullable HostEntry host) {
    Set<IngressPart> all = new LinkedHashSet<>(own(host));
    all.addAll(withoutRules);
    all.addAll(withRules);
    return all;
  }

  private List<IngressPart> own(@Nullable HostEntry host) {
    List<IngressPart> own = new ArrayList<>(1);
    int last = -1;
    for (HostEntry.Part rule : host == null ? List.<HostEntry.Part>of() : host.parts) {
      IngressPart part = parts.get(rule.ingress());
      // The rules of one Ingress stand together.
      if (rule.ingress() != last && part.ingress.spec().defaultBackend().isPresent()) {
        own.add(part);
      }
      last = rule.ingress();
    }
    return own;
  }
}
