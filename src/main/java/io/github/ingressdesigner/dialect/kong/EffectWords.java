package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;
import java.util.Map;

/** What annotations change, in words. */
final class EffectWords {
  private record Word(String key, String label, String sentence) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("methods", "methods", "Only requests with these methods are taken"),
          new Word("host-aliases", "aliases", "These hosts are taken too"),
          new Word("snis", "names", "Only TLS connections to these server names are taken"),
          new Word("protocols", "protocols", "Requests are taken by"),
          new Word("https-redirect-status-code", "redirect", "Plain requests get the status"),
          new Word("strip-path", "strip path", "The matched part of the path is cut"),
          new Word("preserve-host", "preserve host", "The backend sees the request's Host"),
          new Word("regex-prefix", "regex prefix", "What marks a path as an expression"),
          new Word("regex-priority", "regex priority", "The place among expressions"),
          new Word("path-handling", "path handling", "How path and base path are joined"),
          new Word("rewrite", "rewrite", "The backend sees the path"));

  private EffectWords() {}

  static void add(Annotations annotations, List<Effect> effects) {
    Location all = Location.of(annotations.id());
    for (Word word : WORDS) {
      annotations
          .find(word.key())
          .ifPresent(
              value ->
                  effects.add(
                      new Effect(
                          annotations.at(word.key()),
                          all,
                          word.label() + " " + value,
                          word.sentence() + ": " + value + ".")));
    }
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
