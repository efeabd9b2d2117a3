package io.github.ingressdesigner.dialect.common;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression of a linear engine, run by re2j. The bytes of the input are read as UTF-8, as Go
 * and Rust do.
 */
record LinearRegex(String text, Pattern pattern, RegexHints hints) implements RouteRegex {
  @Override
  public boolean finds(String input) {
    return hints.mayMatch(input, false) && matcher(input).find();
  }

  @Override
  public boolean matches(String input) {
    return hints.mayMatch(input, true) && matcher(input).matches();
  }

  @Override
  public Optional<Captures> find(String input, int from) {
    Utf8 utf8 = Utf8.of(input);
    Matcher matcher = pattern.matcher(utf8.text());
    if (!matcher.find(utf8.placeInText(from))) {
      return Optional.empty();
    }
    List<Optional<String>> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      int start = matcher.start(i);
      groups.add(
          start < 0
              ? Optional.empty()
              : Optional.of(
                  input.substring(utf8.placeInBytes(start), utf8.placeInBytes(matcher.end(i)))));
    }
    return Optional.of(
        new Captures(
            utf8.placeInBytes(matcher.start()),
            utf8.placeInBytes(matcher.end()),
            List.copyOf(groups)));
  }

  private Matcher matcher(String input) {
    return pattern.matcher(Utf8.of(input).text());
  }
}
