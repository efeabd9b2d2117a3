package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations that change routing, in words. */
final class EffectWords {
  private record Words(String label, String sentence) {}

  private static final Map<String, Words> WORDS = new LinkedHashMap<>();

  static {
    add(
        "rewrite-target",
        "rewrite %s",
        "The whole path becomes %s, and all paths of the host are expressions.");
    add(
        "use-regex",
        "use-regex %s",
        "All paths of the host are expressions, those of other Ingresses too: %s.");
    add("app-root", "app-root %s", "A request for / of this host is redirected to %s.");
    add("permanent-redirect", "redirect %s", "Every request for these paths is redirected to %s.");
    add("temporal-redirect", "redirect %s", "Every request for these paths is redirected to %s.");
    add(
        "ssl-redirect",
        "ssl-redirect %s",
        "Plain requests are sent to https where the host has a certificate: %s.");
    add("force-ssl-redirect", "force-ssl %s", "Plain requests are always sent to https: %s.");
    add(
        "from-to-www-redirect",
        "www %s",
        "The name with or without www. is redirected to this one: %s.");
    add("server-alias", "alias %s", "The host %s has the same paths.");
    add(
        "canary",
        "canary %s",
        "Its paths are alternatives of the same paths of another Ingress: %s.");
    add("canary-weight", "weight %s", "This share of the requests goes to the canary: %s.");
    add("canary-by-header", "by header %s", "The header %s sends a request to the canary.");
    add("canary-by-header-value", "= %s", "The header must be %s.");
    add("canary-by-header-pattern", "~ %s", "The header must match %s.");
    add("canary-by-cookie", "by cookie %s", "The cookie %s sends a request to the canary.");
    add("default-backend", "stand-in %s", "%s answers where a Service has no endpoints.");
    add("enable-cors", "CORS %s", "OPTIONS is answered with 204: %s.");
    add("auth-type", "auth %s", "Requests need credentials: %s.");
    add("auth-url", "auth %s", "%s decides whether a request passes.");
    add("configuration-snippet", "snippet", "NGINX directives of its own; not predictable.");
    add(
        "server-snippet",
        "snippet",
        "NGINX directives of its own for the whole host; not predictable.");
  }

  private EffectWords() {}

  private static void add(String key, String label, String sentence) {
    WORDS.put(key, new Words(label, sentence));
  }

  static List<Effect> of(List<Ing> ingresses) {
    List<Effect> effects = new ArrayList<>();
    for (Ing ing : ingresses) {
      WORDS.forEach(
          (key, words) ->
              ing.rules()
                  .annotations()
                  .find(key)
                  .ifPresent(
                      value ->
                          effects.add(
                              new Effect(
                                  ing.rules().annotations().at(key),
                                  ing.at(),
                                  words.label().formatted(value),
                                  words.sentence().formatted(value)))));
    }
    return effects;
  }
}
