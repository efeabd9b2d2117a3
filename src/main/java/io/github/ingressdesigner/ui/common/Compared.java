package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * Differences of routing as the graph shows them: its own lines stay, those of the other side are
 * drawn beside them where they differ.
 *
 * @param own name of the side whose lines the graph has
 * @param other whose lines are drawn beside them, for people
 * @param chosen number of the difference that is looked at
 */
public record Compared(List<Mark> marks, String own, String other, Optional<Integer> chosen) {
  public Compared {
    marks = List.copyOf(marks);
  }

  /**
   * A class of requests.
   *
   * @param number in the list of differences, from 1
   * @param row the path or default backend that answers on the own side; empty where none does
   * @param otherRow the one that answers on the other side, if it stands in the open text
   * @param otherBackend {@code namespace/service:port} on the other side; empty where no backend
   *     answers there
   * @param otherAnswer what the other side answers, in a word
   */
  public record Mark(
      int number,
      Optional<Location> row,
      Optional<Location> otherRow,
      Optional<String> otherBackend,
      String otherAnswer) {}

  public Compared withChosen(Optional<Integer> number) {
    return new Compared(marks, own, other, number);
  }
}
