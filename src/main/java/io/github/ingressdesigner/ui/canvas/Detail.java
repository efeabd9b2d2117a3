package io.github.ingressdesigner.ui.canvas;

/** How much is drawn at a zoom. */
enum Detail {
  /** Every node with type, path, chips and ports. */
  FULL,
  /** Nodes with their names. */
  NAMES,
  /** Bars and blocks. */
  BARS,
  /** Hosts only. */
  HOSTS;

  static final double TAGS = 0.6;
  static final double NAMES_FROM = 0.25;
  static final double BARS_FROM = 0.06;

  static Detail at(double zoom) {
    if (zoom > TAGS) {
      return FULL;
    }
    if (zoom >= NAMES_FROM) {
      return NAMES;
    }
    return zoom >= BARS_FROM ? BARS : HOSTS;
  }
}
