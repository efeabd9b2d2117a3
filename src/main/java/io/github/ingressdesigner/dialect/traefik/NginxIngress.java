package io.github.ingressdesigner.dialect.traefik;

import java.util.ArrayList;
import java.util.List;

/** An Ingress that the ingress-nginx provider takes. */
record NginxIngress(Owner owner, NginxAnnotations annotations) {
  static NginxIngress of(Owner owner) {
    return new NginxIngress(owner, new NginxAnnotations(owner.ingress().meta().annotations()));
  }

  boolean hasTls() {
    return !owner.ingress().spec().tls().isEmpty();
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
