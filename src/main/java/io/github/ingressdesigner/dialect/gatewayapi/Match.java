package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One match of a rule: path AND method AND all headers AND all query parameters (HTTPRouteMatch of
 * httproute_types.go).
 *
 * @param path as written
 * @param text what is compared, as bytes: a prefix without its last slash
 */
record Match(
    PathType type,
    String path,
    String text,
    Optional<String> method,
    List<Value> headers,
    List<Value> queries,
    Location at) {
  /**
   * A named value that must be equal, or must match.
   *
   * @param expression whether it is one
   * @param regex empty where the expression cannot be read: nothing matches it
   */
  record Value(String name, String value, boolean expression, Optional<RouteRegex> regex) {
    boolean accepts(String sent) {
      return expression ? regex.isPresent() && regex.get().matches(sent) : sent.equals(value);
    }

    @Override
    public String toString() {
      return name + (expression ? " matches " : " = ") + value;
    }
  }

  Match {
    headers = List.copyOf(headers);
    queries = List.copyOf(queries);
  }

  static Match every(Location at) {
    return new Match(PathType.PREFIX, "/", "/", Optional.empty(), List.of(), List.of(), at);
  }

  static Match of(FieldValue match, Location at) {
    FieldValue path = match.get("path");
    PathType type =
        switch (path.get("type").text().orElse("PathPrefix")) {
          case "Exact" -> PathType.EXACT;
          case "RegularExpression" -> PathType.IMPLEMENTATION_SPECIFIC;
          default -> PathType.PREFIX;
        };
    String value = path.get("value").text().orElse("");
    String written = value.isEmpty() ? "/" : value;
    String bytes = UriText.bytes(written);
    boolean cut = type == PathType.PREFIX && bytes.length() > 1 && bytes.endsWith("/");
    return new Match(
        type,
        written,
        cut ? bytes.substring(0, bytes.length() - 1) : bytes,
        match.get("method").text(),
        values(match.get("headers").items(), true),
        values(match.get("queryParams").items(), false),
        at);
  }

  /** Of one name given twice the first counts. */
  private static List<Value> values(List<FieldValue> items, boolean ignoreCase) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (FieldValue item : items) {
      String name = item.get("name").text().orElse("");
      String key = ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
      if (!names.add(key)) {
        continue;
      }
      String value = item.get("value").text().orElse("");
      boolean expression = item.get("type").text().filter("RegularExpression"::equals).isPresent();
      Optional<RouteRegex> regex =
          expression
                  && RegexFlavor.RE2.compile(value, false)
                      instanceof RegexFlavor.Result.Compiled(RouteRegex compiled)
              ? Optional.of(compiled)
              : Optional.empty();
      values.add(new Value(name, value, expression, regex));
    }
    return values;
  }

  /** Empty where the expression cannot be read. */
  Optional<PathTest> test() {
    return switch (type) {
      case EXACT -> Optional.of(new PathTest.Whole(text));
      case PREFIX -> Optional.of(new PathTest.Elements(text));
      case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT ->
          RegexFlavor.RE2.compile(path, false)
                  instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
              ? Optional.of(new PathTest.Expression(regex, true))
              : Optional.empty();
    };
  }

  boolean isPlain() {
    return method.isEmpty() && headers.isEmpty() && queries.isEmpty();
  }

  /** Everything but the path. */
  boolean accepts(Request request) {
    return isPlain() || refusal(request).isEmpty();
  }

  /** What of the conditions does not hold; empty where all do. */
  Optional<String> refusal(Request request) {
    if (method.filter(m -> !m.equals(request.method())).isPresent()) {
      return Optional.of("the method must be " + method.get());
    }
    for (Value header : headers) {
      List<String> sent = request.headers().get(header.name());
      if (sent == null || !acceptsOne(header, sent)) {
        return Optional.of("the header must be " + header);
      }
    }
    for (Value query : queries) {
      Optional<String> sent = query(request, query.name());
      if (sent.filter(query::accepts).isEmpty()) {
        return Optional.of("the query parameter must be " + query);
      }
    }
    return Optional.empty();
  }

  /**
   * Of a header sent several times one value is enough. The API leaves it open; Envoy does so from
   * 1.39, and before joined them by commas.
   */
  private static boolean acceptsOne(Value header, List<String> sent) {
    for (String value : sent) {
      if (header.accepts(value)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> query(Request request, String name) {
    for (String pair : request.query().orElse("").split("&")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (key.equals(name)) {
        return Optional.of(equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  /** All but the path, in words. */
  List<String> conditions() {
    List<String> parts = new ArrayList<>();
    method.ifPresent(m -> parts.add("method " + m));
    headers.forEach(h -> parts.add("header " + h));
    queries.forEach(q -> parts.add("query " + q));
    return parts;
  }

  /** As a route of the implementation says it. */
  String generated() {
    String kind =
        switch (type) {
          case EXACT -> "Exact ";
          case PREFIX -> "PathPrefix ";
          case IMPLEMENTATION_SPECIFIC, UNKNOWN, ABSENT -> "RegularExpression ";
        };
    List<String> parts = conditions();
    parts.addFirst(kind + path);
    return String.join(" and ", parts);
  }
}
