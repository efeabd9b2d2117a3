package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.route.Facets.Condition;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of {@code route-acl}, as far as it is one of the usual ones: a header, a cookie, a
 * query parameter, the method, the path, or chance (HAProxy configuration manual, chapter 7).
 *
 * @param test empty where it is not known
 * @param share of the requests that fulfil it where it is chance, 0 to 1
 * @param condition what of a request it looks at besides host and path
 */
record Acl(
    String text, Optional<Test> test, Optional<Double> share, Optional<Condition> condition) {
  interface Test {
    boolean holds(Request request);
  }

  private static final Pattern FETCH =
      Pattern.compile("(?:req\\.)?([a-z]+(?:_[a-z]+)*)(?:\\(([^()]*)\\))?((?:\\s+.*)?)");

  private static final Pattern CHANCE =
      Pattern.compile("rand\\(([0-9]{1,6})\\)\\s+(?:-m int\\s+)?(lt|le|gt|ge|eq) ([0-9]{1,6})");

  /** Parts of the language that are not read here: quotes, escapes, several conditions. */
  private static final Pattern OTHER = Pattern.compile("[\"'\\\\{}#]|\\|\\|");

  boolean isKnown() {
    return test.isPresent() || share.isPresent();
  }

  static Acl of(String text) {
    Matcher chance = CHANCE.matcher(text.strip());
    if (chance.matches()) {
      return chance(text, chance);
    }
    Matcher fetch = FETCH.matcher(text.strip());
    if (OTHER.matcher(text).find() || !fetch.matches()) {
      return new Acl(text, Optional.empty(), Optional.empty(), Optional.empty());
    }
    String name = fetch.group(1);
    List<String> words = new ArrayList<>(Arrays.asList(fetch.group(3).strip().split("\\s+")));
    words.remove("");
    boolean parameter = name.startsWith("url_param");
    int line = name.indexOf('_', parameter ? "url_param".length() : 0);
    String base = line < 0 ? name : name.substring(0, line);
    String method = line < 0 ? "str" : name.substring(line + 1);
    String[] arguments = fetch.group(2) == null ? new String[0] : fetch.group(2).split(",", -1);
    Optional<AclMatch> match = AclMatch.of(words, method);
    Optional<Function<Request, List<String>>> values = values(base, arguments);
    if (match.isEmpty() || values.isEmpty()) {
      return new Acl(text, Optional.empty(), Optional.empty(), Optional.empty());
    }
    return new Acl(
        text,
        Optional.of(request -> match.get().accepts(values.get().apply(request))),
        Optional.empty(),
        condition(base, arguments, match.get().wanted()));
  }

  private static Optional<Function<Request, List<String>>> values(String base, String[] arguments) {
    String name = arguments.length == 0 ? "" : arguments[0].strip();
    boolean named = arguments.length == 1 && !name.isEmpty();
    return switch (base) {
      case "hdr" -> header(name, arguments);
      case "fhdr" ->
          named
              ? Optional.of(r -> r.headers().getOrDefault(name, List.of()))
              : Optional.<Function<Request, List<String>>>empty();
      case "cook", "cookie" -> named ? Optional.of(r -> cookie(r, name)) : Optional.empty();
      case "urlp", "url_param" -> named ? Optional.of(r -> parameter(r, name)) : Optional.empty();
      case "method" -> Optional.of(r -> List.of(r.method()));
      case "path" -> Optional.of(r -> List.of(r.path()));
      case "pathq", "url" -> Optional.of(r -> List.of(r.target()));
      case "query" -> Optional.of(r -> List.of(r.query().orElse("")));
      default -> Optional.empty();
    };
  }

  /** Each of the comma-separated values, or one of them by its place, also from the end. */
  private static Optional<Function<Request, List<String>>> header(String name, String[] arguments) {
    if (name.isEmpty() || arguments.length > 2) {
      return Optional.empty();
    }
    if (arguments.length == 1) {
      return Optional.of(r -> header(r, name));
    }
    if (!arguments[1].strip().matches("-?[0-9]{1,3}")) {
      return Optional.empty();
    }
    int place = Integer.parseInt(arguments[1].strip());
    return Optional.of(
        r -> {
          List<String> all = header(r, name);
          int at = place < 0 ? all.size() + place : place - 1;
          return at >= 0 && at < all.size() ? List.of(all.get(at)) : List.of();
        });
  }

  private static Optional<Condition> condition(String base, String[] arguments, Set<String> like) {
    String name = arguments.length == 0 ? "" : arguments[0].strip();
    return switch (base) {
      case "hdr", "fhdr" -> Optional.of(new Condition.Header(name, like));
      case "cook", "cookie" -> Optional.of(new Condition.Cookie(name, like));
      case "urlp", "url_param" -> Optional.of(new Condition.Query(name, like));
      case "method" -> like.stream().findFirst().map(Condition.Method::new);
      default -> Optional.empty();
    };
  }

  private static Acl chance(String text, Matcher matcher) {
    double range = Math.max(1, Integer.parseInt(matcher.group(1)));
    int bound = Integer.parseInt(matcher.group(3));
    double below = Math.min(bound, range);
    double upTo = Math.min(bound + 1.0, range);
    double share =
        switch (matcher.group(2)) {
          case "lt" -> below;
          case "le" -> upTo;
          case "gt" -> range - upTo;
          case "ge" -> range - below;
          default -> upTo - below;
        };
    return new Acl(text, Optional.empty(), Optional.of(share / range), Optional.empty());
  }

  private static List<String> header(Request request, String name) {
    List<String> values = new ArrayList<>();
    for (String line : request.headers().getOrDefault(name, List.of())) {
      for (String value : line.split(",", -1)) {
        values.add(value.strip());
      }
    }
    return values;
  }

  private static List<String> cookie(Request request, String name) {
    List<String> values = new ArrayList<>();
    for (String line : request.headers().getOrDefault("Cookie", List.of())) {
      for (String pair : line.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          values.add(pair.substring(equals + 1).strip());
        }
      }
    }
    return values;
  }

  private static List<String> parameter(Request request, String name) {
    List<String> values = new ArrayList<>();
    for (String pair : request.query().orElse("").split("&")) {
      if (pair.startsWith(name + "=")) {
        values.add(pair.substring(name.length() + 1));
      }
    }
    return values;
  }
}
