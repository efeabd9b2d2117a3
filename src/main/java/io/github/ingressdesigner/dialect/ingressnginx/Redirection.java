package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Redirects of one Ingress (internal/ingress/annotations/redirect/redirect.go). Its annotations are
 * read in a fixed order, and the first one that is wrong ends the reading: the Ingress is refused,
 * or where the value is only unusable, none of the others counts.
 *
 * @param target empty where requests are not redirected
 */
record Redirection(Optional<Target> target, boolean fromToWww, boolean relative) {
  static final Redirection NONE = new Redirection(Optional.empty(), false, false);

  private static final Pattern URL = Pattern.compile("[-._~A-Za-z0-9/:,?&=]*");

  /**
   * @param at the annotation
   */
  record Target(String url, int code, Location at) {}

  /** What reading comes to. */
  sealed interface Read {
    record Counts(Redirection redirection) implements Read {}

    /** The whole Ingress is not loaded. */
    record Refused(String key) implements Read {}
  }

  private enum Check {
    FINE,
    /** Refused by the validator of the annotation. */
    REFUSED,
    /** There, but empty: nothing is refused, and nothing counts. */
    EMPTY
  }

  static Read read(Annotations all) {
    Optional<Read> bad =
        end(flag(all, "from-to-www-redirect"), "from-to-www-redirect")
            .or(() -> end(url(all, "temporal-redirect"), "temporal-redirect"))
            .or(() -> end(number(all, "temporal-redirect-code"), "temporal-redirect-code"))
            .or(() -> end(flag(all, "relative-redirects"), "relative-redirects"));
    if (bad.isPresent()) {
      return bad.get();
    }
    boolean www = all.isOn("from-to-www-redirect", false);
    boolean relative = all.isOn("relative-redirects", false);
    Optional<String> temporal = all.text("temporal-redirect");
    if (temporal.isPresent()) {
      return isWeb(temporal.get())
          ? counts(target(all, "temporal-redirect", 302, 307), www, relative)
          : new Read.Counts(NONE);
    }
    return end(url(all, "permanent-redirect"), "permanent-redirect")
        .or(() -> end(number(all, "permanent-redirect-code"), "permanent-redirect-code"))
        .orElseGet(() -> counts(target(all, "permanent-redirect", 301, 308), www, relative));
  }

  private static Read counts(Optional<Target> target, boolean www, boolean relative) {
    return new Read.Counts(new Redirection(target, www, relative));
  }

  private static Optional<Target> target(Annotations all, String key, int usual, int last) {
    int code = all.number(key + "-code", usual);
    int used = code >= 300 && code <= last ? code : usual;
    return all.text(key).map(url -> new Target(url, used, all.at(key)));
  }

  private static Optional<Read> end(Check check, String key) {
    return switch (check) {
      case FINE -> Optional.empty();
      case REFUSED -> Optional.of(new Read.Refused(key));
      case EMPTY -> Optional.of(new Read.Counts(NONE));
    };
  }

  private static Check flag(Annotations all, String key) {
    return check(all, key, all.raw(key).flatMap(GoBool::parse).isPresent());
  }

  private static Check number(Annotations all, String key) {
    return check(all, key, all.raw(key).filter(Annotations::isNumber).isPresent());
  }

  private static Check url(Annotations all, String key) {
    return check(all, key, all.raw(key).filter(v -> URL.matcher(v).matches()).isPresent());
  }

  private static Check check(Annotations all, String key, boolean valid) {
    Optional<String> raw = all.raw(key);
    if (raw.isEmpty()) {
      return Check.FINE;
    }
    return raw.get().isEmpty() ? Check.EMPTY : valid ? Check.FINE : Check.REFUSED;
  }

  /** Whether Go's url.Parse finds a scheme that begins with http. */
  private static boolean isWeb(String url) {
    int colon = url.indexOf(':');
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    return scheme.startsWith("http") && scheme.matches("[a-z][-+.a-z0-9]*");
  }
}
