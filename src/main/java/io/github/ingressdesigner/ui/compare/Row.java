package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import java.util.Optional;

/** A line of the list. */
sealed interface Row {
  /** Tells a row from the others, also after the next answer. */
  String key();

  /**
   * What the rows below it have in common.
   *
   * @param text the cause
   * @param reason why, where all of them have the same reason; else empty
   * @param count of the rows below it that the filter lets through
   */
  record Heading(String key, String text, String reason, int count, boolean folded)
      implements Row {}

  /**
   * @param why it was accepted; may be empty
   * @param reasons empty where they were not asked for yet
   */
  record Differing(
      Difference difference, boolean accepted, String why, Optional<Found.Reasons> reasons)
      implements Row {
    @Override
    public String key() {
      return difference.cause() + " " + difference.url() + " " + difference.condition();
    }
  }

  /**
   * @param number from 1, for people
   */
  record Hidden(int number, Unreachable.Hidden hidden) implements Row {
    @Override
    public String key() {
      return hidden.at().toString();
    }
  }
}
