package io.github.ingressdesigner.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an annotation still counts.
 *
 * @param version since or until which version of the controller; empty where that is unknown
 * @param instead what to write instead; empty where there is nothing
 */
public record History(Status status, Optional<String> version, Optional<String> instead) {
  /** What a controller makes of it now. */
  public enum Status {
    CURRENT,
    /** It still counts, but something else is meant to be written. */
    DEPRECATED,
    /** It is not read any more. */
    REMOVED
  }

  private static final Pattern TEXT =
      Pattern.compile("(since|deprecated|removed)(?: ([0-9.]+))?(?:: (.+))?");

  static final History CURRENT = new History(Status.CURRENT, Optional.empty(), Optional.empty());

  /**
   * Reads {@code since 1.10}, {@code deprecated: other-key}, {@code removed 0.21: other-key}, or
   * nothing.
   *
   * @throws IllegalStateException for any other text
   */
  static History read(String text) {
    if (text.isEmpty()) {
      return CURRENT;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(
          "history " + text + ", expected since, deprecated or removed with a version");
    }
    Status status =
        switch (matcher.group(1)) {
          case "deprecated" -> Status.DEPRECATED;
          case "removed" -> Status.REMOVED;
          default -> Status.CURRENT;
        };
    return new History(
        status, Optional.ofNullable(matcher.group(2)), Optional.ofNullable(matcher.group(3)));
  }

  History withInstead(Optional<String> key) {
    return new History(status, version, key);
  }
}
