package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.AnnotationWords;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;

/** Annotations that change routing, in words. */
final class EffectWords {
  private static final List<AnnotationWords> WORDS =
      List.of(
          new AnnotationWords(
              "rewrite-target", "rewrite %s", "The matched part of the path is replaced by %s."),
          new AnnotationWords(
              "path-type", "path-type %s", "ImplementationSpecific paths are compared as %s."),
          new AnnotationWords("app-root", "app-root %s", "A request for / is redirected to %s."),
          new AnnotationWords(
              "redirect-to", "redirect %s", "Every request for these paths is redirected to %s."),
          new AnnotationWords(
              "redirect-from", "from %s", "Requests for the host %s are redirected here."),
          new AnnotationWords(
              "redirect-from-regex", "from %s", "Requests for hosts like %s are redirected here."),
          new AnnotationWords("server-alias", "alias %s", "The host %s has the same paths."),
          new AnnotationWords(
              "server-alias-regex", "alias %s", "Hosts like %s have the same paths."),
          new AnnotationWords(
              "http-header-match",
              "if %s",
              "Only requests with the header %s come here, before all others."),
          new AnnotationWords(
              "ssl-redirect",
              "ssl-redirect %s",
              "Plain requests for TLS hosts are redirected: %s."));

  private EffectWords() {}

  static void add(Annotations annotations, List<Effect> effects) {
    AnnotationWords.add(WORDS, annotations::find, annotations::at, effects);
  }
}
