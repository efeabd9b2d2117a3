package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of {@code route-acl}, as far as it is one of the usual ones: a header, a cookie,
 * the method, the path, or chance (HAProxy configuration manual, chapter 7).
 *
 * @param share of the requests that fulfil it where it is chance, 0 to 1
 */
record Acl(String text, Optional<Test> test, Optional<Double> share) {
  interface Test {
    boolean holds(Request request);
  }

  private static final Pattern FETCH =
      Pattern.compile("(?:req\\.)?([a-z_.]+)(?:\\(([^)]*)\\))?((?:\\s+.*)?)");

  static Acl of(String text) {
    Matcher matcher = FETCH.matcher(text.strip());
    if (!matcher.matches()) {
      return new Acl(text, Optional.empty(), Optional.empty());
    }
    String fetch = matcher.group(1);
    String argument = matcher.group(2) == null ? "" : matcher.group(2).split(",")[0].strip();
    List<String> words = new ArrayList<>(List.of(matcher.group(3).strip().split("\\s+")));
    words.remove("");
    if (fetch.equals("rand")) {
      return chance(text, argument, words);
    }
    Optional<Test> test =
        switch (fetch) {
          case "hdr", "fhdr" -> compare(words, "str").map(m -> on(m, r -> header(r, argument)));
          case "hdr_beg" -> compare(words, "beg").map(m -> on(m, r -> header(r, argument)));
          case "hdr_sub" -> compare(words, "sub").map(m -> on(m, r -> header(r, argument)));
          case "hdr_reg" -> compare(words, "reg").map(m -> on(m, r -> header(r, argument)));
          case "cook", "cookie" -> compare(words, "str").map(m -> on(m, r -> cookie(r, argument)));
          case "method" -> compare(words, "str").map(m -> on(m, r -> List.of(r.method())));
          case "path" -> compare(words, "str").map(m -> on(m, r -> List.of(r.path())));
          case "path_beg" -> compare(words, "beg").map(m -> on(m, r -> List.of(r.path())));
          case "path_end" -> compare(words, "end").map(m -> on(m, r -> List.of(r.path())));
          case "path_reg" -> compare(words, "reg").map(m -> on(m, r -> List.of(r.path())));
          default -> Optional.empty();
        };
    return new Acl(text, test, Optional.empty());
  }

  private static Acl chance(String text, String most, List<String> words) {
    boolean known =
        words.size() == 2
            && words.getFirst().equals("lt")
            && most.matches("[0-9]{1,6}")
            && words.get(1).matches("[0-9]{1,6}");
    return known
        ? new Acl(
            text,
            Optional.empty(),
            Optional.of(Math.min(1, Double.parseDouble(words.get(1)) / Integer.parseInt(most))))
        : new Acl(text, Optional.empty(), Optional.empty());
  }

  private interface Fetch {
    List<String> of(Request request);
  }

  private interface Match {
    boolean accepts(List<String> values);
  }

  private static Test on(Match match, Fetch fetch) {
    return request -> match.accepts(fetch.of(request));
  }

  private static Optional<Match> compare(List<String> words, String usual) {
    String method = usual;
    boolean ignoreCase = false;
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      switch (words.get(at)) {
        case "-i" -> ignoreCase = true;
        case "-m" -> {
          at++;
          method = at < words.size() ? words.get(at) : "";
        }
        case "--" -> {}
        default -> {
          return Optional.empty();
        }
      }
      at++;
    }
    List<String> wanted = words.subList(Math.min(at, words.size()), words.size());
    return match(method, wanted, ignoreCase);
  }

  private static Optional<Match> match(String method, List<String> wanted, boolean ignoreCase) {
    return switch (method) {
      case "found" -> Optional.of(values -> !values.isEmpty());
      case "str" -> Optional.of(any(wanted, ignoreCase, String::equals));
      case "beg" -> Optional.of(any(wanted, ignoreCase, String::startsWith));
      case "end" -> Optional.of(any(wanted, ignoreCase, String::endsWith));
      case "sub" -> Optional.of(any(wanted, ignoreCase, String::contains));
      case "reg" -> regex(wanted, ignoreCase);
      default -> Optional.empty();
    };
  }

  private interface Comparison {
    boolean holds(String value, String wanted);
  }

  private static Match any(List<String> wanted, boolean ignoreCase, Comparison comparison) {
    return values ->
        values.stream()
            .anyMatch(
                v ->
                    wanted.stream()
                        .anyMatch(w -> comparison.holds(fold(v, ignoreCase), fold(w, ignoreCase))));
  }

  private static String fold(String text, boolean ignoreCase) {
    return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static Optional<Match> regex(List<String> wanted, boolean ignoreCase) {
    List<RouteRegex> all = new ArrayList<>();
    for (String one : wanted) {
      if (RegexFlavor.PCRE.compile(one, ignoreCase)
          instanceof RegexFlavor.Result.Compiled(RouteRegex regex)) {
        all.add(regex);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(
        values -> values.stream().anyMatch(v -> all.stream().anyMatch(r -> r.finds(v))));
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
}
