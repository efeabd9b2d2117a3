package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.AnnotationWords;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;
import java.util.Map;

/** What annotations change, in words. */
final class EffectWords {
  private static final List<AnnotationWords> WORDS =
      List.of(
          new AnnotationWords(
              "methods", "methods %s", "Only requests with these methods are taken: %s."),
          new AnnotationWords("host-aliases", "aliases %s", "These hosts are taken too: %s."),
          new AnnotationWords(
              "snis", "names %s", "Only TLS connections to these server names are taken: %s."),
          new AnnotationWords("protocols", "protocols %s", "Requests are taken by: %s."),
          new AnnotationWords(
              "https-redirect-status-code", "redirect %s", "Plain requests get the status: %s."),
          new AnnotationWords(
              "strip-path", "strip path %s", "The matched part of the path is cut: %s."),
          new AnnotationWords(
              "preserve-host", "preserve host %s", "The backend sees the request's Host: %s."),
          new AnnotationWords(
              "regex-prefix", "regex prefix %s", "What marks a path as an expression: %s."),
          new AnnotationWords(
              "regex-priority", "regex priority %s", "The place among expressions: %s."),
          new AnnotationWords(
              "path-handling", "path handling %s", "How path and base path are joined: %s."),
          new AnnotationWords("rewrite", "rewrite %s", "The backend sees the path: %s."));

  private EffectWords() {}

  static void add(Annotations annotations, List<Effect> effects) {
    if (annotations.meta().annotations().isEmpty()) {
      return;
    }
    Location all = Location.of(annotations.id());
    AnnotationWords.add(WORDS, annotations::find, annotations::at, effects);
    for (Map.Entry<String, List<String>> header : annotations.headers().entrySet()) {
      String values = String.join(" or ", header.getValue());
      effects.add(
          new Effect(
              annotations.at("headers." + header.getKey()),
              all,
              header.getKey() + " = " + values,
              "Only requests with the header " + header.getKey() + ": " + values + " are taken."));
    }
    if (annotations.isForced()) {
      effects.add(
          new Effect(
              annotations.forceAt(), all, "force-ssl", "Plain requests are sent to https by 302."));
    }
    for (String key : Annotations.UNKNOWN) {
      annotations
          .find(key)
          .ifPresent(
              value ->
                  effects.add(
                      new Effect(
                          annotations.at(key),
                          all,
                          key + " ?",
                          "It may change routing in a way that is not modelled: " + value + ".")));
    }
  }
}
