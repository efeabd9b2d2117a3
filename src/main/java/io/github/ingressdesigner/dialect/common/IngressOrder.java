package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.model.Ingress;
import java.util.Comparator;

/**
 * The usual order of Ingresses: the older first, then by namespace and name. Those without a
 * creation time are all of one age, younger than any that has one.
 */
public final class IngressOrder {
  public static final Comparator<Ingress> OLDEST_FIRST =
      Comparator.comparing((Ingress ingress) -> ingress.meta().creationTimestamp().orElse("9999"))
          .thenComparing(ingress -> ingress.meta().namespaceOrDefault())
          .thenComparing(ingress -> ingress.meta().name().orElse(""));

  private IngressOrder() {}
}
