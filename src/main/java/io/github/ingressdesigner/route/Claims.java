package io.github.ingressdesigner.route;

import java.util.Set;

/**
 * By what a controller is recognised in files.
 *
 * @param controllers values of {@code spec.controller} in IngressClass (or GatewayClass) documents
 * @param classes class names that stand for it by custom, where no such document is
 * @param annotations prefixes of its annotations, with the slash: {@code konghq.com/}
 * @param kinds kinds that only it reads, as {@code group/Kind}: {@code traefik.io/Middleware}
 */
public record Claims(
    Set<String> controllers, Set<String> classes, Set<String> annotations, Set<String> kinds) {
  public static final Claims NONE = new Claims(Set.of(), Set.of(), Set.of(), Set.of());

  public Claims {
    controllers = Set.copyOf(controllers);
    classes = Set.copyOf(classes);
    annotations = Set.copyOf(annotations);
    kinds = Set.copyOf(kinds);
  }
}
