package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.model.HttpPath;
import java.util.Locale;
import java.util.Optional;

/** How a map compares keys (readPathType of pkg/converters/ingress/ingress.go). */
enum MatchType {
  EXACT("exact", "map_str"),
  PREFIX("prefix", "map_dir"),
  BEGIN("begin", "map_beg"),
  REGEX("regex", "map_reg");

  private final String text;
  private final String converter;

  MatchType(String text, String converter) {
    this.text = text;
    this.converter = converter;
  }

  String text() {
    return text;
  }

  /** The map converter of HAProxy. */
  String converter() {
    return converter;
  }

  /**
   * @param annotation the value of {@code path-type}, which counts where the Ingress says
   *     ImplementationSpecific
   */
  static MatchType of(HttpPath path, Optional<String> annotation) {
    return switch (path.type()) {
      case EXACT -> EXACT;
      case PREFIX -> PREFIX;
      case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
          switch (annotation.orElse("begin").toLowerCase(Locale.ROOT)) {
            case "exact" -> EXACT;
            case "prefix" -> PREFIX;
            case "regex" -> REGEX;
            default -> BEGIN;
          };
    };
  }
}
