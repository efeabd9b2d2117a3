package io.github.ingressdesigner.ui.canvas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is selected: any number of elements, and the one that has the keyboard. That one is selected
 * too, unless it was moved on without the selection.
 */
final class Chosen {
  private final Set<Item> all = new LinkedHashSet<>();
  private Optional<Item> focus = Optional.empty();
  private Optional<Item> anchor = Optional.empty();

  Optional<Item> focus() {
    return focus;
  }

  /** Where a range begins that is extended. */
  Optional<Item> anchor() {
    return anchor.or(() -> focus);
  }

  int size() {
    return all.size();
  }

  boolean has(Item item) {
    return all.contains(item);
  }

  List<Item> all() {
    return List.copyOf(all);
  }

  void only(Item item) {
    all.clear();
    all.add(item);
    focus = Optional.of(item);
    anchor = focus;
  }

  void clear() {
    all.clear();
    focus = Optional.empty();
    anchor = Optional.empty();
  }

  /** Adds an element, or takes it out; it gets the keyboard either way. */
  void toggle(Item item) {
    if (!all.remove(item)) {
      all.add(item);
    }
    focus = Optional.of(item);
    anchor = focus;
  }

  /** Moves the keyboard only. */
  void moveFocus(Item item) {
    focus = Optional.of(item);
  }

  /** Selects a range and keeps where it began. */
  void range(Collection<Item> range, Item to) {
    Optional<Item> from = anchor();
    all.clear();
    all.addAll(range);
    focus = Optional.of(to);
    anchor = from;
  }

  /**
   * Selects several; the first gets the keyboard, unless it is at one of them already.
   *
   * @param more whether to what is selected already
   */
  void several(Collection<Item> items, boolean more) {
    if (!more) {
      all.clear();
    }
    all.addAll(items);
    focus = focus.filter(all::contains).or(() -> all.stream().findFirst());
    anchor = focus;
  }

  void retain(Predicate<Item> there) {
    all.removeIf(there.negate());
    focus = focus.filter(there).or(() -> all.stream().findFirst());
    anchor = anchor.filter(there);
  }
}
