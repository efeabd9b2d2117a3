package io.github.ingressdesigner.ui.tester;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Earlier URLs, the newest first, and a place among them that Up and Down move. */
final class UrlHistory {
  private static final int KEPT = 50;

  private final ObservableList<String> urls = FXCollections.observableArrayList();
  private int place = -1;
  private String draft = "";

  /** Follows what is added. */
  ObservableList<String> urls() {
    return FXCollections.unmodifiableObservableList(urls);
  }

  /** Puts a URL first; each is kept once. */
  void add(String url) {
    urls.remove(url);
    urls.addFirst(url);
    if (urls.size() > KEPT) {
      urls.removeLast();
    }
    place = -1;
  }

  /**
   * The URL before; empty at the oldest.
   *
   * @param shown what stands in the field, which comes back after the newest
   */
  Optional<String> older(String shown) {
    if (place < 0) {
      draft = shown;
    }
    int next = place + 1;
    while (next < urls.size() && urls.get(next).equals(shown)) {
      next++;
    }
    if (next >= urls.size()) {
      return Optional.empty();
    }
    place = next;
    return Optional.of(urls.get(place));
  }

  Optional<String> newer() {
    if (place < 0) {
      return Optional.empty();
    }
    place--;
    return Optional.of(place < 0 ? draft : urls.get(place));
  }
}
