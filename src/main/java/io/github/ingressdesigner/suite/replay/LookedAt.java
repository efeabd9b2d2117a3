package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tables look at in a request beside host and path. Values that no rule names are secrets
 * and are hidden; headers that no rule looks at are left out.
 */
final class LookedAt {
  static final String HIDDEN = "***";

  private static final String COOKIE = "cookie";

  private final Map<String, Set<String>> headers = new HashMap<>();
  private final Map<String, Set<String>> cookies = new HashMap<>();
  private final Map<String, Set<String>> queries = new HashMap<>();
  private boolean methods;

  LookedAt(List<RouteTable> tables) {
    for (RouteTable table : tables) {
      Facets facets = table.facets();
      facets.conditions().forEach(this::add);
    }
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.Method _ -> methods = true;
      case Condition.Header(String name, Set<String> values) ->
          add(headers, name.toLowerCase(Locale.ROOT), values);
      case Condition.Cookie(String name, Set<String> values) -> add(cookies, name, values);
      case Condition.Query(String name, Set<String> values) -> add(queries, name, values);
    }
  }

  private static void add(Map<String, Set<String>> to, String name, Set<String> values) {
    to.computeIfAbsent(name, n -> new HashSet<>()).addAll(values);
  }

  boolean methods() {
    return methods;
  }

  /** The request without secrets. */
  Request shown(Request request) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.equals(COOKIE) && !cookies.isEmpty()) {
                List<String> pairs = values.stream().flatMap(v -> cookies(v).stream()).toList();
                if (!pairs.isEmpty()) {
                  kept.put(name, List.of(String.join("; ", pairs)));
                }
              } else if (headers.containsKey(lower)) {
                kept.put(name, values.stream().map(v -> value(headers, lower, v)).toList());
              }
            });
    return new Request(
        request.method(),
        request.scheme(),
        request.host(),
        request.serverName(),
        request.port(),
        request.path(),
        request.query().map(this::query),
        kept);
  }

  private List<String> cookies(String header) {
    List<String> pairs = new ArrayList<>();
    for (String pair : header.split(";")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (cookies.containsKey(name)) {
        pairs.add(name + "=" + value(cookies, name, pair.substring(equals + 1).strip()));
      }
    }
    return pairs;
  }

  private String query(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        pairs.add(queries.containsKey(pair) ? pair : HIDDEN);
      } else {
        String name = pair.substring(0, equals);
        pairs.add(name + "=" + value(queries, name, pair.substring(equals + 1)));
      }
    }
    return String.join("&", pairs);
  }

  private static String value(Map<String, Set<String>> known, String name, String value) {
    boolean named = known.getOrDefault(name, Set.of()).contains(value);
    return named || value.isEmpty() ? value : HIDDEN;
  }

  /** Headers of a shown request in one line. */
  static Optional<String> condition(Request shown) {
    return shown.headers().isEmpty()
        ? Optional.empty()
        : Optional.of(
            shown.headers().entrySet().stream()
                .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; ")));
  }
}
