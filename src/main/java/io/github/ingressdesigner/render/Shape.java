package io.github.ingressdesigner.render;

/** Icons as SVG paths to be stroked: Feather in a square of 24, our own signs in one of 14. */
public enum Shape {
  GLOBE(
      "M2 12 A10 10 0 1 0 22 12 A10 10 0 1 0 2 12 Z M2 12 L22 12 M12 2 a15.3 15.3 0 0 1 4 10 15.3"
          + " 15.3 0 0 1 -4 10 15.3 15.3 0 0 1 -4 -10 15.3 15.3 0 0 1 4 -10 Z"),
  LOCK(
      "M5 11 L19 11 a2 2 0 0 1 2 2 L21 20 a2 2 0 0 1 -2 2 L5 22 a2 2 0 0 1 -2 -2 L3 13 a2 2 0 0 1 2"
          + " -2 Z M7 11 L7 7 a5 5 0 0 1 10 0 L17 11"),
  CLOCK("M2 12 A10 10 0 1 0 22 12 A10 10 0 1 0 2 12 Z M12 6 L12 12 L16 14"),
  DOTS(
      "M4 12 A1 1 0 1 0 6 12 A1 1 0 1 0 4 12 Z M11 12 A1 1 0 1 0 13 12 A1 1 0 1 0 11 12 Z M18 12 A1"
          + " 1 0 1 0 20 12 A1 1 0 1 0 18 12 Z"),
  TURN("M15 10 L20 15 L15 20 M4 4 L4 11 a4 4 0 0 0 4 4 L20 15"),
  PLUS("M12 5 L12 19 M5 12 L19 12"),
  WINS("M7 1 A6 6 0 1 1 6.99 1 Z M4.3 7.2 L6.3 9.2 L9.8 5.2"),
  BEATEN("M7 1 A6 6 0 1 1 6.99 1 Z M4.4 7 L9.6 7"),
  NO_MATCH("M7 1 A6 6 0 1 1 6.99 1 Z M5 5 L9 9 M9 5 L5 9");

  /** The path in the form of SVG. */
  public final String path;

  Shape(String path) {
    this.path = path;
  }
}
