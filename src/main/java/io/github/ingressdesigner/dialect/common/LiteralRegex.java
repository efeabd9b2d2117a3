package io.github.ingressdesigner.dialect.common;

import java.util.List;
import java.util.Optional;

/** An expression that is nothing but a literal, as most paths of a host in regex mode are. */
record LiteralRegex(String text, RegexHints hints) implements RouteRegex {
  @Override
  public boolean finds(String input) {
    return place(input, 0) >= 0;
  }

  @Override
  public boolean matches(String input) {
    return input.length() == literal().length() && isAt(input, 0);
  }

  @Override
  public Optional<Captures> find(String input, int from) {
    int start = place(input, from);
    int end = start + literal().length();
    return start < 0
        ? Optional.empty()
        : Optional.of(new Captures(start, end, List.of(Optional.of(input.substring(start, end)))));
  }

  private String literal() {
    return hints.starts().getFirst();
  }

  private boolean isAt(String input, int place) {
    return input.regionMatches(hints.ignoreCase(), place, literal(), 0, literal().length());
  }

  /** Where it stands first, or -1. */
  private int place(String input, int from) {
    if (hints.anchored()) {
      return from == 0 && isAt(input, 0) ? 0 : -1;
    }
    if (!hints.ignoreCase()) {
      return input.indexOf(literal(), from);
    }
    int place = from;
    while (place + literal().length() <= input.length()) {
      if (isAt(input, place)) {
        return place;
      }
      place++;
    }
    return -1;
  }
}
