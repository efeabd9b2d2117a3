package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;

/**
 * Which part of the drawing is seen, and how large.
 *
 * @param x left edge of the view, in the drawing's pixels at 100 %
 * @param y upper edge of the view
 * @param scale pixels on screen for one pixel of the drawing, more than 0
 */
record Camera(double x, double y, double scale) {
  static final double LEAST = 0.02;
  static final double MOST = 4;
  static final double STEP = 1.2;

  double screenX(double drawingX) {
    return (drawingX - x) * scale;
  }

  double screenY(double drawingY) {
    return (drawingY - y) * scale;
  }

  double drawingX(double screenX) {
    return screenX / scale + x;
  }

  double drawingY(double screenY) {
    return screenY / scale + y;
  }

  /** The part of the drawing that a view of this size shows. */
  Box view(double width, double height) {
    return new Box(x, y, width / scale, height / scale);
  }

  Box toScreen(Box box) {
    return new Box(screenX(box.x()), screenY(box.y()), box.width() * scale, box.height() * scale);
  }

  /** Moves the picture by so many pixels on screen. */
  Camera pan(double dx, double dy) {
    return new Camera(x - dx / scale, y - dy / scale, scale);
  }

  /** Changes the scale so that what lies under a point of the screen stays there. */
  Camera zoomTo(double newScale, double screenX, double screenY) {
    double bounded = Math.max(LEAST, Math.min(MOST, newScale));
    return new Camera(
        drawingX(screenX) - screenX / bounded, drawingY(screenY) - screenY / bounded, bounded);
  }

  /**
   * Keeps the drawing in the view: one that fits stays inside, a larger one leaves no gap.
   *
   * @param top the first y of the drawing, which may be above 0
   */
  Camera clamp(
      double top, double drawingWidth, double drawingHeight, double viewWidth, double viewHeight) {
    return new Camera(
        clamp(x, 0, drawingWidth - viewWidth / scale),
        clamp(y, top, drawingHeight - viewHeight / scale),
        scale);
  }

  private static double clamp(double value, double from, double to) {
    return Math.max(Math.min(from, to), Math.min(Math.max(from, to), value));
  }

  /** Moves as little as needed so that a box of the drawing is seen with some space around. */
  Camera reveal(Box box, double viewWidth, double viewHeight, double space) {
    Box view = view(viewWidth, viewHeight);
    return new Camera(
        reveal(box.x() - space, box.right() + space, view.x(), view.right()),
        reveal(box.y() - space, box.bottom() + space, view.y(), view.bottom()),
        scale);
  }

  private static double reveal(double from, double to, double viewFrom, double viewTo) {
    if (from < viewFrom || to - from > viewTo - viewFrom) {
      return from;
    }
    return to > viewTo ? viewFrom + to - viewTo : viewFrom;
  }

  /** Shows all of a drawing, at most at the given scale, centred from side to side. */
  static Camera fit(
      double drawingWidth,
      double drawingHeight,
      double viewWidth,
      double viewHeight,
      double atMost) {
    double scale =
        Math.max(
            LEAST,
            Math.min(atMost, Math.min(viewWidth / drawingWidth, viewHeight / drawingHeight)));
    return new Camera(Math.min(0, (drawingWidth - viewWidth / scale) / 2), 0, scale);
  }
}
