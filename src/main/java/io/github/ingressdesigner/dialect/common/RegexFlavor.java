package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The kinds of regular expressions that proxies use. */
public enum RegexFlavor {
  /** Backtracking, with look-around and back-references: NGINX, HAProxy, Kong's traditional. */
  PCRE,
  /** Linear, without look-around: Go programs and Envoy. */
  RE2,
  /** Linear, without look-around: the regex crate of Kong's expressions router. */
  RUST;

  /** A compiled expression, or why the proxy refuses it. */
  public sealed interface Result {
    record Compiled(RouteRegex regex) implements Result {}

    /**
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Result {}
  }

  public Result compile(String text, boolean ignoreCase) {
    try {
      if (this != PCRE) {
        // re2j decides what a linear engine knows; matching may use the faster one
        com.google.re2j.Pattern.compile(text);
      }
      int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
      return new Result.Compiled(new Backtracking(text, Pattern.compile(text, flags)));
    } catch (PatternSyntaxException | com.google.re2j.PatternSyntaxException e) {
      return new Result.Refused(
          "The expression %s cannot be read: %s".formatted(text, e.getMessage()));
    }
  }

  private record Backtracking(String text, Pattern pattern) implements RouteRegex {
    @Override
    public boolean finds(String input) {
      return pattern.matcher(input).find();
    }

    @Override
    public boolean matches(String input) {
      return pattern.matcher(input).matches();
    }

    @Override
    public Optional<Captures> find(String input, int from) {
      Matcher matcher = pattern.matcher(input);
      if (!matcher.find(from)) {
        return Optional.empty();
      }
      List<Optional<String>> groups = new ArrayList<>();
      for (int i = 0; i <= matcher.groupCount(); i++) {
        groups.add(Optional.ofNullable(matcher.group(i)));
      }
      return Optional.of(new Captures(matcher.start(), matcher.end(), List.copyOf(groups)));
    }
  }
}
