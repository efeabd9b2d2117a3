package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.model.Location;
import java.util.List;

/**
 * Rows on their way to somewhere.
 *
 * @param rows all that go along, from top to bottom
 * @param lead the row that was taken
 * @param x of the pointer, in the drawing
 * @param y of the pointer
 */
record Drag(Kind kind, List<Location> rows, Location lead, double x, double y, Drop drop) {
  Drag {
    rows = List.copyOf(rows);
  }

  enum Kind {
    /** A line is drawn from the port of the path to a backend. */
    REROUTE,
    /** The path itself is carried. */
    MOVE
  }

  /** What letting go here would do. */
  sealed interface Drop {
    /** Nothing. */
    record Nowhere() implements Drop {}

    /** Asks for a Service. */
    record NewBackend() implements Drop {}

    record OnBackend(String key, Step step) implements Drop {}

    /**
     * Between the paths of a host, or at its end.
     *
     * @param marker the line that shows where
     */
    record IntoHost(String host, Box marker, Step step) implements Drop {}
  }
}
