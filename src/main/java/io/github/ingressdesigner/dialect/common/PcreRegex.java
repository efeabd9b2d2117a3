package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression for PCRE, run by {@code java.util.regex} on bytes.
 *
 * @param syntax the expression in Java's spelling
 */
record PcreRegex(String text, PcreSyntax syntax, Pattern pattern, RegexHints hints)
    implements RouteRegex {
  /** So many steps take no time that anybody notices, so that nobody has to look at the clock. */
  private static final long FEW = 100_000;

  @Override
  public boolean finds(String input) {
    return hints.mayMatch(input, false) && run(input, Matcher::find);
  }

  @Override
  public boolean matches(String input) {
    return hints.mayMatch(input, true) && run(input, Matcher::matches);
  }

  @Override
  public Optional<Captures> find(String input, int from) {
    try {
      Matcher matcher = matcher(input);
      return matcher.find(from) ? Optional.of(captures(matcher, input)) : Optional.empty();
    } catch (StackOverflowError e) {
      throw RegexStoppedException.tooDeep(text);
    }
  }

  private boolean run(String input, Predicate<Matcher> search) {
    try {
      return search.test(matcher(input));
    } catch (StackOverflowError e) {
      throw RegexStoppedException.tooDeep(text);
    }
  }

  private Matcher matcher(String input) {
    return pattern.matcher(isQuick(input.length()) ? input : new TimedText(input, text));
  }

  /** Whether even the worst input of this length is decided in few steps. */
  private boolean isQuick(int length) {
    if (syntax.isNested()) {
      return false;
    }
    long steps = length + 1L;
    for (int i = 0; i < syntax.repetitions() && steps <= FEW; i++) {
      steps *= length + 1L;
    }
    return steps <= FEW;
  }

  private Captures captures(Matcher matcher, String input) {
    int start = matcher.start();
    for (String name : syntax.resets()) {
      start = matcher.start(name) < 0 ? start : matcher.start(name);
    }
    List<Optional<String>> groups = new ArrayList<>();
    groups.add(Optional.of(input.substring(Math.min(start, matcher.end()), matcher.end())));
    for (int i = 1; i <= syntax.groups(); i++) {
      groups.add(Optional.ofNullable(matcher.group(PcreSyntax.group(i))));
    }
    return new Captures(start, matcher.end(), List.copyOf(groups));
  }
}
