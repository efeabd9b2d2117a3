package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.route.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route test on one line, as people write them:
 *
 * <pre>
 * routes:
 *   https://shop.example/api/v1: api:8080 as /v1
 *   POST https://shop.example/: web
 *   http://shop.example/a: 308 https://shop.example/a
 *   https://shop.example/nothing: 404
 * </pre>
 *
 * <p>The answer is a Service, with its port and the path that arrives there where they matter; a
 * status; a status and a location; {@code default}, {@code TLS refused} or {@code configuration
 * rejected}.
 */
final class ShortForm {
  private static final Pattern REQUEST = Pattern.compile("(?:([A-Z][A-Z0-9_-]*)\\s+)?(\\S.*)");
  private static final Pattern STATUS = Pattern.compile("([1-5][0-9]{2})(?:\\s+(\\S+))?");
  private static final Pattern SERVICE =
      Pattern.compile("([a-z](?:[-a-z0-9]*[a-z0-9])?)(?::([-a-z0-9]+))?(?:\\s+as\\s+(\\S+))?");

  private ShortForm() {}

  /**
   * @throws IllegalArgumentException with a message for people
   */
  static Request request(String text) {
    Matcher matcher = REQUEST.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Write the request as GET https://host/path.");
    }
    String method = matcher.group(1) == null ? "GET" : matcher.group(1);
    return Request.of(method, matcher.group(2), Map.of());
  }

  /** The URL of a request as it is written. */
  static String url(String text) {
    Matcher matcher = REQUEST.matcher(text.strip());
    return matcher.matches() ? matcher.group(2) : text;
  }

  /** Empty where the text is no answer. */
  static Optional<Expectation> answer(String text) {
    String written = text.strip();
    switch (written.toLowerCase(Locale.ROOT)) {
      case "default", "default backend" -> {
        return Optional.of(new Expectation.OwnDefault(Optional.empty()));
      }
      case "tls refused" -> {
        return Optional.of(new Expectation.TlsRefused());
      }
      case "configuration rejected" -> {
        return Optional.of(new Expectation.ConfigRejected());
      }
      default -> {}
    }
    Matcher status = STATUS.matcher(written);
    if (status.matches()) {
      int code = Integer.parseInt(status.group(1));
      return Optional.of(
          status.group(2) == null
              ? new Expectation.Answer(code)
              : new Expectation.RedirectTo(status.group(2), Optional.of(code)));
    }
    Matcher service = SERVICE.matcher(written);
    return service.matches()
        ? Optional.of(
            new Expectation.ToService(
                Optional.of(service.group(1)),
                Optional.ofNullable(service.group(2)),
                Optional.empty(),
                Optional.ofNullable(service.group(3)),
                Optional.empty()))
        : Optional.empty();
  }
}
