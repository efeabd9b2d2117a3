package io.github.ingressdesigner.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the value of an annotation looks like. Judges leniently: what only some controllers refuse
 * passes.
 */
public enum ValueType {
  BOOL(
      "1|t|T|true|True|TRUE|0|f|F|false|False|FALSE|on|off|enabled|disabled",
      "It is \"true\" or \"false\"."),
  NUMBER("[-+]?[0-9]{1,18}", "It is a whole number."),
  SECONDS("[0-9]{1,12}", "It is a number of seconds without a unit."),
  DURATION(
      "([0-9]+(\\.[0-9]+)?\\s*(ns|us|ms|s|m|h|d|w|M|y)?\\s*)+|infinity|infinite",
      "It is a time with a unit: 30s."),
  SIZE("(?i)[0-9]+[bkmg]?|unlimited", "It is a size: 8m."),
  CODE("[0-9]{3}", "It is a status code of three digits."),
  CHOICE("(?s).*", ""),
  TEXT("(?s).*", ""),
  LIST("(?s).*", ""),
  CIDRS(
      "(?s)\\s*|patterns/.*|\\s*!?[0-9A-Fa-f.:]+(/[0-9]{1,3})?(\\s*,\\s*!?[0-9A-Fa-f.:]+(/[0-9]{1,3})?)*\\s*,?\\s*",
      "It is a list of addresses or ranges: 10.0.0.0/8, 192.0.2.7."),
  PATH("(?s).*", ""),
  URL("(?s).*", ""),
  REGEX("(?s).*", ""),
  /** The name of an object, with or without its namespace. */
  REFERENCE("(?s).*", ""),
  /** Raw configuration of the proxy. */
  SNIPPET("(?s).*", "");

  private final Pattern legal;
  private final String problem;

  ValueType(String legal, String problem) {
    this.legal = Pattern.compile(legal);
    this.problem = problem;
  }

  Optional<String> problem(String value) {
    return legal.matcher(value.strip()).matches() ? Optional.empty() : Optional.of(problem);
  }

  /** By its name in the tables. */
  static ValueType read(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
