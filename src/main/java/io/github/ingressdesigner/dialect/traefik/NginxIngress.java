package io.github.ingressdesigner.dialect.traefik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Ingress that the ingress-nginx provider takes. */
record NginxIngress(Owner owner, NginxAnnotations annotations) {
  static NginxIngress of(Owner owner) {
    return new NginxIngress(owner, new NginxAnnotations(owner.ingress().meta().annotations()));
  }

  boolean hasTls() {
    return !owner.ingress().spec().tls().isEmpty();
  }

  /** Why none of its paths gets a router. */
  Optional<String> authProblem() {
    Optional<String> type = annotations.text("auth-type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return type.get().equals("basic") || type.get().equals("digest")
        ? annotations.textOr("auth-secret", "").isEmpty()
            ? Optional.of("auth-type without auth-secret makes Traefik leave out the path.")
            : Optional.empty()
        : Optional.of("auth-type " + type.get() + " is neither basic nor digest.");
  }

  /** What lowers the confidence of all that it decides. */
  List<Doubts> doubts() {
    List<Doubts> doubts = new ArrayList<>();
    for (String key : owner.ingress().meta().annotations().keySet()) {
      if (key.startsWith(NginxAnnotations.PREFIX)) {
        Doubts doubt = NginxKnowledge.doubt(key.substring(NginxAnnotations.PREFIX.length()));
        if (doubt != Doubts.NONE) {
          doubts.add(doubt);
        }
      }
    }
    return doubts;
  }
}
