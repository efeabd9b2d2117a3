package io.github.ingressdesigner.ui.common;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** Lists of the drawer end behind a whole row: half a row at the lower edge looks broken. */
public final class WholeRows {
  /** Height of a row, as in the style sheet. */
  private static final double HEIGHT = 27;

  /** Padding of the box around a list. */
  private static final double AROUND = 10;

  private WholeRows() {}

  /** Pixels of a row at the text size of now. */
  public static double height(Theme theme) {
    return HEIGHT * theme.textScaleProperty().get();
  }

  /**
   * Lets a list take the whole rows that fit below a head.
   *
   * @param box holds both
   */
  public static void fit(ListView<?> list, Region box, Region head, Theme theme) {
    list.setPrefHeight(Double.MAX_VALUE);
    list.maxHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  double row = height(theme);
                  return Math.floor((box.getHeight() - head.getHeight() - AROUND) / row) * row;
                },
                box.heightProperty(),
                head.heightProperty(),
                theme.textScaleProperty()));
  }
}
