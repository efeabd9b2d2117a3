package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;
import java.util.Map;

/** Annotations that change routing, in words. */
final class EffectWords {
  private record Words(String label, String sentence) {}

  private static final Map<String, Words> WORDS =
      Map.of(
          "rewrite-target",
          new Words("rewrite %s", "The matched part of the path is replaced by %s."),
          "path-type",
          new Words("path-type %s", "ImplementationSpecific paths are compared as %s."),
          "app-root",
          new Words("app-root %s", "A request for / is redirected to %s."),
          "redirect-to",
          new Words("redirect %s", "Every request for these paths is redirected to %s."),
          "redirect-from",
          new Words("from %s", "Requests for the host %s are redirected here."),
          "redirect-from-regex",
          new Words("from %s", "Requests for hosts like %s are redirected here."),
          "server-alias",
          new Words("alias %s", "The host %s has the same paths."),
          "server-alias-regex",
          new Words("alias %s", "Hosts like %s have the same paths."),
          "http-header-match",
          new Words("if %s", "Only requests with the header %s come here, before all others."),
          "ssl-redirect",
          new Words("ssl-redirect %s", "Plain requests for TLS hosts are redirected: %s."));

  private EffectWords() {}

  static void add(Annotations annotations, List<Effect> effects) {
    WORDS.forEach(
        (key, words) ->
            annotations
                .find(key)
                .ifPresent(
                    value ->
                        effects.add(
                            new Effect(
                                annotations.at(key),
                                Location.of(annotations.id()),
                                words.label().formatted(value),
                                words.sentence().formatted(value)))));
  }
}
