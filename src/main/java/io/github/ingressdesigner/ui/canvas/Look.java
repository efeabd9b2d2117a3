package io.github.ingressdesigner.ui.canvas;

/** How an element is drawn now; in the order in which lines are painted over each other. */
enum Look {
  STALE,
  DIM,
  PLAIN,
  /** Found by a search, while all else is dim. */
  FOUND,
  SELECTED,
  TRACED
}
