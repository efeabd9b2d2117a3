package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.nginx.Headers;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a request goes to a canary (rootfs/etc/nginx/lua/balancer.lua,
 * route_to_alternative_balancer).
 *
 * @param pattern empty where there is none or it cannot be read
 * @param badPattern whether a pattern is there that cannot be read: then nothing goes to the canary
 * @param total at least 100
 */
record Canary(
    boolean enabled,
    String header,
    String value,
    Optional<RouteRegex> pattern,
    boolean badPattern,
    String cookie,
    int weight,
    int total) {
  /** What the first rule that decides says. */
  enum Says {
    CANARY,
    MAIN,
    /** Chance, by weight. */
    CHANCE
  }

  /**
   * @param because which rule decides, a sentence
   */
  record Verdict(Says says, String because) {}

  private static final Canary NONE = new Canary(false, "", "", Optional.empty(), false, "", 0, 100);

  static Canary of(Annotations all) {
    if (all.isEmpty()) {
      return NONE;
    }
    String pattern = text(all, "canary-by-header-pattern", Validation.EXPRESSION, false);
    Optional<RouteRegex> regex = Optional.empty();
    if (!pattern.isEmpty()
        && RegexFlavor.PCRE.compile(pattern, false)
            instanceof RegexFlavor.Result.Compiled(RouteRegex compiled)) {
      regex = Optional.of(compiled);
    }
    return new Canary(
        all.isOn("canary", false),
        text(all, "canary-by-header", Validation.BASIC, true),
        text(all, "canary-by-header-value", Validation.BASIC, true),
        regex,
        !pattern.isEmpty() && regex.isEmpty(),
        text(all, "canary-by-cookie", Validation.BASIC, true),
        Math.max(0, all.number("canary-weight", 0)),
        Math.max(100, all.number("canary-weight-total", 100)));
  }

  /** A value that its validator refuses counts as absent. */
  private static String text(Annotations all, String key, Pattern valid, boolean withoutBlanks) {
    return all.raw(key)
        .filter(v -> valid.matcher(withoutBlanks ? v.replace(" ", "") : v).matches())
        .flatMap(v -> all.text(key))
        .orElse("");
  }

  Verdict decide(Request request) {
    String sent = header.isEmpty() ? null : Headers.variable(request, header);
    if (sent != null) {
      if (!value.isEmpty()) {
        if (sent.equals(value)) {
          return new Verdict(Says.CANARY, "The header " + header + " is " + value + ".");
        }
      } else if (badPattern) {
        return new Verdict(Says.MAIN, "The pattern for " + header + " cannot be read.");
      } else if (pattern.isPresent()) {
        if (pattern.get().finds(sent)) {
          return new Verdict(
              Says.CANARY, "The header " + header + " matches " + pattern.get().text() + ".");
        }
      } else if (sent.equals("always")) {
        return new Verdict(Says.CANARY, "The header " + header + " says always.");
      } else if (sent.equals("never")) {
        return new Verdict(Says.MAIN, "The header " + header + " says never.");
      }
    }
    String crumb = cookie.isEmpty() ? null : Headers.cookie(request, cookie);
    if ("always".equals(crumb)) {
      return new Verdict(Says.CANARY, "The cookie " + cookie + " says always.");
    }
    if ("never".equals(crumb)) {
      return new Verdict(Says.MAIN, "The cookie " + cookie + " says never.");
    }
    if (weight <= 0) {
      return new Verdict(Says.MAIN, "Neither header nor cookie decides, and the weight is 0.");
    }
    return weight >= total
        ? new Verdict(Says.CANARY, "The weight is " + weight + " of " + total + ".")
        : new Verdict(
            Says.CHANCE,
            "Neither header nor cookie decides, so chance does: %d of %d go to the canary."
                .formatted(weight, total));
  }
}
