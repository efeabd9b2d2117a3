package io.github.ingressdesigner.model;

/** What {@code pathType} says; the names are case-sensitive, as for the API server. */
public enum PathType {
  EXACT("Exact"),
  PREFIX("Prefix"),
  IMPLEMENTATION_SPECIFIC("ImplementationSpecific"),
  /** There is a value, but none that the API knows. */
  UNKNOWN("unknown"),
  ABSENT("none");

  private final String text;

  PathType(String text) {
    this.text = text;
  }

  /** As it is written in YAML. */
  public String text() {
    return text;
  }

  public static PathType of(String text) {
    return switch (text) {
      case "Exact" -> EXACT;
      case "Prefix" -> PREFIX;
      case "ImplementationSpecific" -> IMPLEMENTATION_SPECIFIC;
      default -> UNKNOWN;
    };
  }
}
