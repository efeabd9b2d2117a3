package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;
import java.util.stream.Collectors;

/** Annotations of Traefik that change routing, as chips. */
final class Effects {
  private Effects() {}

  /**
   * @param way what the middlewares do
   */
  static void add(Routers out, Owner owner, RouterAnnotations annotations, List<Middleware> way) {
    if (owner.ingress().meta().annotations().isEmpty()) {
      return;
    }
    if (annotations.priority() != 0) {
      add(
          out,
          owner,
          "priority",
          "priority " + annotations.priority(),
          "All its routers have this priority, not the length of their rules.");
    }
    if (!annotations.entryPoints().isEmpty()) {
      String names = String.join(", ", annotations.entryPoints());
      add(out, owner, "entrypoints", names, "Its routers are on these entry points only.");
    }
    if (annotations.tls()) {
      add(out, owner, "tls", "TLS only", "Plain HTTP does not reach its routers.");
    }
    if (!annotations.middlewares().isEmpty()) {
      String label =
          way.isEmpty()
              ? "no routers"
              : way.stream().map(Middleware::label).collect(Collectors.joining(", "));
      String sentence =
          way.isEmpty()
              ? "A middleware cannot be built, so its routers are not there."
              : way.stream().map(Middleware::sentence).collect(Collectors.joining(" "));
      add(out, owner, "middlewares", label, sentence);
    }
    if (!annotations.pathMatcher().isEmpty()) {
      addMatcher(out, owner, annotations.pathMatcher());
    }
  }

  private static void add(Routers out, Owner owner, String key, String label, String sentence) {
    owner
        .annotation(RouterAnnotations.ROUTER + key)
        .ifPresent(
            value ->
                out.effects.add(
                    new Effect(
                        owner.annotationAt(RouterAnnotations.ROUTER + key),
                        Location.of(owner.id()),
                        label,
                        sentence)));
  }

  private static void addMatcher(Routers out, Owner owner, String matcher) {
    List<Rule> rules = owner.ingress().spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      for (int p = 0; p < rules.get(r).paths().size(); p++) {
        PathType type = rules.get(r).paths().get(p).type();
        if (type != PathType.EXACT && type != PathType.PREFIX) {
          out.effects.add(
              new Effect(
                  owner.annotationAt(RouterAnnotations.ROUTER + "pathmatcher"),
                  owner.at(FieldPath.path(r, p)),
                  matcher,
                  "This path is compared by " + matcher + ", since its type leaves that open."));
        }
      }
    }
  }
}
