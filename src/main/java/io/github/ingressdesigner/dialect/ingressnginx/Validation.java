package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Annotations that keep a whole Ingress from being loaded (internal/ingress/annotations,
 * annotations.go Extract, and parser/validators.go).
 */
final class Validation {
  /** Characters of server names, expressions included. */
  static final Pattern EXPRESSION = Pattern.compile("[-._~A-Za-z0-9/:^$\\[\\](){}*+?|&=\\\\]*");

  static final Pattern BASIC = Pattern.compile("[-._~A-Za-z0-9/:]*");
  static final Pattern CAPTURES = Pattern.compile("/?[-._~A-Za-z0-9/:$]*");

  private static final Pattern VARIABLES = Pattern.compile("[-._~A-Za-z0-9/:?&=$]*");
  private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern SIZE = Pattern.compile("(?i)[0-9]+[bkmg]?");

  /** Those whose parser hands the error on, other than the redirects. */
  private static final Map<String, Predicate<String>> VALIDATORS =
      Map.of(
          "server-alias",
          value ->
              List.of(value.split(",")).stream()
                  .allMatch(name -> EXPRESSION.matcher(name.strip()).matches()),
          "default-backend",
          value -> LABEL.matcher(value).matches(),
          "auth-type",
          value -> value.contains("basic") || value.contains("digest"),
          "auth-url",
          value -> VARIABLES.matcher(value.replace(" ", "")).matches(),
          "auth-tls-secret",
          value -> BASIC.matcher(value.replace(" ", "")).matches(),
          "upstream-vhost",
          value -> EXPRESSION.matcher(value.strip()).matches(),
          "x-forwarded-prefix",
          value -> CAPTURES.matcher(value.replace(" ", "")).matches(),
          "client-body-buffer-size",
          value -> SIZE.matcher(value).matches(),
          "http2-push-preload",
          value -> GoBool.parse(value).isPresent(),
          "ssl-passthrough",
          value -> GoBool.parse(value).isPresent());

  private Validation() {}

  /** Why the Ingress is not loaded; empty where it is. */
  static Optional<String> refusal(Annotations all, String level, List<String> blockedWords) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> entry : all.own().entrySet()) {
      Optional<String> reason = refusal(entry.getKey(), entry.getValue(), level, blockedWords);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Redirection.read(all) instanceof Redirection.Read.Refused(String key)
        ? Optional.of(notValid(key))
        : Optional.empty();
  }

  private static Optional<String> refusal(
      String key, String value, String level, List<String> blockedWords) {
    for (String word : blockedWords) {
      if (value.contains(word)) {
        return Optional.of(
            "The annotation %s holds the blocked word %s, so the Ingress is not loaded."
                .formatted(key, word));
      }
    }
    if (Risk.of(key).compareTo(Risk.level(level)) > 0) {
      return Optional.of(
          ("The risk of the annotation %s is above annotations-risk-level %s, so the Ingress is"
                  + " not loaded.")
              .formatted(key, level));
    }
    // Empty values are not validated.
    boolean valid = value.isEmpty() || VALIDATORS.getOrDefault(key, v -> true).test(value);
    return valid ? Optional.empty() : Optional.of(notValid(key));
  }

  private static String notValid(String key) {
    return "The value of " + key + " is not valid, so the Ingress is not loaded.";
  }
}
