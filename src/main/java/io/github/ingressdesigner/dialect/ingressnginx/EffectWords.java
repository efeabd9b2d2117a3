package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Annotations that change routing, in words. */
final class EffectWords {
  private record Words(String label, String sentence) {}

  /** What a value says, where it changes anything. */
  private static final Map<String, Function<String, Optional<Words>>> WORDS = new LinkedHashMap<>();

  /** Those that count on a canary; its other ones are ignored. */
  private static final String CANARY = "canary";

  static {
    text(
        "rewrite-target",
        "rewrite %s",
        "The whole path becomes %s, and all paths of the host are expressions.");
    flag(
        "use-regex",
        "regex",
        "All paths of the host are expressions, those of other Ingresses too.",
        "");
    text("app-root", "app root %s", "A request for / of this host is redirected to %s.");
    text("permanent-redirect", "redirect %s", "Requests for these paths are redirected to %s.");
    text("temporal-redirect", "redirect %s", "Requests for these paths are redirected to %s.");
    flag(
        "ssl-redirect",
        "https",
        "Plain requests are sent to https where the host has a certificate.",
        "Plain requests are not sent to https.");
    flag(
        "force-ssl-redirect",
        "force https",
        "Plain requests are sent to https, with or without a certificate.",
        "");
    flag(
        "from-to-www-redirect",
        "www",
        "The name with www. is redirected to the one without it, or the other way round.",
        "");
    text("server-alias", "alias %s", "The host has the same paths under %s.");
    flag(CANARY, "canary", "Its paths are alternatives of the same paths of other Ingresses.", "");
    text("canary-weight", "weight %s", "So many of 100 requests go to the canary: %s.");
    text("canary-by-header", "header %s", "The header %s sends a request to the canary.");
    text("canary-by-header-value", "= %s", "The header has to be %s.");
    text("canary-by-header-pattern", "~ %s", "The header has to match %s.");
    text("canary-by-cookie", "cookie %s", "The cookie %s sends a request to the canary.");
    text("default-backend", "stand-in %s", "%s answers where a Service has no endpoints.");
    flag("enable-cors", "CORS", "OPTIONS is answered with 204, before any backend.", "");
    text("upstream-vhost", "host %s", "The backend sees the host %s.");
    text("auth-type", "%s auth", "Requests need credentials.");
    text("auth-url", "auth", "%s decides whether a request passes.");
    text("auth-tls-secret", "client certificate", "Clients need a certificate.");
    text("allowlist-source-range", "only %s", "Clients of other addresses get 403.");
    text("whitelist-source-range", "only %s", "Clients of other addresses get 403.");
    text("denylist-source-range", "not %s", "Clients of these addresses get 403.");
    text("configuration-snippet", "snippet", "NGINX directives of its own; not predictable.");
    text(
        "server-snippet",
        "snippet",
        "NGINX directives of its own for the whole host; not predictable.");
  }

  private EffectWords() {}

  private static void text(String key, String label, String sentence) {
    WORDS.put(
        key, value -> Optional.of(new Words(label.formatted(value), sentence.formatted(value))));
  }

  private static void flag(String key, String label, String on, String off) {
    WORDS.put(
        key,
        value ->
            GoBool.parse(value)
                .map(is -> new Words(is ? label : "no " + label, is ? on : off))
                .filter(words -> !words.sentence().isEmpty()));
  }

  static List<Effect> of(List<Ing> ingresses) {
    List<Effect> effects = new ArrayList<>();
    for (Ing ing : ingresses) {
      Annotations all = ing.rules().annotations();
      if (all.isEmpty()) {
        continue;
      }
      WORDS.forEach(
          (key, words) -> {
            if (key.startsWith(CANARY) == ing.canary().enabled()) {
              all.text(key)
                  .flatMap(words)
                  .ifPresent(
                      w -> effects.add(new Effect(all.at(key), ing.at(), w.label(), w.sentence())));
            }
          });
    }
    return effects;
  }
}
