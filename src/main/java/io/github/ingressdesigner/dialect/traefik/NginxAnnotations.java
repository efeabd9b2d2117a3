package io.github.ingressdesigner.dialect.traefik;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Annotations of ingress-nginx as Traefik reads them (ingress-nginx/annotations.go). */
record NginxAnnotations(Map<String, String> all) {
  static final String PREFIX = "nginx.ingress.kubernetes.io/";

  /** Any value is a text. */
  Optional<String> text(String key) {
    return Optional.ofNullable(all.get(PREFIX + key));
  }

  /** A text that says something. */
  String textOr(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** Everything but "true" is false, in whatever case. */
  Optional<Boolean> flag(String key) {
    return text(key).map(value -> value.toLowerCase(Locale.ROOT).equals("true"));
  }

  boolean isOn(String key) {
    return flag(key).orElse(false);
  }

  /** What is no number counts as absent. */
  Optional<Integer> number(String key) {
    try {
      return text(key).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  List<String> list(String key) {
    return text(key)
        .map(value -> Arrays.stream(value.split(",")).map(String::strip))
        .map(parts -> parts.filter(part -> !part.isEmpty()).toList())
        .orElse(List.of());
  }

  boolean isCanary() {
    return isOn("canary");
  }

  /** Whether it makes expressions of all paths of its hosts. */
  boolean isRegex() {
    return isOn("use-regex") || !textOr("rewrite-target", "").isEmpty();
  }
}
