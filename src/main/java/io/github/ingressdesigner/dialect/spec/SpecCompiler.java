package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles resources into a table. What stands on records that are the same as before is taken from
 * the table before, so that one typed character costs a comparison of identities and the one rule.
 */
public final class SpecCompiler {
  private SpecCompiler() {}

  public static SpecTable compile(Resources resources, Optional<SpecTable> previous) {
    SpecTable before = previous.orElse(null);
    List<IngressPart> parts = parts(resources, before == null ? List.of() : before.parts());
    IngressClassNames classes = IngressClassNames.of(resources);
    SpecLayout layout =
        before != null && before.classes().equals(classes) && alike(parts, before.parts())
            ? before.layout().changed(before.parts(), parts)
            : SpecLayout.of(parts, classes, before == null ? null : before.layout());
    return new SpecTable(parts, classes, layout, ServiceLookup.of(resources));
  }

  private static boolean alike(List<IngressPart> now, List<IngressPart> before) {
    if (now.size() != before.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).isLaidOutAs(before.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<IngressPart> parts(Resources resources, List<IngressPart> before) {
    List<IngressPart> parts = new ArrayList<>();
    Map<Ingress, IngressPart> moved = null;
    for (Located located : resources.all()) {
      if (!(located.resource() instanceof Ingress ingress)) {
        continue;
      }
      IngressPart known = parts.size() < before.size() ? before.get(parts.size()) : null;
      if (known == null || known.ingress != ingress && !known.id.equals(located.id())) {
        moved = moved == null ? byIngress(before) : moved;
        known = moved.get(ingress);
      }
      parts.add(part(located, ingress, known));
    }
    return parts;
  }

  private static IngressPart part(Located located, Ingress ingress, @Nullable IngressPart known) {
    boolean same = known != null && known.ingress == ingress && known.id.equals(located.id());
    return same ? known : IngressPart.of(located.id(), ingress, known);
  }

  private static Map<Ingress, IngressPart> byIngress(List<IngressPart> parts) {
    Map<Ingress, IngressPart> map = new IdentityHashMap<>();
    parts.forEach(part -> map.put(part.ingress, part));
    return map;
  }
}
