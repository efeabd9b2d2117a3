package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import java.util.Optional;

/** Draws a graph as PNG; the program has a way that needs no screen. */
@FunctionalInterface
public interface PngDrawing {
  /**
   * @param scale pixels for each pixel at 100 %
   * @return the bytes of a PNG file
   */
  byte[] draw(Layout layout, Optional<TraceMarks> trace, boolean dark, double scale);
}
