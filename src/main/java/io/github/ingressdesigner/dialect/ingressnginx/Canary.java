package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  static Canary of(Annotations all) {
    String pattern = all.get("canary-by-header-pattern", "");
    Optional<RouteRegex> regex = Optional.empty();
    if (!pattern.isEmpty()
        && RegexFlavor.PCRE.compile(pattern, false)
            instanceof RegexFlavor.Result.Compiled(RouteRegex compiled)) {
      regex = Optional.of(compiled);
    }
    return new Canary(
        all.isOn("canary", false),
        all.get("canary-by-header", ""),
        all.get("canary-by-header-value", ""),
        regex,
        !pattern.isEmpty() && regex.isEmpty(),
        all.get("canary-by-cookie", ""),
        Math.max(0, all.number("canary-weight", 0)),
        Math.max(100, all.number("canary-weight-total", 100)));
  }

  Verdict decide(Request request) {
    String sent = header.isEmpty() ? null : header(request, header);
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
    Optional<String> crumb = cookie.isEmpty() ? Optional.empty() : cookie(request, cookie);
    if (crumb.isPresent() && crumb.get().equals("always")) {
      return new Verdict(Says.CANARY, "The cookie " + cookie + " says always.");
    }
    if (crumb.isPresent() && crumb.get().equals("never")) {
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

  /**
   * The header as NGINX's variable holds it: several are joined, {@code -} and {@code _} of the
   * wanted name are the same, and what is sent with {@code _} is dropped.
   */
  static @Nullable String header(Request request, String name) {
    List<String> values = request.headers().get(name.replace('_', '-'));
    return values == null ? null : String.join(", ", values);
  }

  private static Optional<String> cookie(Request request, String name) {
    List<String> lines = request.headers().getOrDefault("Cookie", List.of());
    for (String line : lines) {
      for (String pair : line.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }
}
