package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.GraphDiff;
import io.github.ingressdesigner.graph.Layout;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** Moves elements from where they stood to where they stand now. */
final class Motion extends Transition {
  static final double MILLIS = 140;

  /** More rows than this appear at their places at once: nobody can follow so many. */
  private static final int MOST_ROWS = 2_000;

  private final Runnable repaint;
  private GraphDiff diff = GraphDiff.between(Layout.EMPTY, Layout.EMPTY);
  private Layout shown = Layout.EMPTY;

  Motion(Runnable repaint) {
    this.repaint = repaint;
    setInterpolator(Interpolator.EASE_OUT);
    setCycleDuration(Duration.millis(MILLIS));
  }

  /** The layout to be drawn now. */
  Layout shown() {
    return shown;
  }

  /**
   * @param duration 0 where motion is off
   */
  void moveTo(Layout layout, Duration duration) {
    stop();
    boolean still =
        duration.lessThanOrEqualTo(Duration.ZERO)
            || shown.rows().isEmpty()
            || layout.rows().size() > MOST_ROWS;
    diff = still ? GraphDiff.between(layout, layout) : GraphDiff.between(shown, layout);
    if (diff.isMove()) {
      setCycleDuration(duration);
      shown = diff.at(0);
      playFromStart();
    } else {
      shown = layout;
    }
    repaint.run();
  }

  @Override
  protected void interpolate(double progress) {
    shown = diff.at(progress);
    repaint.run();
  }
}
