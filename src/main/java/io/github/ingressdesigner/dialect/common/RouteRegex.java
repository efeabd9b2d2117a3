package io.github.ingressdesigner.dialect.common;

import java.util.List;
import java.util.Optional;

/**
 * A compiled regular expression of one flavour. All methods stop after {@link
 * RegexStoppedException#MILLIS} milliseconds.
 */
public interface RouteRegex {
  /** As it was given. */
  String text();

  /** Whether it matches anywhere. */
  boolean finds(String input);

  /** Whether it matches the whole. */
  boolean matches(String input);

  /** The first match from an index on. */
  Optional<Captures> find(String input, int from);

  /**
   * A match.
   *
   * @param groups the whole at 0, then the groups; empty where one took no part
   */
  record Captures(int start, int end, List<Optional<String>> groups) {
    /** The text of a group; empty where it took no part or does not exist. */
    public String group(int number) {
      return number < groups.size() ? groups.get(number).orElse("") : "";
    }
  }
}
