package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything beside host and path that the tables look at, and its possible values. */
final class Conditions {
  static final String OTHER = "zq-other";

  /** Beyond it conditions are varied one at a time. */
  private static final int MOST_COMBINATIONS = 96;

  /**
   * One choice for each condition.
   *
   * @param headers one value each; cookies are a header here
   */
  record Choice(
      String scheme,
      String method,
      Map<String, List<String>> headers,
      Map<String, String> cookies,
      Map<String, String> queries) {
    Sent sent() {
      Map<String, List<String>> all = new LinkedHashMap<>(headers);
      if (!cookies.isEmpty()) {
        List<String> pairs = new ArrayList<>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        all.put("Cookie", List.of(String.join("; ", pairs)));
      }
      List<String> parameters = new ArrayList<>();
      queries.forEach((name, value) -> parameters.add(name + "=" + value));
      String query = String.join("&", parameters);
      return new Sent(this, query.isEmpty() ? Optional.empty() : Optional.of(query), all);
    }

    Request request(String host, String path) {
      return sent().request(host, path);
    }
  }

  /** A choice as it is sent with every host and path. */
  record Sent(Choice choice, Optional<String> query, Map<String, List<String>> headers) {
    Request request(String host, String path) {
      boolean tls = choice.scheme.equals("https");
      return new Request(
          choice.method,
          choice.scheme,
          host,
          tls ? Optional.of(host) : Optional.empty(),
          tls ? 443 : 80,
          path,
          query,
          headers);
    }
  }

  private final Map<String, Set<String>> headers = new LinkedHashMap<>();
  private final Map<String, Set<String>> cookies = new LinkedHashMap<>();
  private final Map<String, Set<String>> queries = new LinkedHashMap<>();
  private final Set<String> methods = new LinkedHashSet<>(List.of("GET"));
  private boolean complete = true;

  Conditions(Facets... tables) {
    for (Facets facets : tables) {
      facets.conditions().forEach(this::add);
    }
    if (methods.size() > 1) {
      methods.add("PURGE");
    }
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.Method(String method) -> methods.add(method);
      case Condition.Header(String name, Set<String> values) ->
          headers
              .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new LinkedHashSet<>())
              .addAll(values);
      case Condition.Cookie(String name, Set<String> values) ->
          cookies.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(values);
      case Condition.Query(String name, Set<String> values) ->
          queries.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(values);
    }
  }

  /** All choices, or one condition at a time where they are too many. */
  List<Choice> choices() {
    List<Choice> all = new ArrayList<>();
    for (String scheme : List.of("http", "https")) {
      all.add(new Choice(scheme, "GET", Map.of(), Map.of(), Map.of()));
    }
    long combinations = 2L * methods.size();
    for (Map<String, Set<String>> named : List.of(headers, cookies, queries)) {
      for (Set<String> values : named.values()) {
        combinations = Math.min(1_000_000, combinations * (values.size() + 2));
      }
    }
    complete = combinations <= MOST_COMBINATIONS;
    List<Choice> base = List.copyOf(all);
    all =
        vary(
            all, base, methods, (c, m) -> new Choice(c.scheme, m, c.headers, c.cookies, c.queries));
    for (Map.Entry<String, Set<String>> header : headers.entrySet()) {
      all =
          vary(
              all,
              base,
              values(header.getValue()),
              (c, v) ->
                  new Choice(
                      c.scheme,
                      c.method,
                      with(c.headers, header.getKey(), List.of(v)),
                      c.cookies,
                      c.queries));
    }
    for (Map.Entry<String, Set<String>> cookie : cookies.entrySet()) {
      all =
          vary(
              all,
              base,
              values(cookie.getValue()),
              (c, v) ->
                  new Choice(
                      c.scheme,
                      c.method,
                      c.headers,
                      with(c.cookies, cookie.getKey(), v),
                      c.queries));
    }
    for (Map.Entry<String, Set<String>> query : queries.entrySet()) {
      all =
          vary(
              all,
              base,
              values(query.getValue()),
              (c, v) ->
                  new Choice(
                      c.scheme,
                      c.method,
                      c.headers,
                      c.cookies,
                      with(c.queries, query.getKey(), v)));
    }
    return all;
  }

  private interface Setter {
    Choice set(Choice choice, String value);
  }

  private List<Choice> vary(
      List<Choice> all, List<Choice> base, Set<String> values, Setter setter) {
    Set<Choice> varied = new LinkedHashSet<>(all);
    for (Choice choice : complete ? all : base) {
      values.forEach(value -> varied.add(setter.set(choice, value)));
    }
    return new ArrayList<>(varied);
  }

  private static Set<String> values(Set<String> known) {
    Set<String> all = new LinkedHashSet<>(known);
    all.add(OTHER);
    return all;
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  /** The choice that a request makes, with what is not looked at left out. */
  Choice choiceOf(Request request) {
    String method =
        methods.contains(request.method())
            ? request.method()
            : methods.size() > 1 ? "PURGE" : "GET";
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            Optional.ofNullable(request.headers().get(name))
                .ifPresent(
                    sent ->
                        chosen.put(
                            name,
                            sent.size() == 1 && !values.contains(sent.getFirst())
                                ? List.of(OTHER)
                                : sent)));
    Map<String, String> sentCookies =
        request.headers().getOrDefault("Cookie", List.of()).stream()
            .collect(LinkedHashMap::new, (m, line) -> m.putAll(pairs(line, ";")), Map::putAll);
    Map<String, String> sentQueries = pairs(request.query().orElse(""), "&");
    return new Choice(
        request.scheme(), method, chosen, known(cookies, sentCookies), known(queries, sentQueries));
  }

  /** Whether each header that is looked at is sent once at most. */
  boolean isTold(Request request) {
    return headers.keySet().stream()
        .allMatch(name -> request.headers().getOrDefault(name, List.of()).size() <= 1);
  }

  private static Map<String, String> known(
      Map<String, Set<String>> looked, Map<String, String> sent) {
    Map<String, String> known = new LinkedHashMap<>();
    looked.forEach(
        (name, values) -> {
          if (sent.containsKey(name)) {
            known.put(name, values.contains(sent.get(name)) ? sent.get(name) : OTHER);
          }
        });
    return known;
  }

  private static Map<String, String> pairs(String text, String separator) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(separator)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  /** Whether {@link #choices} held every combination. */
  boolean isComplete() {
    return complete;
  }

  boolean isEmpty() {
    return methods.size() == 1 && headers.isEmpty() && cookies.isEmpty() && queries.isEmpty();
  }
}
