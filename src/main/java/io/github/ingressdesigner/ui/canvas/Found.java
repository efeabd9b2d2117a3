package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a search found in the drawing.
 *
 * @param rows from top to bottom
 * @param at index of the one that is looked at; -1 before the first
 */
record Found(List<Location> rows, int at, Set<Item> items) {

  /** The rows with their hosts and backends. */
  static Found of(List<RowBox> rows, Picture picture) {
    Set<Item> items = new HashSet<>();
    for (RowBox row : rows) {
      items.add(Navigation.item(row));
      items.add(Navigation.item(picture.hostOf(row)));
      picture.backendOf(row).ifPresent(backend -> items.add(Navigation.item(backend)));
    }
    return new Found(rows.stream().map(row -> row.row().at()).toList(), -1, items);
  }

  boolean has(Item item) {
    return items.contains(item);
  }

  Optional<Location> current() {
    return at < 0 || at >= rows.size() ? Optional.empty() : Optional.of(rows.get(at));
  }

  /** The next (1) or the one before (-1), round at the ends. */
  Found step(int by) {
    if (rows.isEmpty()) {
      return this;
    }
    int next = at < 0 ? (by > 0 ? 0 : rows.size() - 1) : Math.floorMod(at + by, rows.size());
    return new Found(rows, next, items);
  }

  /** Looks at a row, if it was found. */
  Found lookAt(Location row) {
    int index = rows.indexOf(row);
    return index < 0 ? this : new Found(rows, index, items);
  }
}
