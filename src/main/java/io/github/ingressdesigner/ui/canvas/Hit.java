package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout.ChipBox;
import java.util.Optional;

/**
 * What lies under a point: an element and which part of it.
 *
 * @param chip the chip, where the part is one
 */
record Hit(Item item, Part part, Optional<ChipBox> chip) {
  Hit(Item item, Part part) {
    this(item, part, Optional.empty());
  }

  /** Parts that do something of their own when pressed. */
  enum Part {
    BODY,
    /** The handle at the right edge of a path, from which a line is dragged. */
    PORT,
    /** The plus at the right edge of a host. */
    PLUS,
    /** The path type. */
    TAG,
    /** The count of problems. */
    BADGE,
    /** An annotation that changes routing, or the count of those without room. */
    CHIP
  }
}
