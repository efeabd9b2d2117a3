package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.differential.EnvoyRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A match of an HTTPRoute as the match of an Envoy route. */
final class EnvoyMatch {
  private EnvoyMatch() {}

  static Map<String, Object> of(Match match) {
    Map<String, Object> all = new LinkedHashMap<>();
    switch (match.type()) {
      case EXACT -> all.put("path", match.path());
      case PREFIX ->
          all.put(match.text().equals("/") ? "prefix" : "path_separated_prefix", match.text());
      case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
          all.put("safe_regex", EnvoyRoutes.regex(match.path()));
    }
    List<Object> headers = new ArrayList<>();
    match
        .method()
        .ifPresent(
            method ->
                headers.add(Map.of("name", ":method", "string_match", Map.of("exact", method))));
    match.headers().forEach(header -> headers.add(value(header)));
    all.put("headers", headers);
    all.put("query_parameters", match.queries().stream().map(EnvoyMatch::value).toList());
    return all;
  }

  private static Map<String, Object> value(Match.Value value) {
    Map<String, Object> test =
        value.expression()
            ? Map.of("safe_regex", EnvoyRoutes.regex(value.value()))
            : Map.of("exact", value.value());
    return Map.of("name", value.name(), "string_match", test);
  }
}
