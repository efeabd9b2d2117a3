package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.model.Location;

/** An element of the drawing, known by what it stands for, so that it survives a new layout. */
sealed interface Item {
  /**
   * @param name pattern as in the graph; empty for any other host
   */
  record Host(String name) implements Item {}

  /** A path, or a default backend's line. */
  record Row(Location at) implements Item {}

  record Backend(String key) implements Item {}
}
