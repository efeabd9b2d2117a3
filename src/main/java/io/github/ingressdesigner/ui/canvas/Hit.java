package io.github.ingressdesigner.ui.canvas;

/** What lies under a point: an element and which part of it. */
record Hit(Item item, Part part) {
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
    CHIPS
  }
}
