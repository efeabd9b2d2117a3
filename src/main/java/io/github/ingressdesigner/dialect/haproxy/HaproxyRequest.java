package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.route.Request;
import java.util.Optional;

/** What HAProxy makes of a request line and a Host header (src/h1.c, src/http_htx.c). */
final class HaproxyRequest {
  private HaproxyRequest() {}

  /** Why HAProxy answers 400 before any rule, a sentence for people; empty where it does not. */
  static Optional<String> refused(Request request) {
    String target = request.query().orElse("");
    int bad = odd(request.path());
    bad = bad < 0 ? odd(target) : bad;
    if (bad < 0) {
      return Optional.empty();
    }
    if (bad == '#') {
      return Optional.of("HAProxy answers 400 to a # in a request; browsers do not send it.");
    }
    return Optional.of(
        bad > 0x7f
            ? "HAProxy answers 400 to letters outside of ASCII; browsers send them with percent"
                + " signs."
            : "HAProxy answers 400 to blanks and control characters in a request.");
  }

  /** A character that may not be there; -1 without one. */
  private static int odd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#' || c <= 0x20 || c > 0x7f) {
        return c;
      }
    }
    return -1;
  }

  /**
   * The host as it was sent, without port: of several values with commas the last one, cut at the
   * first colon, an IPv6 address too.
   */
  static String host(Request request) {
    String host = request.host();
    int comma = host.lastIndexOf(',');
    String last = comma < 0 ? host : host.substring(comma + 1).strip();
    int colon = last.indexOf(':');
    return colon < 0 ? last : last.substring(0, colon);
  }
}
