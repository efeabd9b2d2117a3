package io.github.ingressdesigner.ui.tester;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Earlier requests, the newest first, and a place among them that Up and Down move. */
final class RequestHistory {
  private static final int KEPT = 50;

  private final ObservableList<PastRequest> requests = FXCollections.observableArrayList();
  // One for all who listen: it would be gone with the last who holds it.
  private final ObservableList<PastRequest> seen =
      FXCollections.unmodifiableObservableList(requests);
  private int place = -1;
  private PastRequest draft = new PastRequest("GET", "", List.of());

  /** Follows what is added. */
  ObservableList<PastRequest> requests() {
    return seen;
  }

  /** Puts a request first; each is kept once. */
  void add(PastRequest request) {
    requests.remove(request);
    requests.addFirst(request);
    if (requests.size() > KEPT) {
      requests.removeLast();
    }
    place = -1;
  }

  /** Takes over the requests of another workspace, the newest first. */
  void replace(List<PastRequest> others) {
    requests.setAll(others.stream().distinct().limit(KEPT).toList());
    place = -1;
  }

  void clear() {
    replace(List.of());
  }

  /**
   * The request before; empty at the oldest.
   *
   * @param shown what is asked now, which comes back after the newest
   */
  Optional<PastRequest> older(PastRequest shown) {
    if (place < 0) {
      draft = shown;
    }
    int next = place + 1;
    while (next < requests.size() && requests.get(next).equals(shown)) {
      next++;
    }
    if (next >= requests.size()) {
      return Optional.empty();
    }
    place = next;
    return Optional.of(requests.get(place));
  }

  Optional<PastRequest> newer() {
    if (place < 0) {
      return Optional.empty();
    }
    place--;
    return Optional.of(place < 0 ? draft : requests.get(place));
  }
}
