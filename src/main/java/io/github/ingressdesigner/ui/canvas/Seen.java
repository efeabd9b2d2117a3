package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.TraceMarks;
import java.util.Optional;

/** What is drawn of a picture, and how. */
interface Seen {
  Picture picture();

  Camera camera();

  /** In pixels on screen. */
  double viewWidth();

  double viewHeight();

  /** Zoom for people: 1 where names have the size of other text. */
  double zoom();

  boolean isSelected(Item item);

  Optional<TraceMarks> trace();

  Untested untested();

  /** What a search found; empty while there is none. */
  Optional<Found> found();

  /** What another controller or version routes otherwise. */
  ComparedMarks compared();

  /** A part of a picture that nobody edits. */
  record Still(
      Picture picture,
      Camera camera,
      double viewWidth,
      double viewHeight,
      Optional<TraceMarks> trace)
      implements Seen {
    @Override
    public double zoom() {
      return camera.scale();
    }

    @Override
    public boolean isSelected(Item item) {
      return false;
    }

    @Override
    public Optional<Found> found() {
      return Optional.empty();
    }

    @Override
    public ComparedMarks compared() {
      return ComparedMarks.NONE;
    }

    @Override
    public Untested untested() {
      return Untested.HIDDEN;
    }
  }
}
