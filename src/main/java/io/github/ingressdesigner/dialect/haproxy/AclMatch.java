package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an ACL compares values: one of them has to match one of the patterns (configuration manual,
 * chapter 7.1).
 *
 * @param wanted texts of which a value may be one; empty where it only has to be there
 */
record AclMatch(Set<String> wanted, Predicate<List<String>> test) {
  private interface Comparison {
    boolean holds(String value, String wanted);
  }

  boolean accepts(List<String> values) {
    return test.test(values);
  }

  /**
   * @param words flags and patterns
   * @param usual the method where no flag says another one
   * @return empty for what is not known
   */
  static Optional<AclMatch> of(List<String> words, String usual) {
    String method = usual;
    boolean ignoreCase = false;
    int at = 0;
    boolean flags = true;
    while (flags && at < words.size() && words.get(at).startsWith("-")) {
      switch (words.get(at)) {
        case "-i" -> ignoreCase = true;
        case "-m" -> {
          at++;
          method = at < words.size() ? words.get(at) : "";
        }
        case "--" -> flags = false;
        default -> {
          return Optional.empty();
        }
      }
      at++;
    }
    return of(method, words.subList(Math.min(at, words.size()), words.size()), ignoreCase);
  }

  private static Optional<AclMatch> of(String method, List<String> wanted, boolean ignoreCase) {
    if (method.equals("found")) {
      return Optional.of(new AclMatch(Set.of(), values -> !values.isEmpty()));
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return switch (method) {
      case "str" -> any(wanted, ignoreCase, String::equals);
      case "beg" -> any(wanted, ignoreCase, String::startsWith);
      case "end" -> any(wanted, ignoreCase, String::endsWith);
      case "sub" -> any(wanted, ignoreCase, String::contains);
      case "dir" -> any(wanted, ignoreCase, (value, want) -> isWord(value, want, "/?"));
      case "dom" -> any(wanted, ignoreCase, (value, want) -> isWord(value, want, "/?.:"));
      case "reg" -> regex(wanted, ignoreCase);
      default -> Optional.empty();
    };
  }

  private static Optional<AclMatch> any(
      List<String> wanted, boolean ignoreCase, Comparison comparison) {
    return Optional.of(
        new AclMatch(
            new LinkedHashSet<>(wanted),
            values ->
                values.stream()
                    .anyMatch(
                        v ->
                            wanted.stream()
                                .anyMatch(
                                    w ->
                                        comparison.holds(
                                            fold(v, ignoreCase), fold(w, ignoreCase))))));
  }

  /** Between delimiters, or at an end (match_word of src/pattern.c). */
  private static boolean isWord(String value, String pattern, String delimiters) {
    int from = 0;
    int to = pattern.length();
    while (from < to && delimiters.indexOf(pattern.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && delimiters.indexOf(pattern.charAt(to - 1)) >= 0) {
      to--;
    }
    String word = pattern.substring(from, to);
    for (int at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || delimiters.indexOf(value.charAt(at - 1)) >= 0)
          && (end == value.length() || delimiters.indexOf(value.charAt(end)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static String fold(String text, boolean ignoreCase) {
    return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static Optional<AclMatch> regex(List<String> wanted, boolean ignoreCase) {
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
        new AclMatch(
            Set.of(),
            values -> values.stream().anyMatch(v -> all.stream().anyMatch(r -> r.finds(v)))));
  }
}
