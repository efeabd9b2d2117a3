package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answer to a question. */
sealed interface Found {
  /** Nothing was asked yet, or it was cancelled. */
  record Nothing(boolean cancelled) implements Found {}

  /**
   * @param reasons of the first differences; to explain all of a large table takes too long
   * @param edited documents that were the same when the first side was read, and are not any more
   * @param notes what takes no part, sentences for people
   */
  record Differences(
      Comparison comparison,
      Side from,
      Side to,
      List<String> notes,
      Map<Difference, Reasons> reasons,
      Set<DocumentId> edited)
      implements Found {
    public Differences {
      notes = List.copyOf(notes);
      edited = Set.copyOf(edited);
    }

    /** The places on the first side that are still the same in the present text. */
    List<Location> placesFrom(Difference difference) {
      return difference.from().places().stream()
          .filter(at -> !edited.contains(at.resource().document()))
          .toList();
    }
  }

  /** Why each side answers so. */
  record Reasons(String from, String to) {}

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
