package io.github.ingressdesigner.suite;

/**
 * A place in a text for people.
 *
 * @param file name or path as it was given
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record Spot(String file, int line, int column) {
  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
