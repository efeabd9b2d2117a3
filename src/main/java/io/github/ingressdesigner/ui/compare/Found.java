package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;

/** The answer to a question. */
sealed interface Found {
  /** Nothing was asked yet, or it was cancelled. */
  record Nothing(boolean cancelled) implements Found {}

  /**
   * @param notes what takes no part, sentences for people
   */
  record Differences(Comparison comparison, Side from, Side to, List<String> notes)
      implements Found {
    public Differences {
      notes = List.copyOf(notes);
    }
  }

  /** One of the two that are compared. */
  record Side(String name, RouteTable table, String controller) {}

  record Hidden(Unreachable unreachable, Side side) implements Found {}

  /**
   * It cannot be found out.
   *
   * @param message what, where and what to do
   */
  record Failed(String message) implements Found {}
}
