package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.GoBool;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The annotations of an Ingress that describe its routers (pkg/provider/kubernetes/ingress
 * annotations.go).
 *
 * @param pathMatcher empty for the usual one
 * @param entryPoints none for the default ones
 * @param priority 0 for the length of the rule
 */
record RouterAnnotations(
    String pathMatcher,
    List<String> entryPoints,
    List<String> middlewares,
    long priority,
    boolean tls,
    String ruleSyntax) {
  static final String PREFIX = "traefik.ingress.kubernetes.io/";
  static final String ROUTER = PREFIX + "router.";
  static final RouterAnnotations NONE =
      new RouterAnnotations("", List.of(), List.of(), 0, false, "");

  /** Above it, a priority is refused (MaxUserPriority). */
  private static final long HIGHEST = Long.MAX_VALUE - 1000;

  private static final Set<String> FLAGS =
      Set.of("observability.accesslogs", "observability.metrics", "observability.tracing");

  private static final Pattern PLAIN =
      Pattern.compile(
          "pathmatcher|entrypoints|middlewares|rulesyntax|tls|tls\\.certresolver|tls\\.options"
              + "|tls\\.domains\\.\\d+\\.(main|sans)|observability\\.traceverbosity");

  /** The annotations, or why the Ingress is dropped. */
  sealed interface Read {
    record Ready(RouterAnnotations annotations) implements Read {}

    /**
     * @param key the annotation
     * @param reason a sentence for people
     */
    record Unreadable(String key, String reason) implements Read {}
  }

  static Read read(Map<String, String> annotations) {
    if (annotations.isEmpty()) {
      return new Read.Ready(NONE);
    }
    RouterAnnotations found = NONE;
    boolean tlsOff = false;
    for (Map.Entry<String, String> entry : annotations.entrySet()) {
      if (!entry.getKey().toLowerCase(Locale.ROOT).startsWith(ROUTER)) {
        continue;
      }
      String key = entry.getKey().substring(ROUTER.length()).toLowerCase(Locale.ROOT);
      String value = entry.getValue();
      Optional<String> wrong = wrong(key, value);
      if (wrong.isPresent()) {
        return new Read.Unreadable(entry.getKey(), wrong.get());
      }
      tlsOff |= key.equals("tls") && !value.isEmpty() && !value.equalsIgnoreCase("true");
      found = found.with(key, value);
    }
    return new Read.Ready(tlsOff ? found.withTls(false) : found);
  }

  /** Why no router with these can be built. */
  Optional<String> problem() {
    return priority > HIGHEST
        ? Optional.of("router.priority is higher than Traefik allows.")
        : Optional.empty();
  }

  /** What lowers the confidence. */
  Optional<String> doubt() {
    return ruleSyntax.isEmpty() || ruleSyntax.equals("v3") || ruleSyntax.equals("default")
        ? Optional.empty()
        : Optional.of("router.rulesyntax " + ruleSyntax + " is read as v3.");
  }

  /** The priority of a router whose rule has that many bytes. */
  int priority(int bytes) {
    return priority == 0
        ? bytes
        : (int) Math.clamp(priority, Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
  }

  private static Optional<String> wrong(String key, String value) {
    if (key.equals("priority")) {
      return number(value).isPresent()
          ? Optional.empty()
          : Optional.of("its router.priority \"" + value + "\" is no number");
    }
    if (FLAGS.contains(key)) {
      return GoBool.parse(value).isPresent()
          ? Optional.empty()
          : Optional.of("its router." + key + " \"" + value + "\" is neither true nor false");
    }
    return PLAIN.matcher(key).matches()
        ? Optional.empty()
        : Optional.of("Traefik knows no annotation router." + key);
  }

  private static Optional<Long> number(String value) {
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private RouterAnnotations with(String key, String value) {
    return switch (key) {
      case "pathmatcher" ->
          new RouterAnnotations(value, entryPoints, middlewares, priority, tls, ruleSyntax);
      case "entrypoints" ->
          new RouterAnnotations(pathMatcher, list(value), middlewares, priority, tls, ruleSyntax);
      case "middlewares" ->
          new RouterAnnotations(pathMatcher, entryPoints, list(value), priority, tls, ruleSyntax);
      case "priority" ->
          new RouterAnnotations(
              pathMatcher, entryPoints, middlewares, number(value).orElse(0L), tls, ruleSyntax);
      case "rulesyntax" ->
          new RouterAnnotations(pathMatcher, entryPoints, middlewares, priority, tls, value);
      default -> key.startsWith("tls") ? withTls(true) : this;
    };
  }

  private RouterAnnotations withTls(boolean on) {
    return new RouterAnnotations(pathMatcher, entryPoints, middlewares, priority, on, ruleSyntax);
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
