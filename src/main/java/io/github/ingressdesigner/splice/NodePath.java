package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlCursor.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where a node hangs in its tree: the slots from the root down. Slot {@code 2 * i} is the key of
 * entry i, {@code 2 * i + 1} its value or the item i.
 */
record NodePath(List<Integer> slots) {
  NodePath {
    slots = List.copyOf(slots);
  }

  static NodePath of(YamlCursor cursor) {
    Deque<Integer> slots = new ArrayDeque<>();
    Optional<Place> place = cursor.place();
    while (place.isPresent()) {
      slots.addFirst(place.get().index() * 2 + (place.get().isKey() ? 0 : 1));
      place = place.get().parent().place();
    }
    return new NodePath(new ArrayList<>(slots));
  }

  /** The part that both have from the root on. */
  NodePath common(NodePath other) {
    int length = 0;
    while (length < Math.min(slots.size(), other.slots.size())
        && slots.get(length).equals(other.slots.get(length))) {
      length++;
    }
    return new NodePath(slots.subList(0, length));
  }

  YamlCursor cursor(YamlCursor root) {
    YamlCursor at = root;
    for (int slot : slots) {
      at = at.items().isEmpty() ? entrySlot(at, slot) : at.item(slot / 2);
    }
    return at;
  }

  private static YamlCursor entrySlot(YamlCursor mapping, int slot) {
    return slot % 2 == 0 ? mapping.key(slot / 2) : mapping.value(slot / 2);
  }
}
