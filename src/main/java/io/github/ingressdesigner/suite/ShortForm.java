package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Expectation.AnyOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
 * rejected}. Where several are right: {@code 90 % web:80 or 10 % canary:80}.
 */
final class ShortForm {
  private static final Pattern REQUEST = Pattern.compile("(?:([A-Z][A-Z0-9_-]*)\\s+)?(\\S.*)");
  private static final Pattern STATUS = Pattern.compile("([1-5][0-9]{2})(?:\\s+(\\S+))?");
  private static final Pattern SERVICE =
      Pattern.compile("([a-z](?:[-a-z0-9]*[a-z0-9])?)(?::([-a-z0-9]+))?(?:\\s+as\\s+(\\S+))?");

  private static final Pattern SHARE =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?)\\s*%\\s+(\\S.*)");

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

  /** Whether the text is read as the request of a test. */
  static boolean isRequest(String text, NewTest test) {
    Matcher matcher = REQUEST.matcher(text);
    return matcher.matches()
        && Optional.ofNullable(matcher.group(1)).orElse("GET").equals(test.method())
        && matcher.group(2).equals(test.url());
  }

  /** Empty where the text is no answer. */
  static Optional<Expectation> answer(String text) {
    List<String> options = List.of(text.strip().split("\\s+or\\s+"));
    if (options.size() == 1) {
      return single(options.getFirst());
    }
    List<AnyOf.Option> all = new ArrayList<>();
    for (String option : options) {
      Matcher share = SHARE.matcher(option);
      boolean shared = share.matches();
      Optional<Expectation> one = single(shared ? share.group(2) : option);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(
          new AnyOf.Option(
              one.get(),
              shared
                  ? Optional.of(new BigDecimal(share.group(1)).movePointLeft(2).doubleValue())
                  : Optional.empty()));
    }
    return Optional.of(new AnyOf(all));
  }

  private static Optional<Expectation> single(String text) {
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

  /** The answer as a line; empty where the short form has no words for it. */
  static Optional<String> write(Expectation expectation) {
    Optional<String> text =
        switch (expectation) {
          case Expectation.ToService service ->
              service
                  .service()
                  .map(
                      name ->
                          name
                              + service.port().map(port -> ":" + port).orElse("")
                              + service.upstreamPath().map(path -> " as " + path).orElse(""));
          case Expectation.OwnDefault _ -> Optional.of("default");
          case Expectation.Answer answer -> Optional.of(Integer.toString(answer.status()));
          case Expectation.RedirectTo redirect ->
              redirect.status().map(status -> status + " " + redirect.location());
          case Expectation.TlsRefused _ -> Optional.of("TLS refused");
          case Expectation.ConfigRejected _ -> Optional.of("configuration rejected");
          case AnyOf any -> write(any);
        };
    // What does not read back as the same says less than it should, or something else.
    return text.filter(line -> answer(line).equals(Optional.of(expectation)));
  }

  private static Optional<String> write(AnyOf any) {
    List<String> options = new ArrayList<>();
    for (AnyOf.Option option : any.options()) {
      Optional<String> one = write(option.expectation());
      if (one.isEmpty()) {
        return one;
      }
      String share = option.share().map(s -> percent(s) + " % ").orElse("");
      options.add(share + one.get());
    }
    return Optional.of(String.join(" or ", options));
  }

  private static String percent(double share) {
    return new BigDecimal(number(share)).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** As short as it can be to be the same number. */
  static String number(double share) {
    return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
  }
}
