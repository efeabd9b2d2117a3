package io.github.ingressdesigner.route;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a controller that changes routing.
 *
 * @param key as the controller spells it: a ConfigMap key, a flag without dashes, an option
 * @param initial what counts where it is not set; may be empty
 * @param choices the legal values of {@link Kind#CHOICE}; else empty
 * @param help one or two sentences: what it changes
 */
public record Setting(String key, Kind kind, String initial, List<String> choices, String help) {
  /** What a value looks like. */
  public enum Kind {
    /** {@code true} or {@code false}. */
    FLAG,
    NUMBER,
    TEXT,
    CHOICE
  }

  public Setting {
    choices = List.copyOf(choices);
  }

  /** Whether a value means the same as no value. */
  public boolean isInitial(String value) {
    return switch (kind) {
      case FLAG -> {
        boolean initially = DialectConfig.of(key, initial).isOn(key, false);
        yield DialectConfig.of(key, value).isOn(key, initially) == initially;
      }
      case NUMBER, TEXT, CHOICE -> value.equals(initial);
    };
  }

  /** Why a value cannot be, one sentence for people; empty where it can. */
  public Optional<String> problem(String value) {
    return switch (kind) {
      case FLAG ->
          value.matches("1|t|T|true|True|TRUE|0|f|F|false|False|FALSE")
              ? Optional.empty()
              : Optional.of("\"%s\" is neither true nor false.".formatted(value));
      case NUMBER ->
          value.matches("[0-9]{1,9}")
              ? Optional.empty()
              : Optional.of("\"%s\" is no number.".formatted(value));
      case CHOICE ->
          choices.contains(value)
              ? Optional.empty()
              : Optional.of("\"%s\" is none of %s.".formatted(value, String.join(", ", choices)));
      case TEXT -> Optional.empty();
    };
  }

  public static Setting flag(String key, boolean initial, String help) {
    return new Setting(key, Kind.FLAG, Boolean.toString(initial), List.of(), help);
  }

  public static Setting text(String key, String initial, String help) {
    return new Setting(key, Kind.TEXT, initial, List.of(), help);
  }

  public static Setting number(String key, int initial, String help) {
    return new Setting(key, Kind.NUMBER, Integer.toString(initial), List.of(), help);
  }

  /** The first of the choices counts where it is not set. */
  public static Setting choice(String key, List<String> choices, String help) {
    return new Setting(key, Kind.CHOICE, choices.getFirst(), choices, help);
  }
}
