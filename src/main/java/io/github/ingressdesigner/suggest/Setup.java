package io.github.ingressdesigner.suggest;

import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request has beside scheme, host and path.
 *
 * @param query without the question mark; empty for none
 * @param words what it is, for people; empty for the usual
 */
record Setup(String method, Map<String, List<String>> headers, String query, String words) {
  /** A plain GET. */
  static final Setup PLAIN = new Setup("GET", Map.of(), "", "");

  private static final int MOST = 60;

  Setup {
    headers = Map.copyOf(headers);
  }

  /** The plain one, each condition that a table looks at alone, and then two at a time. */
  static List<Setup> of(Facets facets) {
    List<Setup> single = new ArrayList<>();
    facets.conditions().stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(condition -> single.addAll(of(condition)));
    List<Setup> all = new ArrayList<>();
    all.add(PLAIN);
    all.addAll(single);
    for (int i = 0; i < single.size() && all.size() < MOST; i++) {
      for (int j = i + 1; j < single.size() && all.size() < MOST; j++) {
        all.add(single.get(i).and(single.get(j)));
      }
    }
    return all.subList(0, Math.min(all.size(), MOST));
  }

  private static List<Setup> of(Condition condition) {
    List<Setup> setups = new ArrayList<>();
    switch (condition) {
      case Condition.Method(String method) ->
          setups.add(new Setup(method, Map.of(), "", "the method " + method));
      case Condition.Header header ->
          header.values().stream()
              .sorted()
              .limit(3)
              .forEach(
                  value ->
                      setups.add(
                          new Setup(
                              "GET",
                              Map.of(header.name(), List.of(value)),
                              "",
                              "the header " + header.name())));
      case Condition.Cookie cookie ->
          cookie.values().stream()
              .sorted()
              .limit(3)
              .forEach(
                  value ->
                      setups.add(
                          new Setup(
                              "GET",
                              Map.of("Cookie", List.of(cookie.name() + "=" + value)),
                              "",
                              "the cookie " + cookie.name())));
      case Condition.Query query ->
          query.values().stream()
              .sorted()
              .limit(3)
              .forEach(
                  value ->
                      setups.add(
                          new Setup(
                              "GET",
                              Map.of(),
                              query.name() + "=" + value,
                              "the parameter " + query.name())));
    }
    return setups;
  }

  private Setup and(Setup other) {
    Map<String, List<String>> both = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    both.putAll(headers);
    both.putAll(other.headers);
    String parameters =
        query.isEmpty() || other.query.isEmpty() ? query + other.query : query + "&" + other.query;
    return new Setup(
        method.equals("GET") ? other.method : method,
        both,
        parameters,
        words + " and " + other.words);
  }
}
