package io.github.ingressdesigner.lint.apiserver;

import java.util.ArrayList;
import java.util.List;

/**
 * The formats of names, after k8s.io/apimachinery/pkg/util/validation: each gives what is wrong, in
 * its order. Written by hand, since the expressions could overflow the stack on long text.
 */
final class Formats {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String CONSIST =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character";

  private Formats() {}

  static String tooLong(int most, boolean bytes) {
    return "must be no more than %d %s".formatted(most, bytes ? "bytes" : "characters");
  }

  static String range(int low, int high) {
    return "must be between %d and %d, inclusive".formatted(low, high);
  }

  private static String regex(String message, String format, String... examples) {
    StringBuilder text = new StringBuilder(message);
    if (examples.length == 0) {
      return text.append(" (regex used for validation is '").append(format).append("')").toString();
    }
    text.append(" (e.g. ");
    for (int i = 0; i < examples.length; i++) {
      text.append(i == 0 ? "" : " or ").append('\'').append(examples[i]).append("', ");
    }
    return text.append("regex used for validation is '").append(format).append("')").toString();
  }

  static List<String> dns1123Label(String value) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 63) {
      errors.add(tooLong(63, false));
    }
    if (!isLabel(value)) {
      errors.add(
          isSubdomain(value)
              ? "must not contain dots"
              : regex(
                  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                      + " '-', and must start and end with an alphanumeric character",
                  LABEL,
                  "my-name",
                  "123-abc"));
    }
    return errors;
  }

  static List<String> dns1123Subdomain(String value) {
    return dns1123Subdomain(value, false);
  }

  private static List<String> dns1123Subdomain(String value, boolean bytes) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 253) {
      errors.add(tooLong(253, bytes));
    }
    if (!isSubdomain(value)) {
      errors.add(
          regex(
              "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                  + " '-' or '.', and must start and end with an alphanumeric character",
              SUBDOMAIN,
              "example.com"));
    }
    return errors;
  }

  static List<String> dns1035Label(String value) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 63) {
      errors.add(tooLong(63, false));
    }
    if (!isLabel(value) || isDigit(value.charAt(0))) {
      errors.add(
          regex(
              "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start"
                  + " with an alphabetic character, and end with an alphanumeric character",
              "[a-z]([-a-z0-9]*[a-z0-9])?",
              "my-name",
              "abc-123"));
    }
    return errors;
  }

  static List<String> wildcardSubdomain(String value) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 253) {
      errors.add(tooLong(253, false));
    }
    if (!value.startsWith("*.") || !isSubdomain(value.substring(2))) {
      errors.add(
          regex(
              "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS"
                  + " subdomain, which must consist of lower case alphanumeric characters, '-' or"
                  + " '.' and end with an alphanumeric character",
              "\\*\\." + SUBDOMAIN,
              "*.example.com"));
    }
    return errors;
  }

  /** A key of a label, an annotation in lower case, and the like. */
  static List<String> qualifiedName(String value, Features features) {
    boolean content = features.labelTextsOfContent();
    List<String> errors = new ArrayList<>();
    String[] parts = value.split("/", -1);
    String format = regex(CONSIST, QUALIFIED, "MyName", "my.name", "123-abc");
    if (parts.length > 2) {
      errors.add(
          (content ? "a valid label key " : "a qualified name ")
              + format
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
      return errors;
    }
    if (parts.length == 2) {
      if (parts[0].isEmpty()) {
        errors.add("prefix part must be non-empty");
      } else {
        dns1123Subdomain(parts[0], content).forEach(error -> errors.add("prefix part " + error));
      }
    }
    String name = parts[parts.length - 1];
    if (name.isEmpty()) {
      errors.add("name part must be non-empty");
    } else if (GoText.length(name) > 63) {
      errors.add("name part " + tooLong(63, content));
    }
    if (!isQualified(name)) {
      errors.add("name part " + format);
    }
    return errors;
  }

  static List<String> labelValue(String value, Features features) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 63) {
      errors.add(tooLong(63, features.labelTextsOfContent()));
    }
    if (!value.isEmpty() && !isQualified(value)) {
      errors.add(
          regex(
              "a valid label must be an empty string or consist of alphanumeric characters, '-',"
                  + " '_' or '.', and must start and end with an alphanumeric character",
              "(" + QUALIFIED + ")?",
              "MyValue",
              "my_value",
              "12345"));
    }
    return errors;
  }

  static List<String> portNumber(long port) {
    return port >= 1 && port <= 65_535 ? List.of() : List.of(range(1, 65_535));
  }

  static List<String> portName(String value) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 15) {
      errors.add(tooLong(15, false));
    }
    if (value.isEmpty() || !value.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-')) {
      errors.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (value.chars().noneMatch(Formats::isLower)) {
      errors.add("must contain at least one letter (a-z)");
    }
    if (value.contains("--")) {
      errors.add("must not contain consecutive hyphens");
    }
    if (value.startsWith("-") || value.endsWith("-")) {
      errors.add("must not begin or end with a hyphen");
    }
    return errors;
  }

  /** A name that is used as a segment of a path. */
  static List<String> pathSegment(String value) {
    if (value.equals(".") || value.equals("..")) {
      return List.of("may not be '%s'".formatted(value));
    }
    List<String> errors = new ArrayList<>();
    for (String bad : List.of("/", "%")) {
      if (value.contains(bad)) {
        errors.add("may not contain '%s'".formatted(bad));
      }
    }
    return errors;
  }

  static List<String> configKey(String value) {
    List<String> errors = new ArrayList<>();
    if (GoText.length(value) > 253) {
      errors.add(tooLong(253, false));
    }
    if (value.isEmpty() || !value.chars().allMatch(Formats::isKeyCharacter)) {
      errors.add(
          regex(
              "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
              "[-._a-zA-Z0-9]+",
              "key.name",
              "KEY_NAME",
              "key-name"));
    }
    if (value.equals(".") || value.equals("..")) {
      errors.add("must not be '%s'".formatted(value));
    } else if (value.startsWith("..")) {
      errors.add("must not start with '..'");
    }
    return errors;
  }

  /** The text about the path of a domain-prefixed path; empty where it is right. */
  static List<String> httpPath(String value) {
    boolean right =
        !value.isEmpty()
            && value
                .chars()
                .allMatch(c -> isAlphanumeric(c) || "/-._~%!$&'()*+,;=:".indexOf(c) >= 0);
    return right ? List.of() : List.of(regex("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+"));
  }

  /** For a prefix to which something is appended: a dash at its end does no harm. */
  static String maskTrailingDash(String name) {
    return name.length() > 1 && name.endsWith("-")
        ? name.substring(0, name.length() - 2) + "a"
        : name;
  }

  static boolean isSubdomain(String value) {
    for (String label : value.split("\\.", -1)) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String value) {
    return !value.isEmpty()
        && value.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-')
        && value.charAt(0) != '-'
        && value.charAt(value.length() - 1) != '-';
  }

  private static boolean isQualified(String value) {
    return !value.isEmpty()
        && value.chars().allMatch(Formats::isKeyCharacter)
        && isAlphanumeric(value.charAt(0))
        && isAlphanumeric(value.charAt(value.length() - 1));
  }

  private static boolean isKeyCharacter(int c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }

  private static boolean isAlphanumeric(int c) {
    return isLower(c) || isDigit(c) || c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
