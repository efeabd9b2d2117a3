package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The annotations of one Ingress that belong to the controller. */
record Annotations(ObjectMeta meta, ResourceId id, String prefix) {
  /** All of risk Critical (internal/ingress/annotations/snippet and others). */
  static final Set<String> SNIPPETS =
      Set.of(
          "configuration-snippet",
          "server-snippet",
          "stream-snippet",
          "auth-snippet",
          "modsecurity-snippet");

  private static final Set<String> HIGH =
      Set.of("auth-url", "auth-signin", "server-alias", "mirror-target", "mirror-host");

  private static final Set<String> MEDIUM =
      Set.of(
          "rewrite-target",
          "app-root",
          "permanent-redirect",
          "temporal-redirect",
          "whitelist-source-range",
          "allowlist-source-range",
          "denylist-source-range",
          "canary-by-header-value",
          "canary-by-header-pattern",
          "canary-by-cookie",
          "cors-allow-origin",
          "auth-secret",
          "auth-tls-secret",
          "x-forwarded-prefix",
          "custom-headers");

  /** What changes answers and is not modelled. */
  static final List<String> UNKNOWN =
      List.of(
          "auth-url",
          "auth-type",
          "auth-tls-secret",
          "allowlist-source-range",
          "whitelist-source-range",
          "denylist-source-range",
          "limit-rps",
          "limit-rpm",
          "limit-connections",
          "enable-modsecurity",
          "custom-http-errors",
          "ssl-passthrough",
          "configuration-snippet",
          "server-snippet",
          "auth-snippet");

  private static final Pattern URL = Pattern.compile("[-._~A-Za-z0-9/:,?&=]*");
  private static final Pattern SERVER_NAME =
      Pattern.compile("[-A-Za-z0-9._~/^$\\[\\](){}*+|?\\\\<>]+");

  Optional<String> find(String key) {
    return Optional.ofNullable(meta.annotations().get(prefix + key));
  }

  String get(String key, String otherwise) {
    return find(key).orElse(otherwise);
  }

  boolean isOn(String key, boolean otherwise) {
    return find(key).flatMap(GoBool::parse).orElse(otherwise);
  }

  int number(String key, int otherwise) {
    return find(key)
        .filter(v -> v.matches("[-+]?[0-9]{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  /** Where it is written. */
  Location at(String key) {
    return new Location(id, FieldPath.of("metadata", "annotations", prefix + key));
  }

  boolean hasSnippet() {
    return SNIPPETS.stream().anyMatch(key -> find(key).isPresent());
  }

  /** Why the values of these annotations keep the whole Ingress from being loaded. */
  Optional<String> refusal(String level, List<String> blockedWords) {
    for (Map.Entry<String, String> entry : meta.annotations().entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        continue;
      }
      String key = entry.getKey().substring(prefix.length());
      for (String word : blockedWords) {
        if (entry.getValue().contains(word)) {
          return Optional.of(
              "The annotation %s holds the blocked word %s, so the Ingress is not loaded."
                  .formatted(key, word));
        }
      }
      if (risk(key) > risk(level, 3)) {
        return Optional.of(
            ("The risk of the annotation %s is above annotations-risk-level %s, so the Ingress is"
                    + " not loaded.")
                .formatted(key, level));
      }
    }
    return invalid();
  }

  private static int risk(String key) {
    return SNIPPETS.contains(key) ? 4 : HIGH.contains(key) ? 3 : MEDIUM.contains(key) ? 2 : 1;
  }

  private static int risk(String level, int otherwise) {
    return switch (level) {
      case "Critical" -> 4;
      case "High" -> 3;
      case "Medium" -> 2;
      case "Low" -> 1;
      default -> otherwise;
    };
  }

  /** Parsers whose errors are not swallowed (annotations.go, Extract). */
  private Optional<String> invalid() {
    List<String> bad = new ArrayList<>();
    for (String key : List.of("permanent-redirect", "temporal-redirect")) {
      find(key).filter(v -> !URL.matcher(v).matches()).ifPresent(v -> bad.add(key));
    }
    for (String key : List.of("permanent-redirect-code", "temporal-redirect-code")) {
      find(key).filter(v -> !v.matches("[-+]?[0-9]{1,9}")).ifPresent(v -> bad.add(key));
    }
    for (String key : List.of("from-to-www-redirect", "relative-redirects")) {
      find(key).filter(v -> GoBool.parse(v).isEmpty()).ifPresent(v -> bad.add(key));
    }
    find("server-alias")
        .filter(v -> aliases().stream().anyMatch(a -> !SERVER_NAME.matcher(a).matches()))
        .ifPresent(v -> bad.add("server-alias"));
    find("default-backend")
        .filter(v -> !v.matches("[-a-z0-9.]+"))
        .ifPresent(v -> bad.add("default-backend"));
    return bad.stream()
        .findFirst()
        .map(key -> "The value of " + key + " is not valid, so the Ingress is not loaded.");
  }

  List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    for (String alias : get("server-alias", "").split(",")) {
      if (!alias.isBlank() && !aliases.contains(alias.strip())) {
        aliases.add(alias.strip());
      }
    }
    return aliases;
  }
}
