package io.github.ingressdesigner.dialect.common;

/** What a linear engine's refusal means to people. */
final class LinearWords {
  private LinearWords() {}

  /**
   * @param message of re2j
   */
  static String refusal(String message) {
    String part = message.contains("`") ? message.substring(message.indexOf('`')) : "";
    if (part.startsWith("`(?=") || part.startsWith("`(?!")) {
      return "It uses look-ahead, which this engine does not have.";
    }
    if (part.startsWith("`(?<=") || part.startsWith("`(?<!")) {
      return "It uses look-behind, which this engine does not have.";
    }
    if (part.startsWith("`(?>")) {
      return "It uses an atomic group, which this engine does not have.";
    }
    if (part.matches("(?s)`\\\\[1-9k].*")) {
      return "It refers back to a group, which this engine cannot.";
    }
    int colon = message.indexOf("error parsing regexp: ");
    return "It has an error: " + (colon < 0 ? message : message.substring(colon + 22)) + ".";
  }
}
