package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * An Ingress that is valid and of the right class.
 *
 * @param odd numbers of rules of which NGINX may refuse a path
 */
record Valid(Annotations annotations, String name, BitSet odd) {
  Ingress ingress() {
    return annotations.ingress();
  }

  List<Rule> rules() {
    return ingress().spec().rules();
  }

  /** Negative where the first one wins. */
  static int compare(Valid a, Valid b) {
    String ageA = a.ingress().meta().creationTimestamp().orElse("9999");
    String ageB = b.ingress().meta().creationTimestamp().orElse("9999");
    int compared = ageA.compareTo(ageB);
    Optional<String> uidA = a.ingress().meta().uid();
    Optional<String> uidB = b.ingress().meta().uid();
    return compared != 0 || uidA.isEmpty() || uidB.isEmpty()
        ? compared
        : uidB.get().compareTo(uidA.get());
  }
}
